export const anyEntryId = {
    id: 'A-095',
    title: 'any-entry-id',
    says: 'when the Id of a batch entry has illegal characters or is too long, the server accepts it instead of refusing the batch',
    link: 'https://github.com/localstack/localstack/pull/7313',
    rule: 'sqs:SB1',
    class: 'limits/validation',
    rules: {
        allowsEntryId: () => true,
    },
};
