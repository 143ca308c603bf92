export const idsKept299Seconds = {
    id: 'R-046',
    title: 'ids-kept-299-seconds',
    says: 'when a deduplication id is sent again in the last second of its five minutes, the server stores the message instead of swallowing it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html',
    rule: 'sqs:F20',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        isDuplicate: ({ at: first }, at) => at < first + 299_000,
    },
};
