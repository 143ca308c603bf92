import { attributeDefaults } from '../../src/core/limits.js';
export const setResetsOthers = {
    id: 'R-006',
    title: 'set-resets-others',
    says: 'when some attributes of a queue are set, the server resets all others to their defaults instead of leaving them as they are',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
    rule: 'sqs:SA1',
    class: 'queues',
    rules: {
        mergeAttributes: (_old, given) => ({ ...attributeDefaults, ...given }),
    },
};
