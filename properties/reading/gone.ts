import type { Millis } from '../../src/core/clock.js';
import { attributeOf } from './attributes.js';
import { isSpurious } from './dedup.js';
import type { Facts } from './facts.js';
import { behind, deadLetterQueues, redriveOf } from './redrive.js';
import type { MessageFacts, QueueFacts, Sent, StartedTask } from './words.js';

/** Could a purge or queue deletion have removed, by `t`, what was put into the queue at `since` or later? */
export function possiblyWiped(facts: Facts, queue: QueueFacts, since: Millis, t: Millis): boolean {
  for (const wipe of queue.wipes) if (wipe.s <= t && wipe.e + facts.wipeLag >= since) return true;
  return false;
}

/**
 * Could the message have been gone from every queue of the run at `t`: deleted, wiped, expired, or taken by a move task?
 * A possible move to a dead-letter queue does not count: see `possiblyMoved`.
 */
export function possiblyGone(facts: Facts, message: MessageFacts, t: Millis): boolean {
  for (const del of message.deletes) if (del.outcome !== 'refused' && del.s <= t) return true;
  const { sent } = message;
  if (sent === undefined || t >= expiresFrom(facts, message) - facts.early) return true;
  if (isSpurious(facts, message)) return true;
  if (possiblyWiped(facts, sent.place, sent.s, t)) return true;
  for (const name of behind(facts, sent.place)) if (possiblyWiped(facts, facts.queue(name), sent.s, t)) return true;
  return possiblyRedriven(facts, message, t);
}

/**
 * Could the message have left `queue` for its dead-letter queue by `t`? It needs as many receives as the lowest limit
 * that was ever legal; receives with an unknown outcome count as possible ones. A standard queue need not count exactly
 * under the documented level (sqs:N9).
 */
export function possiblyMoved(facts: Facts, message: MessageFacts, queue: QueueFacts, t: Millis): boolean {
  const { lo } = redriveOf(facts, queue, 0, t);
  if (lo === Number.POSITIVE_INFINITY) return false;
  if (message.sent?.queue !== queue.name) return true; // Receives in the queues before may count too (sqs:U19).
  if (!facts.strict && !queue.isFifo) return true;
  let receives = 0;
  for (const delivery of message.deliveries) if (delivery.queue === queue.name && delivery.s <= t) receives++;
  for (const blind of queue.blindReceives) if (blind.s <= t) receives++;
  return receives >= lo;
}

/** Can a move task that had begun by `t` have taken the message out of a dead-letter queue? */
export function possiblyRedriven(facts: Facts, { sent }: MessageFacts, t = Number.POSITIVE_INFINITY): boolean {
  if (sent === undefined || facts.tasks.length === 0) return facts.tasks.length > 0;
  return facts.tasks.some((task) => task.s <= t && mayTake(facts, task, sent));
}

/** May the message of the send be in the source of the task at some time, and have somewhere to go? */
export function mayTake(facts: Facts, { source, destination }: StartedTask, origin: Sent): boolean {
  if (origin.queue === source && destination !== undefined) return true;
  if (!deadLetterQueues(facts, origin.queue).has(source)) return false;
  return origin.message === undefined || possiblyMoved(facts, origin.message, origin.place, Number.POSITIVE_INFINITY);
}

/**
 * When the message may be too old at the earliest: in its queue or any dead-letter queue, with the shortest period legal
 * there. In a FIFO dead-letter queue its age starts anew (sqs:RT5). Of a message that nobody sent it is not known.
 */
export function expiresFrom(facts: Facts, message: MessageFacts): Millis {
  message.expires ??= firstExpiry(facts, message);
  return message.expires;
}

function firstExpiry(facts: Facts, message: MessageFacts): Millis {
  const { sent } = message;
  if (sent === undefined) return Number.NEGATIVE_INFINITY;
  const seenBehind = sent.place.isFifo && message.deliveries.some(({ receive }) => receive.place !== sent.place);
  let first = seenBehind ? Number.POSITIVE_INFINITY : sent.s + shortestRetention(facts, sent.place, sent.s);
  const places = behind(facts, sent.place);
  if (places.size === 0) return first;
  const since = sent.place.isFifo ? movedFrom(facts, message, sent) : sent.s;
  for (const name of places) first = Math.min(first, since + shortestRetention(facts, facts.queue(name), sent.s));
  return first;
}

/** When the message may have moved at the earliest: when its last receive, or the policy that asks for no more, began. */
function movedFrom(facts: Facts, message: MessageFacts, { place, s: sent }: Sent): Millis {
  const receives = message.deliveries.filter(({ receive }) => receive.place === place);
  let first = Number.POSITIVE_INFINITY;
  for (const { s } of [...receives, ...place.blindReceives, ...place.writes])
    if (s < first && possiblyMoved(facts, message, place, s)) first = s;
  return Math.max(first, sent);
}

const shortestRetention = (facts: Facts, queue: QueueFacts, from: Millis): Millis =>
  attributeOf(facts, queue, 'MessageRetentionPeriod', from, Number.POSITIVE_INFINITY).lo * 1000;
