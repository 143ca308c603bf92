import type { Op, OpId } from '../src/core/history.js';
import { counterNames, counters as rows } from './reading/attribute-table.js';
import type { Facts } from './reading/facts.js';
import { possiblyGone, possiblyMoved, possiblyWiped } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds } from './reading/names.js';
import { blindBy } from './reading/receives.js';
import { comesRound, deadLetterQueues } from './reading/redrive.js';
import { certainlyDeleted, certainlyHidden, windowOf } from './reading/window.js';
import type { MessageFacts, OpOf, QueueFacts, Range, Sent, Timed } from './reading/words.js';

export const counters = property(
  {
    name: 'counters',
    claim: 'The three counters of a queue count its messages: each live one once, in the state that it is in.',
    judges:
      'At the strict level, every answered read of counters: each lies between the number of messages that are certainly in its state and the number that may be, and so does their sum.',
    forgives:
      'Every state that a message may be in where calls overlap the read, timers fall into it, outcomes are unknown, a stale handle deleted, an expired one was changed, or a move may have happened, by a receive or a task; expired messages that are still counted; queues whose policies lead in a circle.',
    blind: 'A wrong count that messages in doubt can make up for.',
    source: [
      'sqs:I26',
      'sqs:C1',
      'sqs:C3',
      'sqs:C4',
      'sqs:C5',
      'sqs:C6',
      'sqs:C7',
      'sqs:B1',
      'sqs:B2',
      'sqs:RH7',
      'sqs:F21',
    ],
  },
  (facts, judgement) => {
    if (!facts.strict) return;
    for (const op of facts.reads) judge(facts, judgement, op);
  },
);

/** The states that a message may be in, as a set of bits. */
type States = number;
const available = 1;
const hidden = 2;
const delayed = 4;
const absent = 8;
const anywhere = available | hidden | delayed | absent;

interface Counted {
  what: string;
  states: States;
  of(attributes: Record<string, string>): number;
}

const value = (attributes: Record<string, string>, row: string): number => Number(attributes[row] ?? Number.NaN);

const counted: readonly Counted[] = [
  { what: 'available', states: available, of: (attributes) => value(attributes, rows.available) },
  { what: 'not visible', states: hidden, of: (attributes) => value(attributes, rows.hidden) },
  { what: 'delayed', states: delayed, of: (attributes) => value(attributes, rows.delayed) },
  {
    what: 'in all',
    states: available | hidden | delayed,
    of: (attributes) => counterNames.reduce((sum, row) => sum + value(attributes, row), 0),
  },
];

function judge(facts: Facts, judgement: Judgement, op: OpOf<'GetQueueAttributes'>): void {
  const { Attributes } = (op.reply as { output: { Attributes?: Record<string, string> } }).output;
  if (Attributes === undefined || !counterNames.some((row) => row in Attributes)) return;
  const queue = facts.queue(op.input.QueueUrl);
  if (comesRound(facts, queue)) return;
  const states = statesOf(facts, queue, { op, s: op.invoked, e: op.returned });
  for (const counter of counted) {
    const shown = counter.of(Attributes);
    if (Number.isNaN(shown)) continue;
    judgement.judged++;
    const { lo, hi } = bounds(states, counter.states);
    if (shown >= lo && shown <= hi) continue;
    const says = `${nameOf(op)} counted ${shown} ${shown === 1 ? 'message' : 'messages'} ${counter.what} on ${op.input.QueueUrl} at ${seconds(op.returned)}`;
    const allowed = lo === hi ? `there are ${lo}` : `there are ${lo} to ${hi}`;
    judgement.violated(`${says}, but ${allowed}`, [op.id, ...lastCall(facts, op)]);
  }
}

function bounds(all: States[], counted: States): Range {
  const range = { lo: 0, hi: 0 };
  for (const states of all) {
    if ((states & ~counted) === 0) range.lo++;
    if ((states & counted) !== 0) range.hi++;
  }
  return range;
}

/** The call on the queue before the read that was not a read. */
function lastCall(facts: Facts, read: OpOf<'GetQueueAttributes'>): OpId[] {
  const onQueue = (op: Op): boolean => 'QueueUrl' in op.input && op.input.QueueUrl === read.input.QueueUrl;
  const before = facts.history.ops.findLast(
    (op) => op.id < read.id && op.call !== 'GetQueueAttributes' && onQueue(op) && op.reply.kind !== 'error',
  );
  return before === undefined ? [] : [before.id];
}

/** For every message that the queue may hold: the states in which the read may have found it there. */
function statesOf(facts: Facts, queue: QueueFacts, read: Timed): States[] {
  const states = makersOf(queue).map((sent) => atHome(facts, sent, queue, read));
  for (const source of facts.queues.values())
    if (source !== queue && deadLetterQueues(facts, source.name).has(queue.name))
      for (const sent of makersOf(source)) states.push(asDeadLetter(facts, sent, queue, read));
  return states;
}

/** One send for each message of the queue: of several with one MessageId only one has made it (sqs:F20, sqs:F21). */
function makersOf({ isFifo, sends }: QueueFacts): readonly Sent[] {
  return isFifo ? [...new Set(sends.map((sent) => sent.message?.sent ?? sent))] : sends;
}

/** A message in the queue that it was sent to. */
function atHome(facts: Facts, sent: Sent, queue: QueueFacts, read: Timed): States {
  if (sent.s > read.e) return absent;
  const { message } = sent;
  if (message === undefined || sent.place !== queue) return anywhere;
  if (hasLeft(facts, message, sent, queue, read)) return absent;
  return whereabouts(facts, message, sent, queue, read) | (mayHaveLeft(facts, message, sent, queue, read) ? absent : 0);
}

/** A message that moves may have brought; for how long they left it where it was is open. */
function asDeadLetter(facts: Facts, sent: Sent, queue: QueueFacts, read: Timed): States {
  if (sent.s > read.e) return absent;
  const { message } = sent;
  if (message === undefined) return available | hidden | absent;
  if (certainlyDeleted(facts, message, read.s) !== undefined) return absent;
  const seen = message.deliveries.filter((delivery) => delivery.queue === queue.name && delivery.s <= read.e);
  if (seen.length === 0 && !mayMove(facts, message, sent.place, read)) return absent;
  const stays = seen.some((delivery) => delivery.e < read.s) && !mayLeaveAgain(facts, message, queue, read);
  return inWindow(facts, message, queue, read) | (stays ? 0 : absent);
}

function mayLeaveAgain(facts: Facts, message: MessageFacts, queue: QueueFacts, read: Timed): boolean {
  if (deadLetterQueues(facts, message.sent!.queue).size > 1 || possiblyWiped(facts, queue, message.sent!.s, read.e))
    return true;
  return possiblyGone(facts, message, read.e) || possiblyMoved(facts, message, queue, read.e);
}

function hasLeft(facts: Facts, message: MessageFacts, sent: Sent, queue: QueueFacts, read: Timed): boolean {
  if (certainlyDeleted(facts, message, read.s) !== undefined) return true;
  if (queue.wipes.some((wipe) => wipe.outcome === 'ok' && sent.e < wipe.s && wipe.e < read.s)) return true;
  return message.deliveries.some((delivery) => delivery.queue !== queue.name && delivery.e < read.s);
}

function mayHaveLeft(facts: Facts, message: MessageFacts, sent: Sent, queue: QueueFacts, read: Timed): boolean {
  if (sent.e >= read.s || possiblyGone(facts, message, read.e) || mayMove(facts, message, queue, read)) return true;
  return message.deliveries.some((delivery) => delivery.queue !== queue.name && delivery.s <= read.e);
}

/** Only messages out of flight move (sqs:X7). */
const mayMove = (facts: Facts, message: MessageFacts, queue: QueueFacts, read: Timed): boolean =>
  possiblyMoved(facts, message, queue, read.e) && !certainlyHidden(facts, message, queue.name, read);

/** The states of a message that is still there. */
function whereabouts(facts: Facts, message: MessageFacts, sent: Sent, queue: QueueFacts, read: Timed): States {
  if (message.deliveries.some((delivery) => delivery.e < read.s)) return inWindow(facts, message, queue, read);
  const { delay } = sent;
  // a delivery before its time, which is another property's business, may have hidden it already
  let states = message.deliveries.some((delivery) => delivery.s <= read.e) ? available | hidden : 0;
  if (delay.hi > 0 && read.s < sent.e + delay.hi * 1000 + facts.late) states |= delayed;
  if (read.e >= sent.s + delay.lo * 1000 - facts.early) states |= inWindow(facts, message, queue, read);
  return states;
}

function inWindow(facts: Facts, message: MessageFacts, queue: QueueFacts, read: Timed): States {
  const window = windowOf(facts, message, queue.name, read);
  let states = 0;
  if (!window.certain || window.lo - facts.early <= read.e) states |= available;
  if (window.hi + facts.late > read.s || blindBy(facts, queue.name, read.e)) states |= hidden;
  return states;
}
