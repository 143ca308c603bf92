export const nameFreeAtOnce = {
    id: 'R-032',
    title: 'name-free-at-once',
    says: 'when a queue is created less than 60 s after one of its name was deleted, the server creates it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html',
    rule: 'sqs:CQ8',
    class: 'purge/delete-queue',
    rules: {
        recreateGuard: () => 0,
    },
};
