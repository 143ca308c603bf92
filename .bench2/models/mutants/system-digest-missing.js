export const systemDigestMissing = {
    id: 'R-072',
    title: 'system-digest-missing',
    says: 'when a message is sent with an AWSTraceHeader, the server answers no MD5OfMessageSystemAttributes instead of its digest',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:M22',
    class: 'attributes/md5',
    rules: {
        digestsSystem: () => false,
    },
};
