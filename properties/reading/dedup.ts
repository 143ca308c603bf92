import type { Millis } from '../../src/core/clock.js';
import { limits } from '../../src/core/limits.js';
import { writesOf } from './attributes.js';
import type { Facts } from './facts.js';
import { none, push } from './lists.js';
import type { MessageFacts, QueueFacts, Sent, Timed, Wipe } from './words.js';

/** How long a deduplication id blocks what comes after its message (sqs:F20, sqs:F24). */
export const dedupWindow: Millis = limits.dedupWindow * 1000;

/** Do the two certainly count as the same for deduplication, if both are accepted (sqs:F22)? */
export function certainlySameKey(facts: Facts, a: Sent, b: Sent): boolean {
  if (a.place !== b.place || a.dedupId === undefined || a.dedupId !== b.dedupId) return false;
  return a.group === b.group || !scopesOf(facts, a.place).includes('messageGroup');
}

/** May the two count as the same? */
export function mayBeSameKey(facts: Facts, a: Sent, b: Sent): boolean {
  if (a.place !== b.place || a.dedupId === undefined || a.dedupId !== b.dedupId) return false;
  return (
    a.group === b.group || a.group === undefined || b.group === undefined || scopesOf(facts, a.place).includes('queue')
  );
}

/** Every DeduplicationScope that the queue had at any time: after a change both are legal for ever (sqs:F25). */
const scopesOf = (facts: Facts, place: QueueFacts): readonly (string | undefined)[] =>
  writesOf(facts, place, 'DeduplicationScope').map(({ value }) => value);

/** Accepted sends with one deduplication id and another one beside them, by that id. */
export function sameIds(queue: QueueFacts): ReadonlyMap<string, readonly Sent[]> {
  queue.sameIds ??= readSameIds(queue);
  return queue.sameIds;
}

function readSameIds({ sends, isFifo }: QueueFacts): Map<string, Sent[]> {
  const ids = new Map<string, Sent[]>();
  if (!isFifo) return ids;
  for (const sent of sends)
    if (sent.message?.sent !== undefined && sent.dedupId !== undefined) push(ids, sent.dedupId, sent);
  for (const [id, same] of ids) if (same.length === 1) ids.delete(id);
  return ids;
}

/** Was the message certainly there less than 300 s before the send, so that this had to make none (sqs:F20)? */
export function isTooSoonAfter(facts: Facts, { sent: made }: MessageFacts, other: Sent): boolean {
  const follows = made!.e < other.s;
  const until = Math.min(made!.s, follows ? made!.s : other.message!.sent!.s) + dedupWindow - facts.early;
  return Math.max(made!.e, other.e) < until && !mayBeForgotten(facts, made!, other, other.place);
}

/**
 * Was the send certainly a duplicate, although it was answered with a message of its own (see deduplication)? Whether that
 * message is there nobody knows then.
 */
export function isSpurious(facts: Facts, message: MessageFacts): boolean {
  message.spurious ??= certainlyDuplicated(facts, message);
  return message.spurious;
}

function certainlyDuplicated(facts: Facts, { sent, id }: MessageFacts): boolean {
  if (sent?.dedupId === undefined || sent.result === undefined) return false;
  const { dedupId, place } = sent;
  for (const { message } of sameIds(place).get(dedupId) ?? none)
    if (
      message!.id !== id &&
      message!.sent!.s <= sent.e &&
      certainlySameKey(facts, message!.sent!, sent) &&
      isTooSoonAfter(facts, message!, sent)
    )
      return true;
  return isTwin(facts, id, sent);
}

/** Was a message delivered under another id, that a send whose reply was lost had made under the key just before? */
function isTwin(facts: Facts, id: string, sent: Sent): boolean {
  const lost = facts.unknownSends.get(sent.entry.MessageBody);
  if (lost === undefined) return false;
  const isFirst = (first: Sent): boolean =>
    first.s <= sent.s && certainlySameKey(facts, first, sent) && sent.e < first.s + dedupWindow - facts.early;
  return facts.messages.some(
    (other) =>
      other.id !== id &&
      [other.sent, ...other.makers].some((made) => made !== undefined && lost.includes(made) && isFirst(made)),
  );
}

/** May a purge, or an end of the queue, lie between the two, or reach into either (sqs:PQ4)? */
export function mayBeForgotten(facts: Facts, a: Timed, b: Timed, { wipes }: QueueFacts): boolean {
  const from = Math.min(a.s, b.s);
  const to = Math.max(a.e, b.e);
  return wipes.some(({ s, e }) => s <= to && e + facts.wipeLag >= from);
}

/** The purge, or end of the queue, that certainly lies between the two. */
export const forgotten = (facts: Facts, a: Timed, b: Timed, { wipes }: QueueFacts): Wipe | undefined =>
  wipes.find(({ outcome, s, e }) => outcome === 'ok' && a.e < s && e + facts.wipeLag < b.s);
