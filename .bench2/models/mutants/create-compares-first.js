export const createComparesFirst = {
    id: 'R-030',
    title: 'create-compares-first',
    says: 'when an existing queue is created again after its attributes were set, the server compares with those it was created with instead of the current ones',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
    rule: 'sqs:CQ5',
    class: 'queues',
    rules: {
        comparedWith: (_current, created) => created,
    },
};
