import type { Millis } from '../../src/core/clock.js';
import type { Op } from '../../src/core/history.js';
import { attributeOf } from './attributes.js';
import type { Facts } from './facts.js';
import { possiblyMoved } from './gone.js';
import { groupsOf, mayPrecede } from './groups.js';
import { hidingsOf } from './hiding.js';
import { comesRound } from './redrive.js';
import { certainlyDeleted } from './window.js';
import type { Group, Member, MessageFacts, QueueFacts } from './words.js';

/** What stands in the way of a FIFO message: it waits until everything before it in its group is available or gone (sqs:F30). */

/**
 * May the message wait behind another one of its group at some instant of [from, to]? Receives without a known outcome
 * are the caller's business: they may have hidden anything. `but` is a receive that does not count.
 */
export function mayWait(
  facts: Facts,
  message: MessageFacts,
  queue: QueueFacts,
  from: Millis,
  to: Millis,
  but?: Op,
): boolean {
  if (!queue.isFifo) return false;
  const { byName, strays } = groupsOf(facts, queue);
  const name = message.sent?.group;
  if (name === undefined || strays.length > 0) return true;
  const group = byName.get(name);
  if (group === undefined) return false;
  const member = group.members.find((other) => other.message === message);
  if (hasUnknownBefore(group, member, to)) return true;
  return group.members.some(
    (other) =>
      other.message !== message &&
      (member === undefined || mayPrecede(other, member)) &&
      mayBlock(facts, other, queue, from, to, but),
  );
}

/** A send without a known outcome may have put a message before it that nobody has seen. */
const hasUnknownBefore = ({ unknown }: Group, member: Member | undefined, to: Millis): boolean =>
  unknown.some(({ s }) => s <= to && (member === undefined || !member.isDirect || s <= member.sent.e));

/** May it be there and not available at some instant of [from, to]? */
function mayBlock(facts: Facts, member: Member, queue: QueueFacts, from: Millis, to: Millis, but?: Op): boolean {
  if (certainlyOut(facts, member, queue, from)) return false;
  return availableBy(facts, member, to, but) > from;
}

/** When it is available at the latest, if neither `but` nor what began after `to` touches it. */
function availableBy(facts: Facts, { message, sent, isDirect }: Member, to: Millis, but?: Op): Millis {
  let by = isDirect ? sent.e + sent.delay.hi * 1000 : Number.NEGATIVE_INFINITY;
  for (const { op, s, until } of hidingsOf(facts, message)) if (s <= to && op !== but) by = Math.max(by, until);
  return by;
}

/** Has it certainly left the queue by `t`: deleted, purged, expired, or seen in another queue? */
export function certainlyOut(facts: Facts, member: Member, queue: QueueFacts, t: Millis): boolean {
  const { message, sent, by } = member;
  if (certainlyDeleted(facts, message, t + 1) !== undefined || expiredBy(facts, member, queue, t)) return true;
  if (leftBy(facts, member, queue, t)) return true;
  return queue.wipes.some(
    ({ outcome, s, e }) => outcome === 'ok' && e + facts.wipeLag <= t && Math.max(by, sent.e) < s,
  );
}

const leftBy = (facts: Facts, { message, by }: Member, queue: QueueFacts, t: Millis): boolean =>
  message.deliveries.some(({ receive, s, e }) => receive.place !== queue && e <= t && s > by) &&
  !comesRound(facts, queue);

const expiredBy = (facts: Facts, { message, sent, isDirect }: Member, queue: QueueFacts, t: Millis): boolean =>
  isDirect && !possiblyMoved(facts, message, queue, t) && t >= expiryOf(facts, sent, queue) + facts.late;

/** When a message that was sent to the queue is certainly too old for it. */
export const expiryOf = (facts: Facts, sent: Member['sent'], queue: QueueFacts): Millis =>
  sent.e + attributeOf(facts, queue, 'MessageRetentionPeriod', sent.s, Number.POSITIVE_INFINITY).hi * 1000;
