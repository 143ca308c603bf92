export const fifoTakesDelays = {
    id: 'R-056',
    title: 'fifo-takes-delays',
    says: 'when a send to a FIFO queue carries a delay, the server takes it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:DY2',
    class: 'delay',
    profile: 'fifo',
    rules: {
        allowsFifoDelay: () => true,
        fifoDelayOf: (asked, queue) => asked ?? queue,
    },
};
