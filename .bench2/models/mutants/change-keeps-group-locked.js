export const changeKeepsGroupLocked = {
    id: 'R-042',
    title: 'change-keeps-group-locked',
    says: 'when the visibility of a FIFO message is changed to 0, the server leaves its group locked until the next delete instead of opening it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html',
    rule: 'sqs:F32',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        unlocks: (how) => how !== 'change',
    },
};
