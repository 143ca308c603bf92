export const moveDropsTrace = {
    id: 'R-067',
    title: 'move-drops-trace',
    says: 'when a message with an AWSTraceHeader moves to the dead-letter queue, the server drops the header instead of keeping it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    rule: 'sqs:X8',
    class: 'dlq/redrive',
    rules: {
        traceAfterMove: () => undefined,
    },
};
