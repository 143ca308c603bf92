export const moveResetsTimes = {
    id: 'A-038',
    title: 'move-resets-times',
    says: 'when a message moves to the dead-letter queue, the server resets its SentTimestamp and first receive time to the move instead of keeping them',
    link: 'https://github.com/softwaremill/elasticmq/pull/400',
    rule: 'sqs:X9',
    class: 'dlq/redrive',
    rules: {
        sentAtAfterMove: (_message, at) => at,
        firstReceivedAfterMove: (_message, at) => at,
    },
};
