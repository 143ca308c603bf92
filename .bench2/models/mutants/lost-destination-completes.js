export const lostDestinationCompletes = {
    id: 'R-019',
    title: 'lost-destination-completes',
    says: 'when the destination of a running move task is deleted, the server lists the task as completed instead of failed',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html',
    rule: 'sqs:MT9',
    class: 'dlq/redrive',
    rules: {
        statusWithoutDestination: () => 'COMPLETED',
    },
};
