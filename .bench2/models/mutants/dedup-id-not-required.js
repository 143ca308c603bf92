export const dedupIdNotRequired = {
    id: 'R-065',
    title: 'dedup-id-not-required',
    says: 'when an entry of a batch has no deduplication id and the queue takes none from the content, the server stores it instead of refusing the batch',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:SB6',
    class: 'limits/validation',
    profile: 'fifo',
    rules: {
        requiresDedupId: (call) => call !== 'SendMessageBatch',
    },
};
