import { outputOf } from './calls.js';
import { joined, none } from './lists.js';
import { blindBy } from './receives.js';
import { deadLetterQueues } from './redrive.js';
/** `code` is that of a refusal, of the call or of the entry alone. */
export function readSettling(facts, { op, s, e, place, outcome }, kind, entry, code) {
    facts.settlings.push({
        op,
        s,
        e,
        kind,
        queue: place.name,
        handle: entry.ReceiptHandle,
        outcome: code === undefined ? outcome : 'refused',
        code,
        seconds: entry.VisibilityTimeout,
        delivery: undefined,
        acts: undefined,
    });
}
export function readSettlingBatch(facts, called, op) {
    const kind = op.call === 'DeleteMessageBatch' ? 'delete' : 'change';
    let failed;
    if (called.outcome === 'ok') {
        facts.batches.push(op);
        failed = outputOf(op).Failed;
    }
    for (const entry of op.input.Entries ?? none) {
        const failure = failed?.findLast(({ Id }) => Id === entry.Id);
        readSettling(facts, called, kind, entry, failure === undefined ? called.refusal?.code : failure.Code);
    }
}
/** Ties it to its message by the handle; a client may have settled before the reading knew the handle. */
export function bindSettling(facts, settling) {
    settling.delivery = facts.handles.get(settling.handle);
    const message = settling.delivery?.of;
    if (message === undefined)
        return;
    if (settling.kind === 'delete')
        message.deletes = joined(message.deletes, settling);
    else
        message.changes = joined(message.changes, settling);
}
/** Do both carry one handle, so that the one is the other or repeats it (sqs:F40)? */
export const isSameReceipt = (a, b) => a === b || (a.retryOf ?? a) === (b.retryOf ?? b);
/** Is there no delivery, seen by a client and with another handle, that may lie between `delivery` and `settling`? */
export function isLatestSeen(delivery, settling) {
    for (const other of delivery.of.deliveries)
        if (other.e >= delivery.s && other.s <= settling.e && !isSameReceipt(other, delivery))
            return false;
    return true;
}
/** Is the handle of `delivery` certainly the message's newest at `settling`: nobody can have received it in between? */
export function certainlyLatest(facts, delivery, settling) {
    if (!isLatestSeen(delivery, settling))
        return false;
    if (blindBy(facts, delivery.queue, settling.e))
        return false;
    for (const queue of deadLetterQueues(facts, delivery.queue))
        if (blindBy(facts, queue, settling.e))
            return false;
    return true;
}
