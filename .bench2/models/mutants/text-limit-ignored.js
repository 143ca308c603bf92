export const textLimitIgnored = {
    id: 'A-027',
    title: 'text-limit-ignored',
    says: 'when a RedrivePolicy gives maxReceiveCount as text, the server never dead-letters instead of reading the number',
    link: 'https://github.com/localstack/localstack/pull/6313',
    rule: 'sqs:A7',
    class: 'dlq/redrive',
    rules: {
        limitOf: (given) => (typeof given === 'string' ? Number.POSITIVE_INFINITY : Number(given)),
    },
};
