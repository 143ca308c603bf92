export const createAsksForDefaults = {
    id: 'R-031',
    title: 'create-asks-for-defaults',
    says: 'when an existing queue is created again without some attributes, the server takes them for their defaults instead of for any value',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
    rule: 'sqs:CQ4',
    class: 'queues',
    rules: {
        fillsDefaults: () => true,
    },
};
