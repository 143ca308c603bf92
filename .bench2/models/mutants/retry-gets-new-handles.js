export const retryGetsNewHandles = {
    id: 'R-058',
    title: 'retry-gets-new-handles',
    says: 'when a receive is retried with its ReceiveRequestAttemptId, the server gives the same messages new handles instead of the same',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html',
    rule: 'sqs:F40',
    class: 'receipt-handle',
    profile: 'fifo',
    rules: {
        repeatIssuesHandles: () => true,
    },
};
