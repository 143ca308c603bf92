export const cancelStopsNothing = {
    id: 'R-016',
    title: 'cancel-stops-nothing',
    says: 'when a running move task is cancelled, the server answers ok and goes on moving instead of stopping',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CancelMessageMoveTask.html',
    rule: 'sqs:MT6',
    class: 'dlq/redrive',
    rules: {
        cancelStops: () => false,
    },
};
