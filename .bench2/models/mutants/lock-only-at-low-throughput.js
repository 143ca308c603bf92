export const lockOnlyAtLowThroughput = {
    id: 'R-041',
    title: 'lock-only-at-low-throughput',
    says: 'when a FIFO queue is in high throughput mode, the server delivers the next message of a group that is in flight instead of none',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html',
    rule: 'sqs:F55',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        blocks: (_earlier, _later, queue) => queue.attributes.FifoThroughputLimit !== 'perMessageGroupId',
    },
};
