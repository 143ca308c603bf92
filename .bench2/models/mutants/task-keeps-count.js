export const taskKeepsCount = {
    id: 'R-011',
    title: 'task-keeps-count',
    says: 'when a move task moves a message, the server goes on with its receive count instead of beginning anew',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html',
    rule: 'sqs:X23',
    class: 'dlq/redrive',
    rules: {
        countAfterTask: (message) => message.receives,
    },
};
