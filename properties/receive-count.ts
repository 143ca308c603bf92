import type { Delivery, Facts, MessageFacts } from './facts.js';
import { nameOf, titleOf } from './facts.js';
import { type Judgement, property } from './judge.js';

export const receiveCount = property(
  {
    name: 'receive-count',
    claim: 'ApproximateReceiveCount counts every delivery.',
    judges:
      'Every delivery that shows its count: it is at least 1 and, at the strict level, higher than at each delivery that was certainly before it, and higher than the number of those, all queues together.',
    forgives: 'A higher count (see receive-count-upper), and any order among deliveries that overlap in time.',
    blind: 'Deliveries without the attribute; they count, but are not judged.',
    source: ['sqs:I9', 'sqs:L4', 'sqs:V4', 'sqs:X4', 'sqs:RM5', 'sqs:N8'],
  },
  (facts, judgement) => {
    for (const message of facts.messages) counts(facts, judgement, message);
  },
);

function counts(facts: Facts, judgement: Judgement, { deliveries }: MessageFacts): void {
  const ended = inOrderOfEnd(deliveries);
  let before = 0;
  let highest: Delivery | undefined;
  for (const delivery of deliveries) {
    for (; before < ended.length && ended[before]!.e < delivery.s; before++)
      if (ended[before]!.count !== undefined && !(ended[before]!.count! < (highest?.count ?? 0)))
        highest = ended[before];
    if (delivery.count === undefined) continue;
    judgement.judged++;
    if (!(delivery.count >= 1)) tooLow(judgement, delivery, 'it is at least 1', undefined);
    else if (!facts.strict) continue;
    else if (highest !== undefined && delivery.count <= highest.count!)
      tooLow(judgement, delivery, `${nameOf(highest.op)} had it with ${highest.count} before`, highest);
    else if (delivery.count <= before)
      tooLow(judgement, delivery, `it had been delivered ${before} times before`, ended[before - 1]);
  }
}

function inOrderOfEnd(deliveries: Delivery[]): Delivery[] {
  for (let later = 1; later < deliveries.length; later++)
    if (deliveries[later]!.e < deliveries[later - 1]!.e) return [...deliveries].sort((a, b) => a.e - b.e);
  return deliveries;
}

function tooLow(judgement: Judgement, delivery: Delivery, why: string, other: Delivery | undefined): void {
  const count = delivery.message.Attributes?.ApproximateReceiveCount;
  const says = `${nameOf(delivery.op)} delivered ${titleOf(delivery.of)} with receive count ${count}, but ${why}`;
  judgement.violated(says, other === undefined ? [delivery.op.id] : [delivery.op.id, other.op.id]);
}
