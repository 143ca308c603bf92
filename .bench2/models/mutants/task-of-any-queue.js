export const taskOfAnyQueue = {
    id: 'R-018',
    title: 'task-of-any-queue',
    says: "when a move task is started on a queue that is nobody's dead-letter queue, the server accepts it instead of refusing",
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html',
    rule: 'sqs:MT2',
    class: 'dlq/redrive',
    rules: {
        needsSources: () => false,
    },
};
