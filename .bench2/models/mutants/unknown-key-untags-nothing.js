import { contract } from '../rules.js';
export const unknownKeyUntagsNothing = {
    id: 'R-035',
    title: 'unknown-key-untags-nothing',
    says: 'when one of the keys to untag is not there, the server takes off none of them instead of ignoring that one',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_UntagQueue.html',
    rule: 'sqs:TG1',
    class: 'tags/permissions',
    rules: {
        untag: (tags, keys) => (keys.every((key) => key in tags) ? contract.untag(tags, keys) : tags),
    },
};
