import type { Facts } from './reading/facts.js';
import { mayTake } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import { deadLetterQueues } from './reading/redrive.js';
import type { Delivery, MessageFacts, Received } from './reading/words.js';

export const receiveCountUpper = property(
  {
    name: 'receive-count-upper',
    claim: 'ApproximateReceiveCount counts nothing but deliveries.',
    judges:
      'At the strict level, every delivery that shows its count: it is not higher than the number of deliveries that may have been before it, this one included.',
    forgives:
      'One more for each receive with unknown outcome on the queues of the message (ten with a visibility timeout of 0), and for each move task that may have taken it from its source, but leaves it open whether they are the reason.',
    blind: 'A count that is too high where lost answers would explain it.',
    source: ['sqs:I9b', 'sqs:X4', 'sqs:N8', 'sqs:RM9', 'sqs:X21', 'sqs:MT9'],
  },
  (facts, judgement) => {
    if (!facts.strict) return;
    for (const message of facts.messages)
      for (let index = 0; index < message.deliveries.length; index++) atMost(facts, judgement, message, index);
  },
);

function atMost(facts: Facts, judgement: Judgement, message: MessageFacts, index: number): void {
  const delivery = message.deliveries[index]!;
  const { count } = delivery;
  if (count === undefined) return;
  if (count <= index + 1) judgement.judged++;
  else tooHigh(facts, judgement, delivery, count);
}

function tooHigh(facts: Facts, judgement: Judgement, delivery: Delivery, count: number): void {
  const seen = delivery.of.deliveries.filter(({ s }) => s <= delivery.e).length;
  const possible = seen + unseen(facts, delivery);
  if (count > seen && count <= possible) {
    judgement.open('receives that nobody saw may be counted');
    return;
  }
  judgement.judged++;
  if (count <= seen) return;
  const only = `only ${possible} ${possible === 1 ? 'receive' : 'receives'} can have delivered it so far`;
  const says = `${nameOf(delivery.op)} delivered ${titleOf(delivery.of)} with receive count ${count}, but ${only}`;
  judgement.violated(says, [delivery.op.id]);
}

/** How often the message may have been delivered by `delivery` in answers that nobody saw. */
function unseen(facts: Facts, delivery: Delivery): number {
  let times = 0;
  for (const { s, visibility, max } of blindReceives(facts, delivery.of))
    if (s <= delivery.e) times += visibility.lo === 0 ? max : 1;
  // a task receives what it moves, and leaves what it cannot move where it is (sqs:X21, sqs:MT9)
  const { sent } = delivery.of;
  for (const task of facts.tasks)
    if (task.s <= delivery.e && (sent === undefined || mayTake(facts, task, sent))) times++;
  return times;
}

/** Those on the queue of its send and on all queues that moves can have led to; on any queue if the send is not known. */
function blindReceives(facts: Facts, { sent }: MessageFacts): Received[] {
  const queues = sent === undefined ? facts.queues.keys() : [sent.queue, ...deadLetterQueues(facts, sent.queue)];
  return [...new Set(queues)].flatMap((queue) => facts.queue(queue).blindReceives);
}
