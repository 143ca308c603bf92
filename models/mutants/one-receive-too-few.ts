import type { Millis } from '../../src/core/clock.js';
import { contract } from '../rules.js';
import type { Message } from '../sqs/message.js';
import type { Mutant } from './mutant.js';

const hasJustMoved = ({ deadLetterSource, visibleAt }: Message, at: Millis): boolean =>
  deadLetterSource !== undefined && visibleAt === at;

export const oneReceiveTooFew: Mutant = {
  id: 'A-028',
  title: 'one-receive-too-few',
  says: 'when a receive comes to a message, the server counts it before it looks at the limit and moves the message one delivery too early instead of delivering it maxReceiveCount times',
  link: 'https://github.com/faiscadev/fakecloud/pull/19',
  rule: 'sqs:X3',
  class: 'dlq/redrive',
  rules: {
    // not at the instant of a move: policies may lead in a circle
    receivesHere: (message, at) => contract.receivesHere(message, at) + (hasJustMoved(message, at) ? 0 : 1),
  },
};
