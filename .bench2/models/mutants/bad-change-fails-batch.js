export const badChangeFailsBatch = {
    id: 'A-018',
    title: 'bad-change-fails-batch',
    says: 'when an entry of a ChangeMessageVisibilityBatch has an unusable handle, the server fails the whole call instead of that entry',
    link: 'https://github.com/softwaremill/elasticmq/commit/16ebfc83f40bf54cfae95d7e24849ec844400177',
    rule: 'sqs:OP7',
    class: 'receipt-handle',
    rules: {
        failedEntry: (call) => (call === 'ChangeMessageVisibilityBatch' ? 'fail-all' : 'report'),
    },
};
