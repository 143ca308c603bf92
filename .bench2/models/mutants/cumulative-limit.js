export const cumulativeLimit = {
    id: 'A-035',
    title: 'cumulative-limit',
    says: 'when a dead-letter queue has a RedrivePolicy of its own, the server counts the receives in the source against its limit and moves the message on instead of delivering it',
    link: 'https://github.com/localstack/localstack/issues/5225',
    rule: 'sqs:X13',
    class: 'dlq/redrive',
    contested: true,
    rules: {
        receivesHere: (message) => message.receives,
    },
};
