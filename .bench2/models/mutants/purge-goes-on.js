export const purgeGoesOn = {
    id: 'R-009',
    title: 'purge-goes-on',
    says: 'when a queue has been purged, the server goes on for two minutes to remove what is sent instead of for one at most',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html',
    rule: 'sqs:PQ3',
    class: 'purge/delete-queue',
    rules: {
        purgesLater: (at, purgedAt) => at < purgedAt + 120_000,
    },
};
