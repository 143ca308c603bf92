export const suffixMakesFifo = {
    id: 'R-029',
    title: 'suffix-makes-fifo',
    says: 'when a queue with a name in .fifo is created without FifoQueue, the server makes it a FIFO queue instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
    rule: 'sqs:CQ2',
    class: 'limits/validation',
    profile: 'fifo',
    rules: {
        impliesFifo: () => true,
    },
};
