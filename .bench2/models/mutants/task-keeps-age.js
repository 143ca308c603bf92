export const taskKeepsAge = {
    id: 'R-012',
    title: 'task-keeps-age',
    says: 'when a move task moves a message, the server counts its age from the first send instead of from the move',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html',
    rule: 'sqs:RT6',
    class: 'retention',
    rules: {
        bornAtAfterTask: (message) => message.bornAt,
    },
};
