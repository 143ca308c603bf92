export const fifoMoveKeepsAge = {
    id: 'R-062',
    title: 'fifo-move-keeps-age',
    says: 'when a FIFO message moves to the dead-letter queue, the server goes on with its age instead of beginning anew',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html',
    rule: 'sqs:RT5',
    class: 'retention',
    profile: 'fifo',
    rules: {
        bornAtAfterMove: (message) => message.bornAt,
    },
};
