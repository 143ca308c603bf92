import { isWritten } from './reading/attributes.js';
import type { Facts } from './reading/facts.js';
import { possiblyGone, possiblyMoved } from './reading/gone.js';
import { groupOf, precedes } from './reading/groups.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import type { Delivery, Group, Member, QueueFacts, Received, Sent } from './reading/words.js';

export const groupOrder = property(
  {
    name: 'group-order',
    claim:
      'A message of a FIFO queue is delivered only when every earlier one of its group is gone or stands before it in the same answer.',
    judges:
      'Every delivery from a FIFO queue against the messages that certainly stand before it in its group, by the order of their sends, else by sequence number where the numbers of the group agree with that order: order at first delivery and after a window, the lock that a message in flight or delayed puts on what comes after it, and the order inside an answer. Dead letters by the sequence numbers they show in the dead-letter queue.',
    forgives:
      'An earlier message that may be deleted, purged, expired or moved, by a call of unknown outcome too, unless it is delivered again afterwards; one whose delay was changed. An earlier message may come while a later one is in flight.',
    blind: 'Messages whose sends overlap and of which neither shows its sequence number.',
    source: [
      'sqs:I16',
      'sqs:F6',
      'sqs:F30',
      'sqs:F31',
      'sqs:F32',
      'sqs:F33',
      'sqs:F34',
      'sqs:F37',
      'sqs:F52',
      'sqs:X18',
    ],
  },
  (facts, judgement) => {
    for (const queue of facts.queues.values())
      if (queue.isFifo) for (const receive of queue.receives) inOrder(facts, judgement, queue, receive);
  },
);

function inOrder(facts: Facts, judgement: Judgement, queue: QueueFacts, receive: Received): void {
  for (const delivery of receive.deliveries) {
    const group = groupOf(facts, delivery.of, queue);
    const member = group?.members.find(({ message }) => message === delivery.of);
    if (member === undefined) continue;
    judgement.judged++;
    const passed = passedOver(facts, queue, group!, delivery, member);
    if (passed !== undefined) outOfOrder(judgement, group!, passed, delivery);
  }
}

function passedOver(
  facts: Facts,
  queue: QueueFacts,
  { members }: Group,
  delivery: Delivery,
  member: Member,
): Member | undefined {
  for (const earlier of members)
    if (earlier !== member && precedes(earlier, member) && isPassedOver(facts, queue, delivery, earlier, member))
      return earlier;
  return undefined;
}

function isPassedOver(facts: Facts, queue: QueueFacts, delivery: Delivery, earlier: Member, member: Member): boolean {
  const { receive, index } = delivery;
  const beside = receive.deliveries.find(({ of }) => of === earlier.message);
  if (beside !== undefined) return beside.index > index;
  if (!(earlier.isDirect && member.isDirect) && earlier.by >= receive.s) return false;
  return isThere(facts, queue, earlier, receive) && !mayBeRedelayed(facts, queue, earlier, receive);
}

/** Was it certainly in the queue all the time of the receive? */
function isThere(facts: Facts, queue: QueueFacts, { message }: Member, { e }: Received): boolean {
  if (message.deliveries.some((other) => other.receive.place === queue && other.s > e)) return true;
  return !possiblyGone(facts, message, e) && !possiblyMoved(facts, message, queue, e);
}

/** Would it have been in delay still, and was the delay of the queue changed (sqs:DY4)? */
const mayBeRedelayed = (facts: Facts, queue: QueueFacts, { sent }: Member, { s }: Received): boolean =>
  isWritten(queue, 'DelaySeconds') && s < sent.e + sent.delay.hi * 1000 + facts.late;

function outOfOrder(judgement: Judgement, group: Group, { message, sent }: Member, delivery: Delivery): void {
  const { op, of, receive, e } = delivery;
  const beside = receive.deliveries.some((other) => other.of === message);
  const how = beside ? `before ${titleOf(message)} in one answer` : `without ${titleOf(message)}`;
  const says = `${nameOf(op)} delivered ${titleOf(of)} of group ${group.name} at ${seconds(e)} ${how}`;
  const holder = beside ? undefined : message.deliveries.findLast((other) => other.e < delivery.s);
  const stands = isSentBefore(sent, of.sent)
    ? `which ${nameOf(sent.op)} had sent before it`
    : `whose sequence number ${receive.place === sent.place ? `from ${nameOf(sent.op)}` : 'there'} is lower`;
  const there = holder === undefined ? '' : ` and ${nameOf(holder.op)} had received last`;
  const ops = [op.id, sent.op.id, ...(of.sent === undefined ? [] : [of.sent.op.id]), ...(holder ? [holder.op.id] : [])];
  judgement.violated(`${says}, ${stands}${there}`, [...new Set(ops)]);
}

/** Does the order of the sends themselves say so, or only their sequence numbers? */
const isSentBefore = (a: Sent, b: Sent | undefined): boolean =>
  b === undefined || (a.op === b.op ? a.index < b.index : a.e < b.s);
