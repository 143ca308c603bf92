export const batchDeleteForgotten = {
    id: 'A-048',
    title: 'batch-delete-forgotten',
    says: 'when a FIFO message is deleted in a batch, the server answers ok and keeps its window and its group going instead of removing it',
    link: 'https://github.com/justeattakeaway/LocalSqsSnsMessaging/commit/2c81a51d80af17d678ff258ef9c6e6253495ac3a',
    rule: 'sqs:DM1',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        deletes: (_handle, _choose, call) => call !== 'DeleteMessageBatch',
    },
};
