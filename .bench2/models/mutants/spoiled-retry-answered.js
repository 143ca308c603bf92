export const spoiledRetryAnswered = {
    id: 'R-061',
    title: 'spoiled-retry-answered',
    says: 'when a receive is retried after one of its messages was changed, the server answers them again instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html',
    rule: 'sqs:F41',
    class: 'receipt-handle',
    profile: 'fifo',
    rules: {
        refusesSpoiltAttempt: () => false,
    },
};
