export const taskNeverEnds = {
    id: 'R-023',
    title: 'task-never-ends',
    says: 'when a move task has moved everything, the server leaves it running instead of completing it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html',
    rule: 'sqs:MT6',
    class: 'dlq/redrive',
    rules: {
        taskEnds: () => false,
    },
};
