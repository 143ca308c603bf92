export const retryKeepsWindow = {
    id: 'R-060',
    title: 'retry-keeps-window',
    says: 'when a receive is retried with its ReceiveRequestAttemptId, the server lets the windows run on instead of beginning them anew',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html',
    rule: 'sqs:F40',
    class: 'visibility',
    profile: 'fifo',
    rules: {
        repeatRestartsWindow: () => false,
    },
};
