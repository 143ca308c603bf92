export const windowWakesNobody = {
    id: 'A-073',
    title: 'window-wakes-nobody',
    says: 'when a window ends during a long poll, the server answers the poll empty at its end instead of returning the message at once',
    link: 'https://github.com/getmoto/moto/pull/5733',
    rule: 'sqs:P8',
    class: 'long-poll',
    rules: {
        wakes: (cause) => cause !== 'window',
        atDeadline: () => 'ignore',
    },
};
