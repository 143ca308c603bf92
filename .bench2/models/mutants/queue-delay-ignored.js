export const queueDelayIgnored = {
    id: 'A-022',
    title: 'queue-delay-ignored',
    says: 'when a send names no DelaySeconds, the server takes 0 instead of the attribute of the queue',
    link: 'https://github.com/floci-io/floci/pull/1567',
    rule: 'sqs:DY1',
    class: 'delay',
    rules: {
        delayOf: (asked) => asked ?? 0,
    },
};
