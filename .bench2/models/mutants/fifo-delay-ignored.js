export const fifoDelayIgnored = {
    id: 'A-021',
    title: 'fifo-delay-ignored',
    says: 'when a FIFO queue has DelaySeconds, the server delivers its messages at once instead of after the delay',
    link: 'https://github.com/floci-io/floci/pull/476',
    rule: 'sqs:DY2',
    class: 'delay',
    profile: 'fifo',
    rules: {
        fifoDelayOf: () => 0,
    },
};
