export const tagsReplace = {
    id: 'R-034',
    title: 'tags-replace',
    says: 'when a queue that has tags is given more, the server drops the old ones instead of keeping those whose keys are not given',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_TagQueue.html',
    rule: 'sqs:TG1',
    class: 'tags/permissions',
    rules: {
        mergeTags: (_tags, given) => given,
    },
};
