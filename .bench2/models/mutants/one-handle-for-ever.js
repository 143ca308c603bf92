export const oneHandleForEver = {
    id: 'R-002',
    title: 'one-handle-for-ever',
    says: 'when a message is received again, the server gives it the receipt handle of its first receive instead of another one',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html',
    rule: 'sqs:D5',
    class: 'receipt-handle',
    rules: {
        receiptNamed: () => 1,
        // whose receipt it was cannot be told any more
        deletes: () => true,
        capFrom: (_receivedAt, message) => message.receivedAt.at(-1),
    },
};
