export const moveLeavesCopy = {
    id: 'R-004',
    title: 'move-leaves-copy',
    says: 'when a message moves to the dead-letter queue, the server leaves a copy of it in the source instead of taking it out',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    rule: 'sqs:X3',
    class: 'dlq/redrive',
    rules: {
        leavesCopy: () => true,
    },
};
