export const scopeIgnored = {
    id: 'A-058',
    title: 'scope-ignored',
    says: 'when DeduplicationScope is messageGroup, the server takes an equal id in another group for a duplicate instead of storing the message',
    link: 'https://github.com/localstack/localstack/issues/10460',
    rule: 'sqs:F22',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        dedupKey: (id) => id,
    },
};
