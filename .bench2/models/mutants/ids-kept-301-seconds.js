export const idsKept301Seconds = {
    id: 'R-047',
    title: 'ids-kept-301-seconds',
    says: 'when a deduplication id is sent again within a second after its five minutes, the server swallows the message instead of storing it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html',
    rule: 'sqs:F24',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        isDuplicate: ({ at: first }, at) => at < first + 301_000,
    },
};
