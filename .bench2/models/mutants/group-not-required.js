export const groupNotRequired = {
    id: 'A-097',
    title: 'group-not-required',
    says: 'when an entry of a batch to a FIFO queue has no MessageGroupId, the server stores it instead of refusing the batch',
    link: 'https://github.com/getmoto/moto/commit/b44ab23c637896b2127be30f07f267fec10e4c1d',
    rule: 'sqs:SB6',
    class: 'limits/validation',
    profile: 'fifo',
    rules: {
        requiresGroup: (call) => call !== 'SendMessageBatch',
    },
};
