import { limits } from '../../src/core/limits.js';
import { contract } from '../rules.js';
export const longestIdRefused = {
    id: 'A-103',
    title: 'longest-id-refused',
    says: 'when a deduplication or group id has exactly 128 characters, the server refuses it instead of accepting',
    link: 'https://github.com/localstack/localstack/issues/9678',
    rule: 'sqs:SM8',
    class: 'limits/validation',
    profile: 'fifo',
    rules: {
        allowsId: (id) => id.length < limits.idMax && contract.allowsId(id),
    },
};
