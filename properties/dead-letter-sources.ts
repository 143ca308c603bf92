import { outputOf } from './reading/calls.js';
import { turningPoints } from './reading/existence.js';
import type { Facts } from './reading/facts.js';
import { property } from './reading/judge.js';
import { isPageSize, type Page, Pages, type Subject } from './reading/listing.js';
import { isSource } from './reading/sources.js';
import type { OpOf } from './reading/words.js';

export const deadLetterSources = property(
  {
    name: 'dead-letter-sources',
    claim: 'ListDeadLetterSourceQueues lists the queues whose redrive policy leads to the queue.',
    judges:
      'Every answered listing: no more than asked for, none twice, none whose policy certainly does not lead there; a complete one, in one page or several, has every queue whose policy certainly does; and a token has more to come.',
    forgives:
      'Policies written and queues created or deleted around the listing or by calls without a known outcome, and at the documented level for 60 s after; the order; pages of a set that changes; sources of a queue that was deleted and created again.',
    blind: 'Sources that the run did not make.',
    source: ['sqs:LD1', 'sqs:LQ2', 'sqs:LQ3', 'sqs:X1', 'sqs:DQ4', 'sqs:A30'],
  },
  (facts, judgement) => {
    let pages: Pages | undefined;
    for (const { op, outcome } of facts.calls) {
      if (op.call !== 'ListDeadLetterSourceQueues' || outcome !== 'ok') continue;
      pages ??= new Pages(facts, judgement);
      if (isPageSize(op.input.MaxResults)) pages.judge(pageOf(op), sourcesOf(facts, op.input.QueueUrl));
    }
  },
);

function pageOf(op: OpOf<'ListDeadLetterSourceQueues'>): Page {
  const { QueueUrl, MaxResults: max, NextToken: from } = op.input;
  const { queueUrls: names = [], NextToken: token } = outputOf(op);
  return { op, s: op.invoked, e: op.returned, names, token, from, max, of: QueueUrl };
}

const sourcesOf = (facts: Facts, target: string): Subject => ({
  has: (name, call) => (facts.queues.has(name) ? isSource(facts, facts.queue(name), target, call) : 'no'),
  hasTurned: (name, { s, e }) => {
    const queue = facts.queue(name);
    const turns = [...turningPoints(queue), ...queue.writes.filter(({ attributes }) => 'RedrivePolicy' in attributes)];
    return turns.some((turn) => turn.s <= e && turn.e + facts.wipeLag >= s);
  },
  whyNot: () => `its redrive policy does not lead to ${target}`,
  why: `its redrive policy leads to ${target}`,
});
