export const targetOfOtherType = {
    id: 'R-024',
    title: 'target-of-other-type',
    says: 'when a RedrivePolicy names a queue of the other type, the server stores it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    rule: 'sqs:X2',
    class: 'dlq/redrive',
    profile: 'fifo',
    rules: {
        allowsTarget: () => true,
    },
};
