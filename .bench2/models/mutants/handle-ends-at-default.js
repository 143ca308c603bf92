export const handleEndsAtDefault = {
    id: 'R-055',
    title: 'handle-ends-at-default',
    says: 'when a FIFO message is hidden for longer than 30 s, the server lets its handle expire after those instead of with the window',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
    rule: 'sqs:RH10',
    class: 'receipt-handle',
    profile: 'fifo',
    rules: {
        handleEnds: (message) => Math.min(message.visibleAt, message.receivedAt.at(-1) + 30_000),
    },
};
