export const eightActions = {
    id: 'R-040',
    title: 'eight-actions',
    says: 'when a permission is added for more than seven actions, the server accepts it instead of answering OverLimit',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html',
    rule: 'sqs:PM3',
    class: 'tags/permissions',
    rules: {
        actionsMax: () => Number.POSITIVE_INFINITY,
    },
};
