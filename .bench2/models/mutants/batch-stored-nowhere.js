export const batchStoredNowhere = {
    id: 'A-044',
    title: 'batch-stored-nowhere',
    says: 'when messages are sent to a FIFO queue in a batch, the server accepts them and stores them where no receive finds them',
    link: 'https://github.com/justeattakeaway/LocalSqsSnsMessaging/pull/593',
    rule: 'sqs:SB7',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        stores: (call) => call !== 'SendMessageBatch',
    },
};
