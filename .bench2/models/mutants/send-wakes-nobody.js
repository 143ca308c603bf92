export const sendWakesNobody = {
    id: 'A-070',
    title: 'send-wakes-nobody',
    says: 'when a message is sent during a long poll, the server holds it back behind the lock of the poll and answers the poll empty at its end instead of returning the message at once',
    link: 'https://github.com/Admiral-Piett/goaws/commit/ae0fdf37b44dff7c5dc72b149e5bca7ef84c6d76',
    rule: 'sqs:P7',
    class: 'long-poll',
    rules: {
        wakes: (cause) => cause !== 'send',
        atDeadline: () => 'ignore',
    },
};
