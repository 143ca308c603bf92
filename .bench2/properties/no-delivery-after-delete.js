import { possiblyMoved, possiblyRedriven } from './reading/gone.js';
import { property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { deadLetterQueues } from './reading/redrive.js';
import { certainlyLatest, isLatestSeen, isSameReceipt } from './reading/settlings.js';
import { certainlyHidden } from './reading/window.js';
export const noDeliveryAfterDelete = property({
    name: 'no-delivery-after-delete',
    claim: 'A message deleted with its latest receipt handle does not come back, even if the window of that handle was over.',
    judges: 'Every accepted delete on a FIFO queue, at the strict level on any queue, whose handle was certainly the latest of its message: no receive that begins later delivers the message, from any queue.',
    forgives: 'A delete with a stale handle may do nothing. So may one with an expired handle if the message may have moved to the dead-letter queue by then. A receive that began before the delete was answered may still bring the message.',
    blind: 'Deletes whose handle a lost answer may have made stale, and those whose own outcome is unknown: left open.',
    source: ['sqs:I6', 'sqs:I6b', 'sqs:RH2', 'sqs:RH3', 'sqs:L1', 'sqs:N4', 'sqs:RH13', 'sqs:F38', 'sqs:F50'],
}, (facts, judgement) => {
    for (const message of facts.messages)
        if (message.deletes.length > 0)
            staysAway(facts, judgement, message);
});
function staysAway(facts, judgement, { deletes, deliveries }) {
    const newest = deliveries[deliveries.length - 1];
    for (const deletion of deletes) {
        const { delivery, outcome } = deletion;
        if (outcome === 'refused' || delivery === undefined || deletion.queue !== delivery.queue)
            continue;
        if (!facts.strict && !delivery.receive.place.isFifo)
            continue;
        if (newest.s <= deletion.op.returned) {
            if (outcome === 'ok' && isSameReceipt(delivery, newest))
                judgement.judged++;
        }
        else if (comesBack(facts, judgement, deletion, delivery))
            return;
    }
}
/** Something was delivered after this delete. True if that is a breach. */
function comesBack(facts, judgement, deletion, handed) {
    if (!latestSeen(handed, deletion))
        return false;
    const back = firstAfter(facts, deletion, handed);
    if (back === undefined)
        return false;
    if (deletion.outcome === 'unknown')
        judgement.open('a delete without a known outcome may not have arrived');
    else if (!inOwnWindow(facts, handed, deletion) && !certainlyLatest(facts, handed, deletion))
        judgement.open('a receive without a known outcome may have made a handle stale');
    else {
        judgement.judged++;
        isBack(judgement, deletion, handed, back);
        return true;
    }
    return false;
}
/** Among the deliveries that were seen, is that of the handle certainly the last one before the delete? */
const latestSeen = (handed, { op, s }) => isLatestSeen(handed, { op, s, e: op.returned });
/** A FIFO message in flight was received by nobody else, in an answer that was lost either (sqs:F38). */
const inOwnWindow = (facts, { of, queue, receive }, deletion) => receive.place.isFifo && certainlyHidden(facts, of, queue, deletion);
/** The first delivery after the delete that a right service cannot have made. */
function firstAfter(facts, deletion, handed) {
    const comesRound = deadLetterQueues(facts, handed.queue).has(handed.queue) || possiblyRedriven(facts, handed.of);
    let stayed;
    for (const delivery of handed.of.deliveries) {
        if (delivery.s <= deletion.op.returned)
            continue;
        if (delivery.queue === handed.queue && !comesRound)
            return delivery;
        stayed ??= !mayHaveMoved(facts, deletion, handed);
        if (stayed)
            return delivery;
    }
    return undefined;
}
/** A message certainly in flight until the delete was answered was not moved (sqs:X7). */
function mayHaveMoved(facts, { op }, { of, queue }) {
    if (possiblyRedriven(facts, of))
        return true;
    if (!possiblyMoved(facts, of, facts.queue(queue), op.returned))
        return false;
    return !certainlyHidden(facts, of, queue, { s: op.invoked, e: op.returned });
}
function isBack(judgement, { op, e }, handed, back) {
    const came = `${nameOf(back.op)} delivered ${titleOf(back.of)} at ${seconds(back.e)}`;
    const gone = `${nameOf(op)} had deleted it by ${seconds(e)} with its latest handle, that of ${nameOf(handed.op)}`;
    judgement.violated(`${came}, but ${gone}`, [back.op.id, op.id, handed.op.id]);
}
