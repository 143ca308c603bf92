import { existence } from './reading/existence.js';
import type { Facts } from './reading/facts.js';
import { possiblyRedriven } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import { deadLetterQueues, redriveOf } from './reading/redrive.js';
import type { Delivery, QueueFacts, Sent } from './reading/words.js';

export const maxReceives = property(
  {
    name: 'max-receives',
    claim: 'A queue with a redrive policy delivers a message at most maxReceiveCount times.',
    judges:
      'Every delivery of a message from the FIFO queue that it was sent to, at the strict level from any queue, if a policy was in force there since the send: neither the receive count it shows nor the number of deliveries seen is above the limit in force.',
    forgives:
      'More deliveries while the dead-letter queue may not exist, where policies lead in a circle, or after a move task may have brought the message back; the higher limit where a change of the policy overlaps the receive; receives repeated with their attempt id, which may count or not and take nothing themselves.',
    blind: 'Messages that came from another queue, since their count may include receives there.',
    source: ['sqs:I10', 'sqs:X1', 'sqs:X3', 'sqs:X4', 'sqs:X11', 'sqs:X15', 'sqs:N9', 'sqs:RM5', 'sqs:F42'],
  },
  (facts, judgement) => {
    for (const queue of facts.queues.values()) {
      if (!facts.strict && !queue.isFifo) continue;
      const targets = deadLetterQueues(facts, queue.name);
      if (targets.size === 0 || targets.has(queue.name)) continue;
      for (const { deliveries } of queue.receives)
        for (const delivery of deliveries) withinLimit(facts, judgement, queue, delivery);
    }
  },
);

function withinLimit(facts: Facts, judgement: Judgement, queue: QueueFacts, delivery: Delivery): void {
  const { sent } = delivery.of;
  if (delivery.retryOf !== undefined) return;
  if (sent?.queue !== queue.name || !alwaysLimited(facts, queue, sent, delivery)) return;
  if (possiblyRedriven(facts, delivery.of, delivery.e)) return;
  const { lo, hi, target } = redriveOf(facts, queue, delivery.s, delivery.e);
  const before = earlier(delivery, lo);
  const count = Math.max((delivery.count ?? 0) - retries(queue, delivery), before.length + 1);
  if (count <= lo) judgement.judged++;
  else if (count <= hi) judgement.open(`it is not known which maxReceiveCount ${nameOf(delivery.op)} met`);
  else if (target !== undefined) aboveLimit(facts, judgement, delivery, target, hi, before);
}

const alwaysLimited = (facts: Facts, queue: QueueFacts, sent: Sent, { e }: Delivery): boolean =>
  redriveOf(facts, queue, sent.s, e).hi < Number.POSITIVE_INFINITY;

/** Deliveries from the same queue that were certainly before; looked up only where they can exceed the limit. */
function earlier(delivery: Delivery, limit: number): Delivery[] {
  const { deliveries } = delivery.of;
  if (deliveries.length <= limit) return [];
  return deliveries.filter(
    ({ queue, e, retryOf }) => queue === delivery.queue && e < delivery.s && retryOf === undefined,
  );
}

/** How many of the receives so far may have repeated another one and been counted for it (sqs:F42). */
function retries({ attempts }: QueueFacts, { s }: Delivery): number {
  let times = 0;
  for (const all of attempts?.values() ?? [])
    times += Math.max(0, all.filter(({ called }) => called.s <= s).length - 1);
  return times;
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
