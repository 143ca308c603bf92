export const taskDropsGroup = {
    id: 'R-013',
    title: 'task-drops-group',
    says: 'when a move task moves a message, the server drops its group id instead of keeping it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html',
    rule: 'sqs:X22',
    class: 'dlq/redrive',
    profile: 'fifo',
    rules: {
        groupAfterTask: () => undefined,
    },
};
