export const labelUsedTwice = {
    id: 'R-037',
    title: 'label-used-twice',
    says: 'when a permission is added with a label that exists, the server adds it instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html',
    rule: 'sqs:PM2',
    class: 'tags/permissions',
    rules: {
        allowsLabel: () => true,
    },
};
