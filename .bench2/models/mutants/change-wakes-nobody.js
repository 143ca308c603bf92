export const changeWakesNobody = {
    id: 'A-071',
    title: 'change-wakes-nobody',
    says: 'when a visibility change to 0 frees a message during a long poll, the server answers the poll empty at its end instead of returning the message at once',
    link: 'https://github.com/softwaremill/elasticmq/issues/81',
    rule: 'sqs:P8',
    class: 'long-poll',
    rules: {
        wakes: (cause) => cause !== 'change',
        atDeadline: () => 'ignore',
    },
};
