import { asksSystem } from './reading/contents.js';
import { isSpurious } from './reading/dedup.js';
import { isDeletion } from './reading/existence.js';
import type { Facts } from './reading/facts.js';
import { compareNumbers, groupsOf, isAbove, withHighestBefore } from './reading/groups.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, titleOf } from './reading/names.js';
import { comesRound } from './reading/redrive.js';
import type { Delivery, Group, Member, QueueFacts, Sent } from './reading/words.js';

export const sequenceNumbers = property(
  {
    name: 'sequence-numbers',
    claim:
      'The messages of a FIFO group are numbered in the order in which they were accepted, and keep their numbers.',
    judges:
      'Every accepted send to a FIFO queue: its answer has a decimal number, no other message of its group has the same, and it is higher than that of every message of the group whose send had ended before, or that stood before it in its batch. Every delivery shows the number of the send. A standard queue gives none.',
    forgives:
      'Any number in the answer to a duplicate. Numbers that begin anew when the queue was deleted. Dead letters, which may keep the old number.',
    blind: 'The order of sends that overlap.',
    source: ['sqs:I15', 'sqs:F5', 'sqs:F6', 'sqs:SB7', 'sqs:SM1', 'sqs:RM5', 'sqs:U18', 'sqs:U24'],
  },
  (facts, judgement) => {
    for (const sent of facts.sends)
      if (sent.result !== undefined) isNumbered(judgement, sent, sent.result.SequenceNumber);
    for (const queue of facts.queues.values()) {
      if (!queue.isFifo) continue;
      for (const group of groupsOf(facts, queue).byName.values()) rises(facts, judgement, queue, group);
      if (comesRound(facts, queue)) continue;
      for (const { deliveries } of queue.receives)
        for (const delivery of deliveries) if (!isSpurious(facts, delivery.of)) isShown(judgement, delivery);
    }
  },
);

/** Of 128 bits. */
const digits = 39;

function isNumbered(judgement: Judgement, { op, place, entry }: Sent, number: string | undefined): void {
  judgement.judged++;
  if (place.isFifo ? /^\d{1,39}$/.test(number ?? '') : number === undefined) return;
  const what = place.isFifo ? 'instead of a sequence number' : 'as sequence number, which standard queues do not give';
  const says = `${nameOf(op)} of ${entry.MessageBody.slice(0, 40)} to ${place.name} was answered ${number ?? 'nothing'} ${what}`;
  judgement.violated(says, [op.id]);
}

/** Its number is that of its send, and nobody else's. */
const isCertain = (facts: Facts, { message, sent, isDirect }: Member): boolean =>
  isDirect && sent.result?.SequenceNumber !== undefined && message.makers.length === 0 && !isSpurious(facts, message);

function rises(facts: Facts, judgement: Judgement, queue: QueueFacts, { members, name }: Group): void {
  const numbered = new Map<string, Member>();
  const certain = members.filter((member) => isCertain(facts, member));
  for (const [member, highest] of withHighestBefore(certain)) {
    isAlone(judgement, queue, member, numbered);
    const before = inBatchBefore(certain, member) ?? highest;
    if (before === undefined || isAbove(member, before) || mayBeAnew(queue, before.sent, member.sent)) continue;
    const says = `${nameOf(member.sent.op)} was answered ${member.sequence} for ${titleOf(member.message)} of group ${name}`;
    const other = `${nameOf(before.sent.op)} had been answered ${before.sequence} for ${titleOf(before.message)}`;
    judgement.violated(`${says}, but ${other} before it`, [...new Set([member.sent.op.id, before.sent.op.id])]);
  }
}

/** The entry before it in its batch and group, if that breaks the order. */
const inBatchBefore = (members: Member[], { sent, sequence }: Member): Member | undefined =>
  members.find(
    (other) =>
      other.sent.op === sent.op && other.sent.index < sent.index && compareNumbers(other.sequence!, sequence!) >= 0,
  );

function isAlone(judgement: Judgement, queue: QueueFacts, member: Member, numbered: Map<string, Member>): void {
  const number = member.sequence!.padStart(digits, '0');
  const other = numbered.get(number);
  numbered.set(number, member);
  if (other === undefined || mayBeAnew(queue, other.sent, member.sent)) return;
  const says = `${nameOf(member.sent.op)} was answered ${member.sequence} for ${titleOf(member.message)}`;
  judgement.violated(`${says}, as ${nameOf(other.sent.op)} for ${titleOf(other.message)}`, [
    ...new Set([member.sent.op.id, other.sent.op.id]),
  ]);
}

/** May the queue have ended and begun again between the two? */
const mayBeAnew = ({ wipes }: QueueFacts, a: Sent, b: Sent): boolean =>
  wipes.some((wipe) => isDeletion(wipe) && wipe.s <= Math.max(a.e, b.e) && wipe.e >= Math.min(a.s, b.s));

function isShown(judgement: Judgement, { op, of, message, receive }: Delivery): void {
  const { sent, makers } = of;
  const number = sent?.result?.SequenceNumber;
  if (number === undefined || sent!.place !== receive.place || makers.length > 0) return;
  const shown = message.Attributes?.SequenceNumber;
  if (shown === undefined && !asksSystem(receive.op.input, 'SequenceNumber')) return;
  judgement.judged++;
  if (shown === number) return;
  const says = `${nameOf(op)} delivered ${titleOf(of)} with sequence number ${shown ?? 'absent'}`;
  judgement.violated(`${says}, but ${nameOf(sent!.op)} was answered ${number}`, [op.id, sent!.op.id]);
}
