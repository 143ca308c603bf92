export const deadLetterSourceIsTarget = {
    id: 'A-031',
    title: 'dead-letter-source-is-target',
    says: 'when a dead letter is received, the server names the dead-letter queue as its source instead of the queue it came from',
    link: 'https://github.com/softwaremill/elasticmq/pull/1086',
    rule: 'sqs:X8',
    class: 'dlq/redrive',
    rules: {
        deadLetterSource: (_source, target) => target,
    },
};
