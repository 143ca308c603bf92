export const delayedNotCounted = {
    id: 'A-080',
    title: 'delayed-not-counted',
    says: 'when messages are delayed, the server shows 0 delayed ones instead of their number',
    link: 'https://github.com/localstack/localstack/pull/6591',
    rule: 'sqs:C1',
    class: 'counters',
    rules: {
        counters: (exact) => ({ ...exact, delayed: 0 }),
    },
};
