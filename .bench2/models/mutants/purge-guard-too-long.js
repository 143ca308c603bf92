export const purgeGuardTooLong = {
    id: 'R-033',
    title: 'purge-guard-too-long',
    says: 'when a queue is purged 60 s after its last purge, the server refuses instead of purging, a second longer',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html',
    rule: 'sqs:PQ1',
    class: 'purge/delete-queue',
    rules: {
        purgeGuard: () => 61,
    },
};
