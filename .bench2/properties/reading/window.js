import { possiblyMoved } from './gone.js';
import { certainlyLatest, isLatestSeen } from './settlings.js';
/**
 * The end of the window as a call in [s, e] may find it, from all deliveries out of the queue and all visibility changes
 * there by any handle (sqs:RH6). What a later delivery or effective change has overwritten does not count (sqs:V7).
 * Receives without a known outcome are the caller's business: they can only have hidden the message once more.
 */
export function windowOf(facts, message, queue, { s, e }, but) {
    const window = { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY, certain: false };
    const since = overwritten(facts, message, queue, s);
    for (const delivery of message.deliveries) {
        if (delivery.queue !== queue || delivery.s > e || delivery.e < since)
            continue;
        const { lo, hi } = delivery.receive.visibility;
        widen(window, delivery, lo, hi);
        window.certain ||= delivery.e < s;
    }
    for (const change of message.changes) {
        if (change === but || !mayAct(change, queue) || change.s > e || change.e < since)
            continue;
        widen(window, change, change.seconds ?? 0, change.seconds ?? Number.POSITIVE_INFINITY);
        window.certain ||= change.e < s && acts(facts, change);
    }
    return window;
}
/** Is the message certainly in flight from `queue` during all of [s, e]? */
export function certainlyHidden(facts, message, queue, at, but) {
    const { certain, lo } = windowOf(facts, message, queue, at, but);
    return certain && lo - facts.early > at.e;
}
/** Is the message certainly deleted before `t`, by a handle that was certainly its newest (sqs section 11.1)? */
export function certainlyDeleted(facts, message, t) {
    for (const del of message.deletes)
        if (del.outcome === 'ok' && del.e < t && certainlyHits(facts, del))
            return del;
    return undefined;
}
function certainlyHits(facts, del) {
    del.acts ??= hits(facts, del);
    return del.acts;
}
/**
 * A delete misses when the message may have been received again or moved to the dead-letter queue meanwhile. While a FIFO
 * message is in flight nobody can have received it again, in an answer that was lost either (sqs:F38).
 */
function hits(facts, del) {
    const delivery = del.delivery;
    const { receive } = delivery;
    if (del.queue !== delivery.queue || delivery.e > del.s || !isLatestSeen(delivery, del))
        return false;
    if (receive.place.isFifo && certainlyHidden(facts, delivery.of, del.queue, del))
        return true;
    if (!certainlyLatest(facts, delivery, del))
        return false;
    if (!possiblyMoved(facts, delivery.of, facts.queue(del.queue), del.e))
        return true;
    return certainlyHidden(facts, delivery.of, del.queue, del);
}
/** The latest begin of a delivery or effective change that is certainly before `t`: it overwrites what ended earlier. */
function overwritten(facts, message, queue, t) {
    let since = Number.NEGATIVE_INFINITY;
    for (const delivery of message.deliveries)
        if (delivery.queue === queue && delivery.e < t && delivery.s > since)
            since = delivery.s;
    for (const change of message.changes)
        if (change.e < t && change.s > since && mayAct(change, queue) && acts(facts, change))
            since = change.s;
    return since;
}
const mayAct = (change, queue) => change.queue === queue && change.outcome !== 'refused';
/** The same as `certainlyActs`, remembered. */
function acts(facts, change) {
    change.acts ??= certainlyActs(facts, change);
    return change.acts;
}
/**
 * With the handle of a message that may be out of flight a change may do nothing (sqs:RH7), on a FIFO queue with a stale
 * one either (sqs:U3).
 */
export function certainlyActs(facts, change) {
    const { outcome, queue } = change;
    const delivery = change.delivery;
    if (outcome !== 'ok' || queue !== delivery.queue)
        return false;
    if (delivery.receive.place.isFifo && !isLatestSeen(delivery, change))
        return false;
    return certainlyHidden(facts, delivery.of, queue, change, change);
}
function widen(window, { s, e }, lo, hi) {
    window.lo = Math.min(window.lo, s + lo * 1000);
    window.hi = Math.max(window.hi, e + hi * 1000);
}
