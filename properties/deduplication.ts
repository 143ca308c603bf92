import type { Millis } from '../src/core/clock.js';
import { certainlySameKey, dedupWindow, forgotten, isTooSoonAfter, sameIds } from './reading/dedup.js';
import type { Facts } from './reading/facts.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import type { MessageFacts, QueueFacts, Sent } from './reading/words.js';

export const deduplication = property(
  {
    name: 'deduplication',
    claim:
      'A FIFO queue stores nothing for a send whose deduplication id it accepted less than 300 s ago, and answers with the message of then; after that, or after a purge, the send counts again.',
    judges:
      'Every two accepted sends with one key, the id or under scope messageGroup group and id: certainly within 300 s of the making of the message they are answered with its MessageId, certainly after it or after a purge with another.',
    forgives:
      'Either answer where the times, a send of unknown outcome or a purge in between leave open whether the window was over; where the scope was changed, what either scope asks for; an answer that is late to forget by 60 s under the documented level.',
    blind: 'Whether a message that was accepted is delivered (see no-loss), and the sequence number of a duplicate.',
    source: [
      'sqs:I17',
      'sqs:I18',
      'sqs:F3',
      'sqs:F20',
      'sqs:F21',
      'sqs:F22',
      'sqs:F23',
      'sqs:F24',
      'sqs:F25',
      'sqs:SB8',
      'sqs:PQ4',
      'sqs:B4',
      'sqs:U24',
      'sqs:U30',
    ],
  },
  (facts, judgement) => {
    for (const queue of facts.queues.values())
      if (queue.isFifo) for (const sends of sameIds(queue).values()) judge(facts, judgement, queue, sends);
  },
);

/** Every message made under the id against every send of it that follows, or made another message at the same time. */
function judge(facts: Facts, judgement: Judgement, queue: QueueFacts, sends: readonly Sent[]): void {
  for (const message of new Set(sends.map((sent) => sent.message!)))
    for (const sent of sends) {
      if (!certainlySameKey(facts, message.sent!, sent)) continue;
      if (sent.message === message) isStillThe(facts, judgement, queue, message, sent);
      else isAnother(facts, judgement, message, sent);
    }
}

/** The send was answered with the message: it must not be too late for that. */
function isStillThe(facts: Facts, judgement: Judgement, queue: QueueFacts, message: MessageFacts, again: Sent): void {
  const made = message.sent!;
  if (again.s <= made.e) return;
  judgement.judged++;
  const purge = forgotten(facts, made, again, queue);
  const over = again.s >= made.e + dedupWindow + lateOf(facts);
  if (!over && purge === undefined) return;
  const says = `${nameOf(again.op)} at ${seconds(again.s)} was answered with ${titleOf(message)} of ${nameOf(made.op)}`;
  const why = over
    ? `that was made by ${seconds(made.e)}, and its deduplication id counts for ${seconds(dedupWindow)}`
    : `${nameOf(purge!.op)} at ${seconds(purge!.s)} had made the queue forget its deduplication id`;
  const ops = [again.op.id, made.op.id, ...(over ? [] : [purge!.op.id])];
  judgement.violated(`${says}, but ${why}`, [...new Set(ops)]);
}

const lateOf = ({ strict, late }: Facts): Millis => (strict ? late : Math.max(late, 60_000));

/** The send was answered with another message: there must be a reason. */
function isAnother(facts: Facts, judgement: Judgement, message: MessageFacts, other: Sent): void {
  const made = message.sent!;
  if (!(made.e < other.s || isFirstOfTwo(made, other))) return;
  if (!isTooSoonAfter(facts, message, other)) return;
  judgement.judged++;
  const says = `${nameOf(other.op)} at ${seconds(other.s)} was answered with message ${other.message!.id}`;
  const first = `${nameOf(made.op)} had made ${message.id} under the same deduplication id`;
  judgement.violated(`${says}, but ${first} by ${seconds(made.e)}, less than ${seconds(dedupWindow)} before`, [
    ...new Set([other.op.id, made.op.id]),
  ]);
}

/** Both made a message, at the same time; told once. */
const isFirstOfTwo = (made: Sent, other: Sent): boolean =>
  other.message!.sent === other && other.s <= made.e && made.s <= other.e && isInOrder(made, other);

const isInOrder = (a: Sent, b: Sent): boolean => a.op.id < b.op.id || (a.op === b.op && a.index < b.index);
