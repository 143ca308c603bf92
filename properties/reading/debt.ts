import type { Millis } from '../../src/core/clock.js';
import { isSpurious } from './dedup.js';
import { existence } from './existence.js';
import type { Facts } from './facts.js';
import { expiresFrom, possiblyMoved, possiblyRedriven } from './gone.js';
import { groupsOf } from './groups.js';
import { hidingsOf } from './hiding.js';
import { nameOf, titleOf } from './names.js';
import { deadLetterQueues } from './redrive.js';
import { foundNothingAfter } from './waiting.js';
import { certainlyDeleted } from './window.js';
import type { Delivery, MessageFacts, QueueFacts, Received, Sent, Wipe } from './words.js';

/**
 * What the drain owes for an accepted message: `paid` when it delivered it, `none` when the message may be gone by a
 * call of known outcome or by age, `open` when a call without a known outcome may have removed it or the drain may have
 * been too short to see it, `owed` when it should have come. `last` is the poll that should have brought it at the latest.
 */
export type Debt =
  | { kind: 'paid' }
  | { kind: 'none' }
  | { kind: 'open'; why: string }
  | { kind: 'owed'; last: Received };

const paid: Debt = { kind: 'paid' };
const none: Debt = { kind: 'none' };

/** Only for a message with an accepted send. */
export function debtOf(facts: Facts, message: MessageFacts): Debt {
  const from = facts.history.drainedFrom ?? Number.POSITIVE_INFINITY;
  const newest = message.deliveries[message.deliveries.length - 1];
  if (newest !== undefined && newest.s >= from) return paid;
  for (const { outcome } of message.deletes) if (outcome === 'ok') return none;
  if (!facts.history.drained) return open('the queues were not drained to the end');
  return debtOfUndeleted(facts, message, newest, from);
}

function debtOfUndeleted(facts: Facts, message: MessageFacts, newest: Delivery | undefined, from: Millis): Debt {
  const sent = message.sent!;
  const end = facts.drainEnd;
  if (end >= expiresFrom(facts, message) - facts.early || possiblyRedriven(facts, message, end)) return none;
  if (isSpurious(facts, message)) return none;
  const removals = [
    ...message.deletes.filter(({ outcome }) => outcome === 'unknown'),
    ...wipesOf(facts, message, sent),
  ];
  if (removals.some(({ op }) => op.reply.kind === 'ok')) return none;
  if (removals.length > 0)
    return open(`${nameOf(removals[0]!.op)} may have removed ${titleOf(message)}, and its outcome is not known`);
  const last = lastChance(facts, message, newest, from, end);
  return last === undefined
    ? open(`the drain may have ended before ${titleOf(message)} was visible`)
    : { kind: 'owed', last };
}

const open = (why: string): Debt => ({ kind: 'open', why });

const placesOf = (facts: Facts, { queue }: Sent): QueueFacts[] =>
  [queue, ...deadLetterQueues(facts, queue)].map((name) => facts.queue(name));

/** Purges and queue deletions that may have hit the message: in its queue, or where it may have moved by then. */
function wipesOf(facts: Facts, message: MessageFacts, sent: Sent): Wipe[] {
  const source = sent.place;
  return placesOf(facts, sent).flatMap((place) =>
    place.wipes.filter(({ e }) => {
      const until = e + facts.wipeLag;
      return until >= sent.s && (place === source || possiblyMoved(facts, message, source, until));
    }),
  );
}

/**
 * The empty poll that proves that the message is not there. It was open after the message was visible at the latest; if
 * that poll may have moved it to a dead-letter queue, another one there was open after it, and so on. Where there is no
 * dead-letter queue the message stays (sqs:X15); whether AWS goes on delivering it is not known (sqs:U12).
 */
function lastChance(
  facts: Facts,
  message: MessageFacts,
  newest: Delivery | undefined,
  from: Millis,
  end: Millis,
): Received | undefined {
  const sent = message.sent!;
  const moved = newest !== undefined && newest.queue !== sent.queue;
  const source = sent.place;
  const places = moved || possiblyMoved(facts, message, source, end) ? placesOf(facts, sent) : [source];
  let visible = visibleBy(facts, message, sent);
  let last: Received | undefined;
  for (const place of places) {
    const missing = place !== source && existence(facts, place.name, { op: sent.op, s: from, e: end }) === 'no';
    if (missing && facts.strict) continue;
    visible = Math.max(visible, lineEnds(facts, message, place));
    last = place.receives.find((poll) => poll.s >= from && foundNothingAfter(facts, poll, visible + facts.late));
    if (last === undefined) return undefined;
    visible = Math.max(visible, last.e);
  }
  return last;
}

/** When everything that may stand before a FIFO message in the queue is gone or available, at the latest (sqs:F30). */
function lineEnds(facts: Facts, message: MessageFacts, place: QueueFacts): Millis {
  if (!place.isFifo) return Number.NEGATIVE_INFINITY;
  const { byName, strays } = groupsOf(facts, place);
  const name = message.sent!.group;
  let end = name === undefined ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  for (const stray of strays) end = Math.max(end, ...hidingsOf(facts, stray).map(({ until }) => until));
  for (const member of byName.get(name ?? '')?.members ?? []) {
    if (member.message === message) continue;
    const deleted = certainlyDeleted(facts, member.message, Number.POSITIVE_INFINITY);
    end = Math.max(
      end,
      Math.min(visibleBy(facts, member.message, member.sent), deleted?.e ?? Number.POSITIVE_INFINITY),
    );
  }
  return end;
}

/**
 * When the message was visible at the latest. A call without a known outcome counts as if it took effect before its
 * caller gave up, or before the wait ended that it asked for (sqs:P10).
 */
function visibleBy(facts: Facts, message: MessageFacts, sent: Sent): Millis {
  let visible = sent.e + sent.delay.hi * 1000;
  const known = hidingsOf(facts, message).findLast(({ e }) => e < Number.POSITIVE_INFINITY);
  if (known !== undefined) visible = Math.max(visible, known.until);
  for (const { op, outcome, seconds } of message.changes)
    if (outcome === 'unknown') visible = Math.max(visible, op.returned + (seconds ?? 0) * 1000);
  for (const { blindReceives } of placesOf(facts, sent))
    for (const { op, s, wait, visibility } of blindReceives)
      visible = Math.max(visible, Math.max(op.returned, s + wait.hi * 1000) + visibility.hi * 1000);
  return visible;
}
