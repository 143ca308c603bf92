import { contract } from '../rules.js';
import type { Mutant } from './mutant.js';

export const deadLetterDeleted: Mutant = {
  id: 'A-029',
  title: 'dead-letter-deleted',
  says: 'when a dead letter is received again from a queue without a RedrivePolicy of its own, the server deletes it instead of delivering it',
  link: 'https://github.com/softwaremill/elasticmq/commit/c20ed8c8df7a2e5eb4711eff8c463091ff688179',
  rule: 'sqs:X13',
  class: 'dlq/redrive',
  rules: {
    withoutPolicy: (message) =>
      message.deadLetterSource !== undefined && contract.receivesHere(message, 0) > 0 ? 'drop' : 'deliver',
  },
};
