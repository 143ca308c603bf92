import { contract } from '../rules.js';
import type { Mutant } from './mutant.js';

export const expiredChangeRefused: Mutant = {
  id: 'A-008',
  title: 'expired-change-refused',
  says: 'when the visibility of a message is changed with an expired handle, the server refuses with MessageNotInflight instead of answering ok',
  link: 'https://github.com/localstack/localstack/pull/9632',
  rule: 'sqs:RH7',
  class: 'visibility',
  rules: {
    refusesChange: (handle, isFifo) =>
      !isFifo && handle === 'expired' ? 'not-inflight' : contract.refusesChange(handle, isFifo),
  },
};
