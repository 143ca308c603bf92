export const groupRefusedOnStandard = {
    id: 'R-070',
    title: 'group-refused-on-standard',
    says: 'when a send to a standard queue carries a MessageGroupId, the server refuses it instead of accepting',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html',
    rule: 'sqs:G1',
    class: 'limits/validation',
    rules: {
        allowsGroup: (isFifo) => isFifo,
    },
};
