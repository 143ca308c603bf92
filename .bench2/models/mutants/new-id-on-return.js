export const newIdOnReturn = {
    id: 'R-001',
    title: 'new-id-on-return',
    says: 'when a message is received again, the server delivers it under a MessageId that no send answered instead of its own',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html',
    rule: 'sqs:D4',
    class: 'visibility',
    rules: {
        idShown: ({ id, receives }) => (receives > 1 ? `${id}-${receives}` : id),
    },
};
