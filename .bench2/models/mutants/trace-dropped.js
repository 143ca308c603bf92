export const traceDropped = {
    id: 'R-068',
    title: 'trace-dropped',
    says: 'when a message is sent with an AWSTraceHeader, the server drops it instead of showing it to receivers',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:SM6',
    class: 'attributes/md5',
    rules: {
        traceOf: () => undefined,
    },
};
