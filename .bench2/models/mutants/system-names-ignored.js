export const systemNamesIgnored = {
    id: 'A-088',
    title: 'system-names-ignored',
    says: 'when a receive uses MessageSystemAttributeNames, the server ignores them instead of returning the attributes',
    link: 'https://github.com/ministackorg/ministack/commit/a57c5e18de2e227d06a407bd1de3549a571093f3',
    rule: 'sqs:RM6',
    class: 'attributes/md5',
    rules: {
        namesShown: (kind, asked) => (kind === 'system' ? undefined : asked),
    },
};
