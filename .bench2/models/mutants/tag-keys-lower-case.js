const lower = (tags) => Object.fromEntries(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value]));
export const tagKeysLowerCase = {
    id: 'R-036',
    title: 'tag-keys-lower-case',
    says: 'when two keys of tags differ only in case, the server takes them for one instead of two',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-tags.html',
    rule: 'sqs:TG1',
    class: 'tags/permissions',
    rules: {
        mergeTags: (tags, given) => lower({ ...tags, ...given }),
    },
};
