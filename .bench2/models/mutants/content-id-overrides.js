export const contentIdOverrides = {
    id: 'R-051',
    title: 'content-id-overrides',
    says: 'when a send to a queue with ContentBasedDeduplication has an id of its own, the server takes that of the content instead',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:F3',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        prefersGivenId: () => false,
    },
};
