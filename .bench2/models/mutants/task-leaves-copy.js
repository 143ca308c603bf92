export const taskLeavesCopy = {
    id: 'R-010',
    title: 'task-leaves-copy',
    says: 'when a move task moves a message, the server leaves a copy of it in the dead-letter queue instead of taking it out',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html',
    rule: 'sqs:D7',
    class: 'dlq/redrive',
    rules: {
        taskLeavesCopy: () => true,
    },
};
