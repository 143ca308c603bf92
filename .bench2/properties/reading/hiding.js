import { certainlyActs } from './window.js';
/**
 * All deliveries and visibility changes of the message, from all queues, in the order in which they ended; those without
 * a known outcome come last. What a call certainly followed no longer counts for its `until`; a change that may do
 * nothing (sqs:RH7) leaves the old end standing beside the new one.
 */
export function hidingsOf(facts, { deliveries, changes }) {
    const all = deliveries.map(byDelivery);
    for (const change of changes)
        if (change.outcome !== 'refused')
            all.push(byChange(change));
    if (all.some(({ e }, index) => index > 0 && e < all[index - 1].e))
        all.sort(byEnd);
    for (let index = 1; index < all.length; index++)
        addUp(facts, all[index - 1], all[index]);
    return all;
}
function byDelivery(delivery) {
    const { op, s, e, receive } = delivery;
    return { op, s, e, delivery, change: undefined, until: e + receive.visibility.hi * 1000 };
}
function byChange(change) {
    const { op, s, e, seconds = Number.POSITIVE_INFINITY } = change;
    return { op, s, e, delivery: undefined, change, until: e + seconds * 1000 };
}
const byEnd = (a, b) => (a.e === b.e ? a.s - b.s : a.e - b.e);
function addUp(facts, before, hiding) {
    if (before.e < hiding.s && acts(facts, hiding))
        return;
    hiding.until = Math.max(hiding.until, before.until);
}
/** Does it certainly set a new end? A change does while the message is certainly in flight (sqs:RH6, sqs:V7). */
const acts = (facts, { change }) => change === undefined || certainlyActs(facts, change);
