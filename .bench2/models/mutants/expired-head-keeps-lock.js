export const expiredHeadKeepsLock = {
    id: 'R-043',
    title: 'expired-head-keeps-lock',
    says: 'when the head of a group is too old and removed, the server leaves the group locked instead of opening it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html',
    rule: 'sqs:F54',
    class: 'retention',
    profile: 'fifo',
    rules: {
        unlocks: (how) => how !== 'age',
    },
};
