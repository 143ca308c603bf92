import { contract } from '../rules.js';
import type { Mutant } from './mutant.js';

export const cumulativeLimit: Mutant = {
  id: 'A-035',
  title: 'cumulative-limit',
  says: 'when a dead-letter queue has a RedrivePolicy of its own, the server counts the receives in the source against its limit and moves the message on instead of delivering it',
  link: 'https://github.com/localstack/localstack/issues/5225',
  rule: 'sqs:X13',
  class: 'dlq/redrive',
  contested: true,
  rules: {
    // not at the instant of a move: policies may lead in a circle
    receivesHere: (message, at) => (message.visibleAt < at ? message.receives : contract.receivesHere(message, at)),
  },
};
