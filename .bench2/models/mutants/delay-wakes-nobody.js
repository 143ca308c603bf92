export const delayWakesNobody = {
    id: 'A-072',
    title: 'delay-wakes-nobody',
    says: 'when a delay ends during a long poll, the server answers the poll empty at its end instead of returning the message at once',
    link: 'https://github.com/softwaremill/elasticmq/issues/65',
    rule: 'sqs:P8',
    class: 'long-poll',
    rules: {
        wakes: (cause) => cause !== 'delay',
        atDeadline: () => 'ignore',
    },
};
