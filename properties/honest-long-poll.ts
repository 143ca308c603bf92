import type { Millis } from '../src/core/clock.js';
import type { Facts, MessageFacts, QueueFacts, Received } from './facts.js';
import { nameOf, seconds, titleOf } from './facts.js';
import { type Judgement, property } from './judge.js';
import { windowOf } from './window.js';

export const honestLongPoll = property(
  {
    name: 'honest-long-poll',
    claim: 'A long poll that comes back empty has found nothing to deliver.',
    judges:
      'At the strict level, every empty long poll during which no other receive can have taken anything: no message was certainly deliverable all the time.',
    forgives:
      'Anything while another receive, known or unknown, may overlap; messages over their maxReceiveCount, which are moved and not delivered.',
    blind:
      'Messages whose send, delete or window has no certain outcome, and those that became available during the poll.',
    source: ['sqs:I25', 'sqs:P3', 'sqs:P5', 'sqs:X3'],
  },
  (facts, judgement) => {
    if (!facts.strict) return;
    const movedIn = arrivals(facts);
    for (const receive of facts.receives)
      if (receive.outcome === 'ok' && receive.deliveries.length === 0 && receive.wait.lo > 0)
        judge(facts, judgement, receive, movedIn.get(receive.queue) ?? none);
  },
);

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
  const during = { s: poll.s, e: Math.min(poll.e, poll.s + poll.wait.lo * 1000) };
  const message = deliverable(facts, poll, during, movedIn);
  if (message === undefined) judgement.judged++;
  else overlooked(judgement, poll, message);
}

function overlooked(judgement: Judgement, poll: Received, message: MessageFacts): void {
  const { op, s, e } = poll;
  const rivals = poll.place.receives.filter((other) => mayOverlap(other, poll));
  if (rivals.some(({ outcome }) => outcome === 'unknown'))
    judgement.open(`a receive without a known outcome may have taken what ${nameOf(op)} did not find`);
  if (rivals.length > 0) return;
  judgement.judged++;
  const last = message.deliveries.findLast((delivery) => delivery.e < s)?.op ?? message.sent!.op;
  const says = `${nameOf(op)} waited from ${seconds(s)} to ${seconds(e)} and was answered empty`;
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
  { place }: Received,
  during: Interval,
  movedIn: readonly MessageFacts[],
): MessageFacts | undefined {
  for (const { message, e } of place.sends) {
    if (e >= during.s || message === undefined) continue;
    if (message.sent?.place === place && isReady(facts, message, place, during)) return message;
  }
  if (movedIn.length === 0) return undefined;
  return movedIn.find(
    (message) =>
      message.deliveries.some(({ receive, e }) => receive.place === place && e < during.s) &&
      isReady(facts, message, place, during),
  );
}

/** Certainly there, past its delay and its windows, and not due for a dead-letter queue (sqs:X3), in all of `during`. */
function isReady(facts: Facts, message: MessageFacts, place: QueueFacts, during: Interval): boolean {
  if (facts.possiblyGone(message, during.e) || isBeyond(facts, message, place)) return false;
  if (facts.possiblyMoved(message, place, during.e)) return false;
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
    return facts.deadLetterQueueOf(home.name) !== place.name || facts.deadLetterQueues(home.name).size > 1;
  for (const { receive } of message.deliveries) if (receive.place !== place) return true;
  return false;
}

function delayOver(facts: Facts, { sent }: MessageFacts, t: Millis): boolean {
  return sent!.e + sent!.delay.hi * 1000 + facts.late <= t;
}
