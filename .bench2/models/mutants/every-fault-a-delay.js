import { invalidValue } from '../sqs/errors.js';
const invalidDelay = invalidValue('The DelaySeconds of the entry is invalid.');
export const everyFaultADelay = {
    id: 'A-102',
    title: 'every-fault-a-delay',
    says: 'when an entry of a SendMessageBatch is invalid for whatever reason, the server reports an invalid delay instead of the true code',
    link: 'https://github.com/getmoto/moto/pull/6721',
    rule: 'sqs:SB5',
    class: 'limits/validation',
    rules: {
        reportedAs: (call, refusal) => (call === 'SendMessageBatch' ? invalidDelay : refusal),
    },
};
