export const moreThanTen = {
    id: 'A-094',
    title: 'more-than-ten',
    says: 'when a receive asks for more than 10 messages, the server returns up to that many instead of refusing',
    link: 'https://github.com/localstack/localstack/pull/7401',
    rule: 'sqs:RM3',
    class: 'limits/validation',
    rules: {
        askedMax: () => Number.POSITIVE_INFINITY,
    },
};
