export const everyPolicyASource = {
    id: 'R-026',
    title: 'every-policy-a-source',
    says: 'when the sources of a dead-letter queue are listed, the server lists every queue with a RedrivePolicy instead of those that name it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListDeadLetterSourceQueues.html',
    rule: 'sqs:LD1',
    class: 'dlq/redrive',
    rules: {
        isSource: (source) => source.deadLetter !== undefined,
    },
};
