export const twoTasksAtOnce = {
    id: 'R-017',
    title: 'two-tasks-at-once',
    says: 'when a move task is started while another one of its source runs, the server accepts it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html',
    rule: 'sqs:MT2',
    class: 'dlq/redrive',
    rules: {
        activeTasksOfSource: () => Number.POSITIVE_INFINITY,
    },
};
