import { contract } from '../rules.js';
export const onlyLatestOfId = {
    id: 'A-064',
    title: 'only-latest-of-id',
    says: 'when DeduplicationScope is messageGroup, the server remembers only the latest message of an id, whatever its group, instead of one for each group',
    link: 'https://github.com/localstack/localstack/blob/8b9a79f05846835cf4dff63ab7eefdde9df83783/localstack-core/localstack/services/sqs/models.py',
    rule: 'sqs:F22',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        dedupKey: (id) => id,
        isDuplicate: (first, at, group, scope) => (scope === 'queue' || first.group === group) && contract.isDuplicate(first, at, group, scope),
    },
};
