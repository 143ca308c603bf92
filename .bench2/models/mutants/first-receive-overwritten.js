export const firstReceiveOverwritten = {
    id: 'A-082',
    title: 'first-receive-overwritten',
    says: 'when a message is received again, the server overwrites its first receive time instead of keeping it',
    link: 'https://github.com/floci-io/floci/pull/1548',
    rule: 'sqs:RM5',
    class: 'counters',
    rules: {
        firstReceived: (_previous, at) => at,
    },
};
