export const emptyPolicyStays = {
    id: 'R-039',
    title: 'empty-policy-stays',
    says: 'when the last permission of a queue is removed, the server keeps a Policy without statements instead of removing it',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_RemovePermission.html',
    rule: 'sqs:PM2',
    class: 'tags/permissions',
    rules: {
        keepsPolicy: () => true,
    },
};
