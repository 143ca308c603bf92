export const purgeKeepsIds = {
    id: 'A-060',
    title: 'purge-keeps-ids',
    says: 'when a FIFO queue is purged, the server keeps its deduplication ids and swallows the same ids sent afterwards instead of storing them',
    link: 'https://github.com/softwaremill/elasticmq/issues/437',
    rule: 'sqs:PQ4',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        forgetsId: () => false,
    },
};
