export const moveDropsGroup = {
    id: 'R-066',
    title: 'move-drops-group',
    says: 'when a message with a group id moves to the dead-letter queue, the server drops the id instead of keeping it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html',
    rule: 'sqs:G5',
    class: 'dlq/redrive',
    rules: {
        groupAfterMove: () => undefined,
    },
};
