export const emptyList = {
    id: 'A-089',
    title: 'empty-list',
    says: 'when a receive finds nothing, the server answers with an empty list of messages instead of leaving it out',
    link: 'https://github.com/floci-io/floci/commit/7516acb5f9322240dd8a3d4f086700517847bc1f',
    rule: 'sqs:RM2',
    class: 'attributes/md5',
    rules: {
        listsNothing: () => true,
    },
};
