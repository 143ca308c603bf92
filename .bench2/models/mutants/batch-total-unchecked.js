export const batchTotalUnchecked = {
    id: 'A-098',
    title: 'batch-total-unchecked',
    says: 'when the entries of a batch are each small enough but not all together, the server accepts them instead of refusing the batch',
    link: 'https://github.com/getmoto/moto/pull/6550',
    rule: 'sqs:SB2',
    class: 'limits/validation',
    rules: {
        totalMax: () => Number.POSITIVE_INFINITY,
    },
};
