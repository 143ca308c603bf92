export const throughputWithoutScope = {
    id: 'R-028',
    title: 'throughput-without-scope',
    says: 'when FifoThroughputLimit is perMessageGroupId without the scope messageGroup, the server stores it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html',
    rule: 'sqs:A4',
    class: 'limits/validation',
    profile: 'fifo',
    rules: {
        allowsThroughput: () => true,
    },
};
