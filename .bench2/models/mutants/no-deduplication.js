export const noDeduplication = {
    id: 'A-055',
    title: 'no-deduplication',
    says: 'when the same deduplication id is sent twice within five minutes, the server stores both messages instead of the first',
    link: 'https://github.com/getmoto/moto/issues/1438',
    rule: 'sqs:F20',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        isDuplicate: () => false,
    },
};
