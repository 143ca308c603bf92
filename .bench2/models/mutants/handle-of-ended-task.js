export const handleOfEndedTask = {
    id: 'R-020',
    title: 'handle-of-ended-task',
    says: 'when a move task has ended, the server still lists its handle instead of only that of a running one',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html',
    rule: 'sqs:MT7',
    class: 'dlq/redrive',
    rules: {
        showsTaskHandle: () => true,
    },
};
