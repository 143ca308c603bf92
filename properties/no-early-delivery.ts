import type { Facts } from './reading/facts.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import type { Delivery, Sent } from './reading/words.js';

export const noEarlyDelivery = property(
  {
    name: 'no-early-delivery',
    claim: 'A message is not delivered before its delay is over.',
    judges:
      'Every delivery of a delayed message: it does not end before the begin of the send plus the lowest delay that was legal for it, that of the entry, else of the queue.',
    forgives:
      'Either delay where the queue was changed around the send; a delivery that fits only if an unknown or slow send took effect early is left open.',
    blind: 'A delivery that is late.',
    source: ['sqs:I4', 'sqs:DY1', 'sqs:DY4', 'sqs:DY5', 'sqs:A30', 'sqs:B2', 'sqs:B6'],
  },
  (facts, judgement) => {
    for (const { sent, deliveries } of facts.messages) {
      if (sent === undefined || deliveries.length === 0) continue;
      if (sent.delay.hi > 0) for (const delivery of deliveries) inTime(facts, judgement, sent, delivery);
    }
  },
);

function inTime(facts: Facts, judgement: Judgement, sent: Sent, delivery: Delivery): void {
  const { delay } = sent;
  if (delivery.e >= sent.e + delay.hi * 1000 - facts.early) judgement.judged++;
  else if (delivery.e >= sent.s + delay.lo * 1000 - facts.early)
    judgement.open(
      `${nameOf(delivery.op)} is in time only if ${nameOf(sent.op)} took effect early or with little delay`,
    );
  else {
    judgement.judged++;
    early(judgement, sent, delay.lo, delivery);
  }
}

function early(judgement: Judgement, sent: Sent, delay: number, { op, e, of }: Delivery): void {
  const missing = seconds(sent.s + delay * 1000 - e);
  const delayed = `it is delayed from ${seconds(sent.s)} for ${delay} s; ${missing} are missing`;
  judgement.violated(`${nameOf(op)} delivered ${titleOf(of)} at ${seconds(e)}, but ${delayed}`, [op.id, sent.op.id]);
}
