export const randomSequence = {
    id: 'A-045',
    title: 'random-sequence',
    says: 'when FIFO messages are accepted, the server gives them random sequence numbers instead of increasing ones',
    link: 'https://github.com/localstack/localstack/pull/6713',
    rule: 'sqs:F5',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        sequenceOf: (accepted) => String((accepted * 7919) % 10_007),
    },
};
