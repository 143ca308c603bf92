export const everyGroupItsOwnIds = {
    id: 'R-048',
    title: 'every-group-its-own-ids',
    says: 'when DeduplicationScope is queue, the server stores an equal id in another group instead of taking it for a duplicate',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html',
    rule: 'sqs:F22',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        dedupKey: (id, group) => `${group}/${id}`,
    },
};
