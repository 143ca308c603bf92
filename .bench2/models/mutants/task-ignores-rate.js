export const taskIgnoresRate = {
    id: 'R-015',
    title: 'task-ignores-rate',
    says: 'when a move task is started with a rate, the server moves all messages at once instead of so many a second',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html',
    rule: 'sqs:MT10',
    class: 'dlq/redrive',
    rules: {
        taskStepAt: (startedAt) => startedAt,
    },
};
