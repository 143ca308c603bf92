import type { Millis } from '../src/core/clock.js';
import type { Facts, MessageFacts, Received } from './facts.js';
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
        judge(facts, judgement, receive, movedIn.get(receive.queue) ?? []);
  },
);

/** Messages that were delivered from another queue than they were sent to, by that queue. */
function arrivals(facts: Facts): Map<string, MessageFacts[]> {
  const movedIn = new Map<string, MessageFacts[]>();
  for (const { queue, of } of facts.deliveries) {
    if (of.sent === undefined || of.sent.queue === queue) continue;
    const messages = movedIn.get(queue) ?? [];
    if (!messages.includes(of)) movedIn.set(queue, [...messages, of]);
  }
  return movedIn;
}

function judge(facts: Facts, judgement: Judgement, poll: Received, movedIn: MessageFacts[]): void {
  const during = { s: poll.s, e: Math.min(poll.e, poll.s + poll.wait.lo * 1000) };
  const message = deliverable(facts, poll, during, movedIn);
  if (message === undefined) judgement.judged++;
  else overlooked(facts, judgement, poll, message);
}

function overlooked(facts: Facts, judgement: Judgement, poll: Received, message: MessageFacts): void {
  const { op, s, e } = poll;
  const rivals = facts.queue(poll.queue).receives.filter((other) => mayOverlap(other, poll));
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
  { queue }: Received,
  during: Interval,
  movedIn: MessageFacts[],
): MessageFacts | undefined {
  for (const { result, e } of facts.queue(queue).sends) {
    if (e >= during.s || result === undefined) continue;
    const message = facts.messages.get(result.MessageId)!;
    if (message.sent?.queue === queue && isReady(facts, message, queue, during)) return message;
  }
  return movedIn.find(
    (message) =>
      message.deliveries.some((delivery) => delivery.queue === queue && delivery.e < during.s) &&
      isReady(facts, message, queue, during),
  );
}

/** Certainly there, past its delay and its windows, and not due for a dead-letter queue (sqs:X3), in all of `during`. */
function isReady(facts: Facts, message: MessageFacts, queue: string, during: Interval): boolean {
  const home = message.sent!.queue;
  if (facts.possiblyGone(message, during.e) || isBeyond(facts, message, queue)) return false;
  if (facts.possiblyMoved(message, facts.queue(queue), during.e)) return false;
  if (windowOf(facts, message, queue, during).hi + facts.late > during.s) return false;
  return (
    home !== queue ||
    message.deliveries.some((delivery) => delivery.e < during.s) ||
    delayOver(facts, message, during.s)
  );
}

/** Facts know when a message is gone from the queue of its send and the next one, not further down a chain. */
function isBeyond(facts: Facts, message: MessageFacts, queue: string): boolean {
  const home = message.sent!.queue;
  if (queue !== home) return facts.deadLetterQueueOf(home) !== queue || facts.deadLetterQueues(home).size > 1;
  return message.deliveries.some((delivery) => delivery.queue !== queue);
}

function delayOver(facts: Facts, { sent }: MessageFacts, t: Millis): boolean {
  const { entry, queue, s, e } = sent!;
  const delay = entry.DelaySeconds ?? facts.attribute(facts.queue(queue), 'DelaySeconds', s, e).hi;
  return e + delay * 1000 + facts.late <= t;
}
