export const sequenceOfReceive = {
    id: 'R-044',
    title: 'sequence-of-receive',
    says: 'when a FIFO message is received, the server shows a sequence number of the receive instead of that of the send',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html',
    rule: 'sqs:F5',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        sequenceShown: (message) => message.sequence + 1,
    },
};
