import { outputOf } from './reading/calls.js';
import { existence, turningPoints } from './reading/existence.js';
import type { Facts } from './reading/facts.js';
import { type Judgement, property } from './reading/judge.js';
import { isPageSize, type Page, Pages, type Subject } from './reading/listing.js';
import { nameOf } from './reading/names.js';
import type { OpOf } from './reading/words.js';

export const queueNames = property(
  {
    name: 'queue-names',
    claim: 'GetQueueUrl answers the queue of the name, and ListQueues the queues that exist.',
    judges:
      'The URL in every answer of GetQueueUrl and CreateQueue; in every listing that the names have the prefix, are no more than asked for, none twice, none of a queue that certainly does not exist; that a complete listing, in one page or several, has every queue that certainly exists; and that a token has more to come.',
    forgives:
      'Queues created or deleted around the listing or by calls without a known outcome, and at the documented level for 60 s after; the order; pages of a set that changes.',
    blind: 'Queues that the run did not make.',
    source: ['sqs:GU1', 'sqs:LQ1', 'sqs:LQ2', 'sqs:LQ3', 'sqs:CQ4', 'sqs:I29', 'sqs:OP8'],
  },
  (facts, judgement) => {
    if (facts.namings.length === 0) return;
    const pages = new Pages(facts, judgement);
    for (const op of facts.namings)
      if (op.call !== 'ListQueues') judgeUrl(judgement, op);
      else if (isPageSize(op.input.MaxResults))
        pages.judge(pageOf(op), queuesWith(facts, op.input.QueueNamePrefix ?? ''));
  },
);

function judgeUrl(judgement: Judgement, op: OpOf<'GetQueueUrl' | 'CreateQueue'>): void {
  judgement.judged++;
  const { QueueUrl } = outputOf(op as OpOf<'GetQueueUrl'>);
  if (QueueUrl !== op.input.QueueName)
    judgement.violated(`${nameOf(op)} answered ${QueueUrl}, but the name is ${op.input.QueueName}`, [op.id]);
}

function pageOf(op: OpOf<'ListQueues'>): Page {
  const { QueueNamePrefix = '', MaxResults: max, NextToken: from } = op.input;
  const { QueueUrls: names = [], NextToken: token } = outputOf(op);
  return { op, s: op.invoked, e: op.returned, names, token, from, max, of: QueueNamePrefix };
}

/** The queues that exist and whose names begin so. */
const queuesWith = (facts: Facts, prefix: string): Subject => ({
  has: (name, call) => (name.startsWith(prefix) ? existence(facts, name, call) : 'no'),
  hasTurned: (name, { s, e }) =>
    name.startsWith(prefix) &&
    turningPoints(facts.queue(name)).some((turn) => turn.s <= e && turn.e + facts.wipeLag >= s),
  whyNot: (name) => (name.startsWith(prefix) ? 'there is no such queue' : `the prefix is ${prefix}`),
  why: 'that queue exists',
});
