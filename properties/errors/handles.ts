import type { Millis } from '../../src/core/clock.js';
import type { OpId } from '../../src/core/history.js';
import { limits } from '../../src/core/limits.js';
import { isDeletion } from '../reading/existence.js';
import { possiblyGone, possiblyMoved, possiblyRedriven } from '../reading/gone.js';
import { certainlyLatest } from '../reading/settlings.js';
import { certainlyDeleted, certainlyHidden } from '../reading/window.js';
import type { Delivery } from '../reading/words.js';
import { type Ask, type Check, outside, type Part, type Wrong } from './check.js';
import { rows } from './rows.js';

type Settling = { ReceiptHandle?: string; VisibilityTimeout?: number };

/**
 * What can be wrong with the handle of a delete or a visibility change (sqs section 1.5). A standard queue takes every
 * handle that it has issued: stale, expired, of a message that was deleted, purged or has expired (sqs:RH2 to sqs:RH5,
 * sqs:RH14, sqs:PQ5).
 */
const handleChecks: readonly Check<Settling>[] = [
  {
    rule: 'sqs:OP4',
    fault: 'ReceiptHandle is missing',
    row: rows.missing,
    wrong: ({ ReceiptHandle }) =>
      ReceiptHandle === undefined || ReceiptHandle === null || (ReceiptHandle === '' && 'odd'),
  },
  {
    rule: 'sqs:RH1',
    fault: 'the handle was never issued',
    row: rows.handle,
    wrong: unheardOf,
  },
  {
    rule: 'sqs:U6',
    fault: 'the handle is of another queue',
    row: rows.handle,
    wrong: foreign,
    because: issue,
  },
  {
    rule: 'sqs:PQ5',
    fault: 'the message may have left the queue',
    row: rows.handle,
    wrong: (settling, ask) => ask.refusal !== undefined && hasLeft(settling, ask) && 'free',
  },
];

export const handle: Part<Settling> = { isPlain: isOwn, checks: handleChecks };

/** What can be wrong with a visibility change beyond its handle. */
export const changeChecks: readonly Check<Settling>[] = [
  {
    rule: 'sqs:CV2',
    fault: `VisibilityTimeout is not 0 to ${limits.visibilityMax}`,
    // which code, nobody has recorded (sqs:U29)
    row: undefined,
    wrong: ({ VisibilityTimeout }) => outside(VisibilityTimeout, 0, limits.visibilityMax),
  },
  {
    rule: 'sqs:RH8',
    fault: 'the message is gone',
    row: rows.invalidParameter,
    wrong: gone,
    because: deletion,
  },
  {
    rule: 'sqs:V8',
    fault: `the receipt would hide its message for more than ${limits.visibilityMax} s in all`,
    row: rows.invalidParameter,
    wrong: overCap,
    because: issue,
  },
  {
    rule: 'sqs:RH7',
    fault: 'the message is not in flight',
    row: rows.notInFlight,
    wrong: (settling, ask) => !ask.place.isFifo && outOfFlight(settling, ask),
  },
  {
    rule: 'sqs:U3',
    fault: 'the handle has expired',
    row: undefined,
    wrong: (settling, ask) => ask.place.isFifo && outOfFlight(settling, ask),
  },
];

/** The delivery that issued the handle, if it is of this queue. */
export function receipt({ ReceiptHandle }: Settling, { facts, queue }: Ask): Delivery | undefined {
  const delivery = facts.handles.get(ReceiptHandle ?? '');
  return delivery?.queue === queue ? delivery : undefined;
}

/** Was the handle certainly issued before the call, which took it, by the queue in its only life? */
function isOwn(settling: Settling, ask: Ask): boolean {
  if (ask.refusal !== undefined) return false;
  const delivery = settling.ReceiptHandle ? receipt(settling, ask) : undefined;
  return delivery !== undefined && delivery.e <= ask.s && delivery.receive.place.wipes.length === 0;
}

/** Was an accepted change one of a message that nobody deleted, to a timeout that is legal and not up to the cap? */
export function isPlainChange(settling: Settling, ask: Ask): boolean {
  const { VisibilityTimeout: timeout } = settling;
  if (ask.refusal !== undefined || timeout === undefined) return false;
  if (outside(timeout, 0, limits.visibilityMax) !== false) return false;
  const delivery = receipt(settling, ask);
  if (delivery === undefined) return true;
  return delivery.of.deletes.length === 0 && isBelowCap(delivery, timeout, ask);
}

/** The receive that issued the handle. */
export function issue({ ReceiptHandle }: Settling, { facts }: Ask): OpId[] {
  const delivery = facts.handles.get(ReceiptHandle ?? '');
  return delivery === undefined ? [] : [delivery.op.id];
}

function deletion(settling: Settling, ask: Ask): OpId[] {
  const message = receipt(settling, ask)?.of;
  const deleted = message === undefined ? undefined : certainlyDeleted(ask.facts, message, ask.s);
  return deleted === undefined ? issue(settling, ask) : [...issue(settling, ask), deleted.op.id];
}

function unheardOf({ ReceiptHandle }: Settling, { facts }: Ask): Wrong {
  return Boolean(ReceiptHandle) && !facts.handles.has(ReceiptHandle!);
}

/** AWS has not been asked about handles of other queues, nor about those of a queue's former life. */
function foreign({ ReceiptHandle }: Settling, { facts, queue, s, e }: Ask): Wrong {
  const delivery = facts.handles.get(ReceiptHandle ?? '');
  if (delivery === undefined) return false;
  if (delivery.queue !== queue) return facts.strict || 'free';
  if (delivery.e > s) return 'open';
  const { wipes } = delivery.receive.place;
  return wipes.length > 0 && wipes.some((wipe) => isDeletion(wipe) && wipe.s <= e && wipe.e >= delivery.s) && 'free';
}

/** What becomes of handles of purged, expired or moved messages is not written or free (sqs:PQ5). */
function gone(settling: Settling, ask: Ask): Wrong {
  const delivery = receipt(settling, ask);
  if (delivery === undefined) return false;
  const { facts, s, e, refusal, place } = ask;
  const message = delivery.of;
  // nobody has asked a FIFO queue
  if (certainlyDeleted(facts, message, s) !== undefined) return place.isFifo ? 'odd' : facts.strict || 'free';
  if (message.deletes.some((del) => del.outcome === 'unknown' && del.s <= e)) return 'open';
  return refusal !== undefined && (possiblyGone(facts, message, e) || movedAway(delivery, ask)) && 'free';
}

/** What a handle is good for once its message has moved is not written. */
function hasLeft(settling: Settling, ask: Ask): boolean {
  const delivery = receipt(settling, ask);
  if (delivery === undefined) return false;
  return movedAway(delivery, ask) || possiblyRedriven(ask.facts, delivery.of, ask.e);
}

function movedAway({ of, queue, receive }: Delivery, ask: Ask): boolean {
  const { facts, e } = ask;
  return possiblyMoved(facts, of, receive.place, e) && !certainlyHidden(facts, of, queue, ask);
}

/** For a stale handle it is not written whose receipt counts, and one that is out of flight may be answered sqs:RH7. */
function overCap(settling: Settling, ask: Ask): Wrong {
  const { VisibilityTimeout: timeout = 0 } = settling;
  const delivery = receipt(settling, ask);
  if (delivery === undefined || timeout > limits.visibilityMax) return false;
  if (isBelowCap(delivery, timeout, ask)) return false;
  const { facts, s } = ask;
  const room = roomFor(timeout);
  if (s - delivery.e <= room + facts.early || !certainlyLatest(facts, delivery, ask)) return 'free';
  return certainlyHidden(facts, delivery.of, delivery.queue, ask) || 'free';
}

const roomFor = (timeout: number): Millis => (limits.visibilityMax - timeout) * 1000;

const isBelowCap = (delivery: Delivery, timeout: number, { facts, e }: Ask): boolean =>
  e - delivery.s <= roomFor(timeout) - facts.early;

/** On a FIFO queue a stale handle may be as bad as an expired one. */
function outOfFlight(settling: Settling, ask: Ask): Wrong {
  if (ask.refusal === undefined) return false;
  const delivery = receipt(settling, ask);
  if (delivery === undefined) return false;
  const { facts, place } = ask;
  const isCurrent =
    certainlyHidden(facts, delivery.of, delivery.queue, ask) &&
    (!place.isFifo || certainlyLatest(facts, delivery, ask));
  return !isCurrent && 'free';
}
