export const oneMessageTooMany = {
    id: 'R-008',
    title: 'one-message-too-many',
    says: 'when more messages are available than a receive asks for, the server returns one more than that instead of at most as many',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html',
    rule: 'sqs:RM1',
    class: 'limits/validation',
    rules: {
        returnedMax: (asked) => asked + 1,
    },
};
