import { contract } from '../rules.js';
export const batchBlindToItself = {
    id: 'R-053',
    title: 'batch-blind-to-itself',
    says: 'when two entries of one batch have the same deduplication id, the server stores both instead of the first',
    link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html',
    rule: 'sqs:SB8',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        isDuplicate: (first, at, group, scope) => first.at < at && contract.isDuplicate(first, at, group, scope),
    },
};
