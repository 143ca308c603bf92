export const fifoAttributeOnStandard = {
    id: 'R-075',
    title: 'fifo-attribute-on-standard',
    says: 'when FifoQueue is given for a standard queue, the server ignores it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
    rule: 'sqs:CQ3',
    class: 'limits/validation',
    rules: {
        attributesChecked: ({ FifoQueue: _, ...others }) => others,
    },
};
