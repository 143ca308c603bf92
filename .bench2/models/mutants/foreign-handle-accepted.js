export const foreignHandleAccepted = {
    id: 'A-015',
    title: 'foreign-handle-accepted',
    says: 'when a handle is used on another queue than the one that issued it, the server acts on the message there instead of refusing',
    link: 'https://github.com/localstack/localstack/pull/6103',
    rule: 'sqs:RH13',
    class: 'receipt-handle',
    rules: {
        accepts: () => true,
    },
};
