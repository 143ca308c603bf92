export const retentionIgnored = {
    id: 'A-083',
    title: 'retention-ignored',
    says: 'when a message is older than the retention period, the server keeps it for ever instead of removing it',
    link: 'https://github.com/localstack/localstack/issues/3525',
    rule: 'sqs:RT2',
    class: 'retention',
    rules: {
        expiresAt: () => Number.POSITIVE_INFINITY,
    },
};
