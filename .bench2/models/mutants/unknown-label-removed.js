export const unknownLabelRemoved = {
    id: 'R-038',
    title: 'unknown-label-removed',
    says: 'when a permission with an unknown label is removed, the server answers ok instead of refusing',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_RemovePermission.html',
    rule: 'sqs:PM2',
    class: 'tags/permissions',
    rules: {
        removesUnknown: () => true,
    },
};
