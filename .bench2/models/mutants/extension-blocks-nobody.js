export const extensionBlocksNobody = {
    id: 'A-053',
    title: 'extension-blocks-nobody',
    says: 'when messages of a group were received together and only the first is hidden for longer, the server delivers the others when their windows end instead of keeping them behind it',
    link: 'https://github.com/localstack/localstack/issues/12457',
    rule: 'sqs:F30',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        blocks: (_earlier, later) => later.receives === 0,
    },
};
