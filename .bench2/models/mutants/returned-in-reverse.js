export const returnedInReverse = {
    id: 'A-046',
    title: 'returned-in-reverse',
    says: 'when FIFO messages return after their windows, the server delivers them in another order than they were sent in',
    link: 'https://github.com/localstack/localstack/issues/4287',
    rule: 'sqs:F33',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        orderOnReturn: (message) => -message.order,
    },
};
