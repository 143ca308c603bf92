import { attributeOf } from './reading/attributes.js';
import type { Facts } from './reading/facts.js';
import { possiblyRedriven } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { comesRound } from './reading/redrive.js';
import type { Delivery, QueueFacts, Range, Sent, Timed } from './reading/words.js';

export const retention = property(
  {
    name: 'retention',
    claim: 'A message older than the retention period of its queue is not delivered, whatever state it was in.',
    judges:
      'Every delivery: it does not begin later than the end of the send plus the longest retention period in force in the queue that it came from. A dead letter keeps the age it had; in a FIFO dead-letter queue its age starts anew, at its first delivery there at the latest.',
    forgives:
      'Sixty seconds of lateness under the documented level; the longer period where a change of it overlaps the receive.',
    blind: 'A message that is gone too early, which is a loss; messages whose send had no known outcome: left open.',
    source: ['sqs:I14', 'sqs:RT2', 'sqs:RT3', 'sqs:RT4', 'sqs:RT5', 'sqs:RT7', 'sqs:RT8', 'sqs:B3', 'sqs:A30'],
  },
  (facts, judgement) => {
    for (const queue of facts.queues.values()) {
      if (queue.receives.length === 0) continue;
      const fixed = queue.writes.length === 0 ? periodAt(facts, queue, 0, 0) : undefined;
      for (const { s, e, deliveries } of queue.receives)
        if (deliveries.length > 0) judge(facts, judgement, fixed ?? periodAt(facts, queue, s, e), deliveries);
    }
  },
);

const periodAt = (facts: Facts, queue: QueueFacts, from: number, to: number): Range =>
  attributeOf(facts, queue, 'MessageRetentionPeriod', from, to);

/** How late an expiry may be on AWS (sqs:RT8). */
const grace = 60_000;

function judge(facts: Facts, judgement: Judgement, { lo, hi }: Range, deliveries: Delivery[]): void {
  const late = facts.strict ? facts.late : Math.max(facts.late, grace);
  for (const delivery of deliveries) {
    const { sent } = delivery.of;
    if (sent === undefined || possiblyRedriven(facts, delivery.of, delivery.e)) continue;
    if (sent.place.isFifo && isDeadLetter(facts, sent, delivery)) restarted(facts, judgement, hi, late, delivery);
    else if (delivery.e < sent.s + lo * 1000 + late) judgement.judged++;
    else if (delivery.s < sent.e + hi * 1000 + late)
      judgement.open(
        `${nameOf(delivery.op)} or ${nameOf(sent.op)} was too slow to tell whether ${titleOf(delivery.of)} was too old`,
      );
    else tooOld(judgement, sent, hi, delivery);
  }
}

/** Where policies lead in a circle it may be one in its own queue. */
const isDeadLetter = (facts: Facts, { place }: Sent, { receive }: Delivery): boolean =>
  place !== receive.place || comesRound(facts, place);

/** A FIFO dead letter (sqs:RT5): it moved before anybody received it there, but may have come round since. */
function restarted(facts: Facts, judgement: Judgement, period: number, late: number, delivery: Delivery): void {
  const { of, receive } = delivery;
  const first = earliest(of.deliveries.filter((other) => other.receive.place === receive.place));
  if (delivery.s < first.e + period * 1000 + late) judgement.judged++;
  else if (!comesRound(facts, receive.place)) tooOld(judgement, first, period, delivery);
}

const earliest = (deliveries: Delivery[]): Delivery =>
  deliveries.reduce((first, delivery) => (delivery.e < first.e ? delivery : first));

function tooOld(judgement: Judgement, since: Timed, period: number, { op, of, queue, s, e }: Delivery): void {
  judgement.judged++;
  const says = `${nameOf(op)} delivered ${titleOf(of)} from ${queue} at ${seconds(e)}`;
  const age = `${nameOf(since.op)} had ${since.op.call === 'ReceiveMessage' ? 'received' : 'sent'} it by ${seconds(since.e)}, at least ${seconds(s - since.e)} before`;
  judgement.violated(`${says}, but ${age}, and ${queue} keeps messages for ${period} s`, [op.id, since.op.id]);
}
