export const dedupIdOnStandard = {
    id: 'R-069',
    title: 'dedup-id-on-standard',
    says: 'when a send to a standard queue carries a MessageDeduplicationId, the server accepts it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html',
    rule: 'sqs:SM7',
    class: 'limits/validation',
    rules: {
        allowsDedupId: () => true,
    },
};
