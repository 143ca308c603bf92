export const firstCountIsTwo = {
    id: 'A-081',
    title: 'first-count-is-two',
    says: 'when a message is received for the first time, the server shows a receive count of 2 instead of 1',
    link: 'https://github.com/localstack/localstack/issues/52',
    rule: 'sqs:RM5',
    class: 'counters',
    rules: {
        countAfter: (receives) => (receives === 0 ? 2 : receives + 1),
    },
};
