export const oldestTaskFirst = {
    id: 'R-022',
    title: 'oldest-task-first',
    says: 'when the move tasks of a queue are listed, the server begins with the oldest instead of the newest',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html',
    rule: 'sqs:MT7',
    class: 'dlq/redrive',
    rules: {
        tasksListed: (newestFirst) => newestFirst.toReversed(),
    },
};
