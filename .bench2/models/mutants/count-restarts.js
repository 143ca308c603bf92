export const countRestarts = {
    id: 'R-003',
    title: 'count-restarts',
    says: 'when a message is received again, the server shows a receive count of 1 instead of one more than before',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html',
    rule: 'sqs:L4',
    class: 'counters',
    rules: {
        countAfter: () => 1,
    },
};
