export const traceInAttributeDigest = {
    id: 'R-073',
    title: 'trace-in-attribute-digest',
    says: 'when a message is sent with an AWSTraceHeader, the server takes it into MD5OfMessageAttributes instead of its own digest only',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:M22',
    class: 'attributes/md5',
    rules: {
        digested: (attributes, system) => ({ ...attributes, ...system }),
    },
};
