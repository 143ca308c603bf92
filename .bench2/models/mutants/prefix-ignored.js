export const prefixIgnored = {
    id: 'R-007',
    title: 'prefix-ignored',
    says: 'when queues are listed by a prefix, the server lists all of them instead of those whose names begin with it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html',
    rule: 'sqs:LQ1',
    class: 'queues',
    rules: {
        lists: () => true,
    },
};
