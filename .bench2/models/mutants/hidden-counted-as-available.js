export const hiddenCountedAsAvailable = {
    id: 'A-079',
    title: 'hidden-counted-as-available',
    says: 'when messages are in flight, the server counts them among the available ones as well instead of only as not visible',
    link: 'https://github.com/Admiral-Piett/goaws/commit/ae0fdf37b44dff7c5dc72b149e5bca7ef84c6d76',
    rule: 'sqs:C1',
    class: 'counters',
    rules: {
        counters: (exact) => ({ ...exact, available: exact.available + exact.hidden }),
    },
};
