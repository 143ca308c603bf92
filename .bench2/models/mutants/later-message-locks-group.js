export const laterMessageLocksGroup = {
    id: 'A-054',
    title: 'later-message-locks-group',
    says: 'when only a later message of a group is in flight, the server keeps the whole group locked instead of delivering the earlier one',
    link: 'https://github.com/floci-io/floci/blob/a2389e7733249102c9736cfb3698cf409f41bc4b/src/main/java/io/github/hectorvent/floci/services/sqs/SqsService.java',
    rule: 'sqs:F32',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        blocksEarlier: () => true,
    },
};
