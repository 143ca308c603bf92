export const retryIsNewReceive = {
    id: 'R-059',
    title: 'retry-is-new-receive',
    says: 'when a receive is retried with its ReceiveRequestAttemptId, the server takes it for another receive instead of giving the same messages',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html',
    rule: 'sqs:F40',
    class: 'receipt-handle',
    profile: 'fifo',
    rules: {
        repeatsAttempt: () => false,
    },
};
