export const capFromSend = {
    id: 'A-010',
    title: 'cap-from-send',
    says: 'when the visibility of a message sent more than 12 h ago is changed, the server refuses because it counts the cap from the send instead of from the receive',
    link: 'https://github.com/getmoto/moto/pull/3893',
    rule: 'sqs:V8',
    class: 'visibility',
    rules: {
        capFrom: (_receivedAt, message) => message.sentAt,
    },
};
