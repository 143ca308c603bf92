import { isFifo } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import { possiblyMoved } from './gone.js';
import { blindBy } from './receives.js';
import { certainlyLatest, isLatestSeen } from './settlings.js';
import type { Delivery, MessageFacts, Settling, Timed } from './words.js';

/** When the newest visibility window of a message ends in one queue, as a call at some time may find it. */
export interface Window {
  /** Earliest end; Infinity while nothing has hidden the message. */
  lo: Millis;
  /** Latest end; -Infinity while nothing has hidden the message. */
  hi: Millis;
  /** False if nothing that opens a window is certainly before the call. */
  certain: boolean;
}

type Interval = Pick<Timed, 's' | 'e'>;

/**
 * The end of the window as a call in [s, e] may find it, from all deliveries out of the queue and all visibility changes
 * there by any handle (sqs:RH6). What a later delivery or effective change has overwritten does not count (sqs:V7).
 * Receives without a known outcome are the caller's business: they can only have hidden the message once more.
 */
export function windowOf(
  facts: Facts,
  message: MessageFacts,
  queue: string,
  { s, e }: Interval,
  but?: Settling,
): Window {
  const window = { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY, certain: false };
  const since = overwritten(facts, message, queue, s);
  for (const delivery of message.deliveries) {
    if (delivery.queue !== queue || delivery.s > e || delivery.e < since) continue;
    const { lo, hi } = delivery.receive.visibility;
    widen(window, delivery.since, delivery.e, lo, hi);
    window.certain ||= delivery.e < s;
  }
  for (const change of message.changes) {
    if (change === but || !mayAct(change, queue) || change.s > e || change.e < since) continue;
    widen(window, change.s, change.e, change.seconds ?? 0, change.seconds ?? Number.POSITIVE_INFINITY);
    window.certain ||= change.e < s && acts(facts, change);
  }
  return window;
}

/**
 * Is the message certainly in flight from `queue` during all of [s, e]? On AWS a receive whose answer was lost may have
 * brought a second copy, and have given it a shorter window (sqs:N3).
 */
export function certainlyHidden(
  facts: Facts,
  message: MessageFacts,
  queue: string,
  at: Interval,
  but?: Settling,
): boolean {
  const { certain, lo } = windowOf(facts, message, queue, at, but);
  if (!certain || lo - facts.early <= at.e) return false;
  return facts.strict || isFifo(queue) || !blindBy(facts, queue, at.e);
}

/** Is the message certainly deleted before `t`, by a handle that was certainly its newest (sqs section 11.1)? */
export function certainlyDeleted(facts: Facts, message: MessageFacts, t: Millis): Settling | undefined {
  for (const del of message.deletes) if (del.outcome === 'ok' && del.e < t && certainlyHits(facts, del)) return del;
  return undefined;
}

function certainlyHits(facts: Facts, del: Settling): boolean {
  del.acts ??= hits(facts, del);
  return del.acts;
}

/**
 * A delete misses when the message may have been received again or moved to the dead-letter queue meanwhile. While a FIFO
 * message is in flight nobody can have received it again, in an answer that was lost either (sqs:F38).
 */
function hits(facts: Facts, del: Settling): boolean {
  const delivery = del.delivery as Delivery;
  const { receive } = delivery;
  if (del.queue !== delivery.queue || delivery.e > del.s || !isLatestSeen(delivery, del)) return false;
  if (receive.place.isFifo && certainlyHidden(facts, delivery.of, del.queue, del)) return true;
  if (!certainlyLatest(facts, delivery, del)) return false;
  if (!possiblyMoved(facts, delivery.of, facts.queue(del.queue), del.e)) return true;
  return certainlyHidden(facts, delivery.of, del.queue, del);
}

/** The latest begin of a delivery or effective change that is certainly before `t`: it overwrites what ended earlier. */
function overwritten(facts: Facts, message: MessageFacts, queue: string, t: Millis): Millis {
  let since = Number.NEGATIVE_INFINITY;
  for (const delivery of message.deliveries)
    if (delivery.queue === queue && delivery.e < t && delivery.s > since) since = delivery.s;
  for (const change of message.changes)
    if (change.e < t && change.s > since && mayAct(change, queue) && acts(facts, change)) since = change.s;
  return since;
}

const mayAct = (change: Settling, queue: string): boolean => change.queue === queue && change.outcome !== 'refused';

/** The same as `certainlyActs`, remembered. */
function acts(facts: Facts, change: Settling): boolean {
  change.acts ??= certainlyActs(facts, change);
  return change.acts;
}

/**
 * With the handle of a message that may be out of flight a change may do nothing (sqs:RH7), on a FIFO queue with a stale
 * one either (sqs:U3).
 */
export function certainlyActs(facts: Facts, change: Settling): boolean {
  const { outcome, queue } = change;
  const delivery = change.delivery as Delivery;
  if (outcome !== 'ok' || queue !== delivery.queue) return false;
  if (delivery.receive.place.isFifo && !isLatestSeen(delivery, change)) return false;
  return certainlyHidden(facts, delivery.of, queue, change, change);
}

function widen(window: Window, since: Millis, e: Millis, lo: number, hi: number): void {
  window.lo = Math.min(window.lo, since + lo * 1000);
  window.hi = Math.max(window.hi, e + hi * 1000);
}
