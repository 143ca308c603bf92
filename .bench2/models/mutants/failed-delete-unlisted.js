export const failedDeleteUnlisted = {
    id: 'A-017',
    title: 'failed-delete-unlisted',
    says: 'when an entry of a DeleteMessageBatch has an unusable handle, the server lists it nowhere instead of under Failed',
    link: 'https://github.com/getmoto/moto/pull/4765',
    rule: 'sqs:OP7',
    class: 'receipt-handle',
    rules: {
        failedEntry: (call) => (call === 'DeleteMessageBatch' ? 'omit' : 'report'),
    },
};
