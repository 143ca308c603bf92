import { existence } from './existence.js';
import type { Delivery, Facts, QueueFacts, Sent } from './facts.js';
import { nameOf, titleOf } from './facts.js';
import { type Judgement, property } from './judge.js';

export const maxReceives = property(
  {
    name: 'max-receives',
    claim: 'A queue with a redrive policy delivers a message at most maxReceiveCount times.',
    judges:
      'At the strict level, every delivery of a message from the queue that it was sent to, if a policy was in force there since the send: neither the receive count it shows nor the number of deliveries seen is above the limit in force.',
    forgives:
      'More deliveries while the dead-letter queue may not exist, or where policies lead in a circle; the higher limit where a change of the policy overlaps the receive.',
    blind: 'Messages that came from another queue, since their count may include receives there.',
    source: ['sqs:I10', 'sqs:X1', 'sqs:X3', 'sqs:X4', 'sqs:X11', 'sqs:X15', 'sqs:N9', 'sqs:RM5'],
  },
  (facts, judgement) => {
    if (!facts.strict) return;
    for (const queue of facts.queues.values()) {
      const targets = facts.deadLetterQueues(queue.name);
      if (targets.size === 0 || targets.has(queue.name)) continue;
      for (const { deliveries } of queue.receives)
        for (const delivery of deliveries) withinLimit(facts, judgement, queue, delivery);
    }
  },
);

function withinLimit(facts: Facts, judgement: Judgement, queue: QueueFacts, delivery: Delivery): void {
  const { sent } = delivery.of;
  if (sent?.queue !== queue.name || !alwaysLimited(facts, queue, sent, delivery)) return;
  const { lo, hi, target } = facts.redrive(queue, delivery.s, delivery.e);
  const before = earlier(delivery, lo);
  const count = Math.max(delivery.count ?? 0, before.length + 1);
  if (count <= lo) judgement.judged++;
  else if (count <= hi) judgement.open(`it is not known which maxReceiveCount ${nameOf(delivery.op)} met`);
  else if (target !== undefined) aboveLimit(facts, judgement, delivery, target, hi, before);
}

const alwaysLimited = (facts: Facts, queue: QueueFacts, sent: Sent, { e }: Delivery): boolean =>
  facts.redrive(queue, sent.s, e).hi < Number.POSITIVE_INFINITY;

/** Deliveries from the same queue that were certainly before; looked up only where they can exceed the limit. */
function earlier(delivery: Delivery, limit: number): Delivery[] {
  const { deliveries } = delivery.of;
  if (deliveries.length <= limit) return [];
  return deliveries.filter(({ queue, e }) => queue === delivery.queue && e < delivery.s);
}

function aboveLimit(
  facts: Facts,
  judgement: Judgement,
  delivery: Delivery,
  target: string,
  limit: number,
  before: Delivery[],
): void {
  const there = existence(facts, target, delivery);
  if (there === 'maybe') judgement.open(`it is not known whether ${target} existed`);
  if (there !== 'yes') return;
  judgement.judged++;
  const { op, of, queue, count } = delivery;
  const last = before.length >= limit ? before.at(-1) : undefined;
  const seen =
    last === undefined
      ? `with receive count ${count}`
      : `as delivery number ${before.length + 1}, after ${nameOf(last.op)}`;
  const says = `${nameOf(op)} delivered ${titleOf(of)} from ${queue} ${seen}, but maxReceiveCount is ${limit}`;
  judgement.violated(says, last === undefined ? [op.id] : [op.id, last.op.id]);
}
