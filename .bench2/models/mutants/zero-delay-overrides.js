export const zeroDelayOverrides = {
    id: 'A-023',
    title: 'zero-delay-overrides',
    says: 'when a send to a FIFO queue with a delay carries DelaySeconds 0, the server delivers the message at once instead of after the delay of the queue',
    link: 'https://github.com/localstack/localstack/pull/12941',
    rule: 'sqs:DY2',
    class: 'delay',
    profile: 'fifo',
    rules: {
        fifoDelayOf: (asked, queue) => asked ?? queue,
    },
};
