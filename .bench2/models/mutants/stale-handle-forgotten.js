export const staleHandleForgotten = {
    id: 'A-019',
    title: 'stale-handle-forgotten',
    says: 'when a handle is used after its message has been received again, the server answers ReceiptHandleIsInvalid instead of accepting it',
    link: 'https://github.com/getmoto/moto/pull/4655',
    rule: 'sqs:RH6',
    class: 'receipt-handle',
    contested: true,
    rules: {
        remembers: (handle) => handle !== 'stale',
    },
};
