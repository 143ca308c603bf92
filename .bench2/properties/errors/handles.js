import { limits } from '../../src/core/limits.js';
import { isDeletion } from '../reading/existence.js';
import { possiblyGone, possiblyMoved } from '../reading/gone.js';
import { certainlyLatest } from '../reading/settlings.js';
import { certainlyDeleted, certainlyHidden } from '../reading/window.js';
import { outside } from './check.js';
import { rows } from './rows.js';
/**
 * What can be wrong with the handle of a delete or a visibility change (sqs section 1.5). A standard queue takes every
 * handle that it has issued: stale, expired, of a message that was deleted, purged or has expired (sqs:RH2 to sqs:RH5,
 * sqs:RH14, sqs:PQ5).
 */
const handleChecks = [
    {
        rule: 'sqs:OP4',
        fault: 'ReceiptHandle is missing',
        row: rows.missing,
        wrong: ({ ReceiptHandle }) => ReceiptHandle === undefined || ReceiptHandle === null || (ReceiptHandle === '' && 'odd'),
    },
    {
        rule: 'sqs:RH1',
        fault: 'the handle was never issued for this queue',
        row: rows.handle,
        wrong: foreign,
        because: issue,
    },
];
export const handle = { isPlain: isOwn, checks: handleChecks };
/** What can be wrong with a visibility change beyond its handle. */
export const changeChecks = [
    {
        rule: 'sqs:CV2',
        fault: `VisibilityTimeout is not 0 to ${limits.visibilityMax}`,
        row: rows.invalidParameter,
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
export function receipt({ ReceiptHandle }, { facts, queue }) {
    const delivery = facts.handles.get(ReceiptHandle ?? '');
    return delivery?.queue === queue ? delivery : undefined;
}
/** Was the handle certainly issued before the call, by the queue in its only life? */
function isOwn(settling, ask) {
    const delivery = settling.ReceiptHandle ? receipt(settling, ask) : undefined;
    return delivery !== undefined && delivery.e <= ask.s && delivery.receive.place.wipes.length === 0;
}
/** Was an accepted change one of a message that nobody deleted, to a timeout that is legal and not up to the cap? */
export function isPlainChange(settling, ask) {
    const { VisibilityTimeout: timeout } = settling;
    if (ask.refusal !== undefined || timeout === undefined)
        return false;
    if (outside(timeout, 0, limits.visibilityMax) !== false)
        return false;
    const delivery = receipt(settling, ask);
    if (delivery === undefined)
        return true;
    return delivery.of.deletes.length === 0 && isBelowCap(delivery, timeout, ask);
}
/** The receive that issued the handle. */
export function issue({ ReceiptHandle }, { facts }) {
    const delivery = facts.handles.get(ReceiptHandle ?? '');
    return delivery === undefined ? [] : [delivery.op.id];
}
function deletion(settling, ask) {
    const message = receipt(settling, ask)?.of;
    const deleted = message === undefined ? undefined : certainlyDeleted(ask.facts, message, ask.s);
    return deleted === undefined ? issue(settling, ask) : [...issue(settling, ask), deleted.op.id];
}
/** AWS has not been asked about handles of other queues (sqs:U6), nor about those of a queue's former life. */
function foreign({ ReceiptHandle }, { facts, queue, s, e }) {
    if (!ReceiptHandle)
        return false;
    const delivery = facts.handles.get(ReceiptHandle);
    if (delivery === undefined)
        return true;
    if (delivery.queue !== queue)
        return facts.strict || 'free';
    if (delivery.e > s)
        return 'open';
    const { wipes } = delivery.receive.place;
    return wipes.length > 0 && wipes.some((wipe) => isDeletion(wipe) && wipe.s <= e && wipe.e >= delivery.s) && 'free';
}
/** What becomes of handles of purged, expired or moved messages is not written or free (sqs:PQ5). */
function gone(settling, ask) {
    const delivery = receipt(settling, ask);
    if (delivery === undefined)
        return false;
    const { facts, s, e, refusal } = ask;
    const message = delivery.of;
    if (certainlyDeleted(facts, message, s) !== undefined)
        return facts.strict || 'free';
    if (message.deletes.some((del) => del.outcome === 'unknown' && del.s <= e))
        return 'open';
    return refusal !== undefined && (possiblyGone(facts, message, e) || movedAway(delivery, ask)) && 'free';
}
function movedAway({ of, queue, receive }, ask) {
    const { facts, e } = ask;
    return possiblyMoved(facts, of, receive.place, e) && !certainlyHidden(facts, of, queue, ask);
}
/** For a stale handle it is not written whose receipt counts, and one that is out of flight may be answered sqs:RH7. */
function overCap(settling, ask) {
    const { VisibilityTimeout: timeout = 0 } = settling;
    const delivery = receipt(settling, ask);
    if (delivery === undefined || timeout > limits.visibilityMax)
        return false;
    if (isBelowCap(delivery, timeout, ask))
        return false;
    const { facts, s } = ask;
    const room = roomFor(timeout);
    if (s - delivery.e <= room + facts.early || !certainlyLatest(facts, delivery, ask))
        return 'free';
    return certainlyHidden(facts, delivery.of, delivery.queue, ask) || 'free';
}
const roomFor = (timeout) => (limits.visibilityMax - timeout) * 1000;
const isBelowCap = (delivery, timeout, { facts, e }) => e - delivery.s <= roomFor(timeout) - facts.early;
/** On a FIFO queue a stale handle may be as bad as an expired one. */
function outOfFlight(settling, ask) {
    if (ask.refusal === undefined)
        return false;
    const delivery = receipt(settling, ask);
    if (delivery === undefined)
        return false;
    const { facts, place } = ask;
    const isCurrent = certainlyHidden(facts, delivery.of, delivery.queue, ask) &&
        (!place.isFifo || certainlyLatest(facts, delivery, ask));
    return !isCurrent && 'free';
}
