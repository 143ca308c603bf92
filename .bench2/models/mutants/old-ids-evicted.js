export const oldIdsEvicted = {
    id: 'A-065',
    title: 'old-ids-evicted',
    says: 'when more than a fixed number of deduplication ids is used within five minutes (once 10,000, here 3), the server forgets the oldest instead of keeping all',
    link: 'https://github.com/kibertoad/fauxqs/blob/5b6fb0659bbf029fb637efc988e5e343cc34865b/src/sqs/sqsStore.ts',
    rule: 'sqs:F20',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        dedupIdsMax: () => 3,
    },
};
