export const duplicatesExtendWindow = {
    id: 'R-049',
    title: 'duplicates-extend-window',
    says: 'when a duplicate is sent, the server begins its five minutes anew instead of counting from the original',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html',
    rule: 'sqs:F24',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        dedupFrom: (_first, duplicate) => duplicate,
    },
};
