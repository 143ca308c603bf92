export const droppedWithoutTarget = {
    id: 'A-034',
    title: 'dropped-without-target',
    says: 'when a message is due for a dead-letter queue that does not exist, the server drops it instead of keeping it',
    link: 'https://github.com/faiscadev/fakecloud/issues/1675',
    rule: 'sqs:X15',
    class: 'dlq/redrive',
    rules: {
        withoutTarget: () => 'drop',
    },
};
