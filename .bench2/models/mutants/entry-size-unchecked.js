export const entrySizeUnchecked = {
    id: 'A-099',
    title: 'entry-size-unchecked',
    says: 'when an entry of a batch is larger than the MaximumMessageSize of the queue, the server stores it instead of failing that entry',
    link: 'https://github.com/localstack/localstack/pull/9981',
    rule: 'sqs:SB3',
    class: 'limits/validation',
    rules: {
        entrySizeMax: () => Number.POSITIVE_INFINITY,
    },
};
