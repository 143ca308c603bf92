import type { Millis } from '../src/core/clock.js';
import type { Facts } from './reading/facts.js';
import { possiblyGone, possiblyMoved } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { mayWait } from './reading/line.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { deadLetterQueueOf, deadLetterQueues } from './reading/redrive.js';
import { arrivedBy } from './reading/waiting.js';
import { windowOf } from './reading/window.js';
import type { MessageFacts, QueueFacts, Received } from './reading/words.js';

export const honestLongPoll = property(
  {
    name: 'honest-long-poll',
    claim:
      'A long poll that comes back empty has found nothing to deliver, and one that waits has found nothing before.',
    judges:
      'At the strict level, every long poll during which no other receive can have taken anything: if it comes back empty, no message was certainly deliverable all the time; if it waits and then brings something, none was when it began.',
    forgives:
      'Anything while another receive, known or unknown, may overlap; messages over their maxReceiveCount, which are moved and not delivered; FIFO messages that may wait behind their group. A late answer that we delayed ourselves.',
    blind:
      'Messages whose send, delete or window has no certain outcome, and those that became available during the poll.',
    source: ['sqs:I25', 'sqs:P3', 'sqs:P5', 'sqs:X3', 'sqs:F30'],
  },
  (facts, judgement) => {
    if (!facts.strict) return;
    const movedIn = arrivals(facts);
    for (const receive of facts.receives)
      if (
        receive.outcome === 'ok' &&
        receive.wait.lo > 0 &&
        (receive.deliveries.length === 0 || isLate(facts, receive))
      )
        judge(facts, judgement, receive, movedIn.get(receive.queue) ?? none);
  },
);

/** Did it wait for what it brought? */
const isLate = ({ late, network }: Facts, { op, s, e }: Received): boolean =>
  e > s + late + network && op.fault !== 'slow-reply';

const none: readonly MessageFacts[] = [];

/** Messages that were delivered from another queue than they were sent to, by that queue. */
function arrivals(facts: Facts): Map<string, MessageFacts[]> {
  const movedIn = new Map<string, MessageFacts[]>();
  for (const { queue, of } of facts.moved) {
    const messages = movedIn.get(queue) ?? [];
    if (!messages.includes(of)) movedIn.set(queue, [...messages, of]);
  }
  return movedIn;
}

function judge(facts: Facts, judgement: Judgement, poll: Received, movedIn: readonly MessageFacts[]): void {
  const during = { s: poll.s, e: poll.deliveries.length > 0 ? waitedUntil(facts, poll) : lookedFor(facts, poll) };
  const message = deliverable(facts, poll, during, movedIn);
  if (message === undefined) judgement.judged++;
  else overlooked(judgement, poll, message);
}

const waitedUntil = ({ late, network }: Facts, { s, e }: Received): Millis => Math.min(e, s + late + network);

/** The end of the wait, or a later instant by which it had certainly begun. */
const lookedFor = (facts: Facts, poll: Received): Millis =>
  Math.max(Math.min(poll.e, poll.s + poll.wait.lo * 1000), arrivedBy(facts, poll));

function overlooked(judgement: Judgement, poll: Received, message: MessageFacts): void {
  const { op, s, e } = poll;
  const rivals = poll.place.receives.filter((other) => mayOverlap(other, poll));
  if (rivals.some(({ outcome }) => outcome === 'unknown'))
    judgement.open(`a receive without a known outcome may have taken what ${nameOf(op)} did not find`);
  if (rivals.length > 0) return;
  judgement.judged++;
  const last = message.deliveries.findLast((delivery) => delivery.e < s)?.op ?? message.sent!.op;
  const came = poll.deliveries.length > 0 ? 'answered only then' : 'was answered empty';
  const says = `${nameOf(op)} waited from ${seconds(s)} to ${seconds(e)} and ${came}`;
  judgement.violated(`${says}, but ${titleOf(message)} of ${nameOf(last)} was deliverable all the time`, [
    op.id,
    last.id,
  ]);
}

/** Calls of one actor follow each other even where one begins in the millisecond in which the other ends. */
function mayOverlap(other: Received, poll: Received): boolean {
  if (other === poll || other.s > poll.e || other.e < poll.s) return false;
  return other.op.actor !== poll.op.actor || (other.s < poll.e && other.e > poll.s);
}

type Interval = { s: Millis; e: Millis };

function deliverable(
  facts: Facts,
  poll: Received,
  during: Interval,
  movedIn: readonly MessageFacts[],
): MessageFacts | undefined {
  const { place } = poll;
  for (const { message, e } of place.sends) {
    if (e >= during.s || message?.sent === undefined || message.sent.e >= during.s) continue;
    if (message.sent.place === place && isReady(facts, message, poll, during)) return message;
  }
  if (movedIn.length === 0) return undefined;
  return movedIn.find(
    (message) =>
      message.deliveries.some(({ receive, e }) => receive.place === place && e < during.s) &&
      isReady(facts, message, poll, during),
  );
}

function isReady(facts: Facts, message: MessageFacts, poll: Received, during: Interval): boolean {
  const seen = poll.deliveries.some(({ of }) => of === message) ? without(message, poll) : message;
  return isFree(facts, seen, poll.place, during) && !mayWait(facts, message, poll.place, during.s, during.e, poll.op);
}

/** What is known of the message but for this poll. */
const without = (message: MessageFacts, poll: Received): MessageFacts => ({
  ...message,
  deliveries: message.deliveries.filter(({ receive }) => receive !== poll),
});

/** Certainly there, past its delay and its windows, and not due for a dead-letter queue (sqs:X3), in all of `during`. */
function isFree(facts: Facts, message: MessageFacts, place: QueueFacts, during: Interval): boolean {
  if (possiblyGone(facts, message, during.e) || isBeyond(facts, message, place)) return false;
  if (possiblyMoved(facts, message, place, during.e)) return false;
  if (windowOf(facts, message, place.name, during).hi + facts.late > during.s) return false;
  return (
    message.sent!.place !== place ||
    message.deliveries.some((delivery) => delivery.e < during.s) ||
    delayOver(facts, message, during.s)
  );
}

/** Facts know when a message is gone from the queue of its send and the next one, not further down a chain. */
function isBeyond(facts: Facts, message: MessageFacts, place: QueueFacts): boolean {
  const home = message.sent!.place;
  if (place !== home)
    return deadLetterQueueOf(facts, home.name) !== place.name || deadLetterQueues(facts, home.name).size > 1;
  for (const { receive } of message.deliveries) if (receive.place !== place) return true;
  return false;
}

function delayOver(facts: Facts, { sent }: MessageFacts, t: Millis): boolean {
  return sent!.e + sent!.delay.hi * 1000 + facts.late <= t;
}
