import { limits } from '../../src/core/limits.js';
import { writesOf } from './attributes.js';
/** How long a deduplication id blocks what comes after its message (sqs:F20, sqs:F24). */
export const dedupWindow = limits.dedupWindow * 1000;
/** Do the two certainly count as the same for deduplication, if both are accepted (sqs:F22)? */
export function certainlySameKey(facts, a, b) {
    if (a.place !== b.place || a.dedupId === undefined || a.dedupId !== b.dedupId)
        return false;
    return a.group === b.group || !scopesOf(facts, a.place).includes('messageGroup');
}
/** May the two count as the same? */
export function mayBeSameKey(facts, a, b) {
    if (a.place !== b.place || a.dedupId === undefined || a.dedupId !== b.dedupId)
        return false;
    return (a.group === b.group || a.group === undefined || b.group === undefined || scopesOf(facts, a.place).includes('queue'));
}
/** Every DeduplicationScope that the queue had at any time: after a change both are legal for ever (sqs:F25). */
const scopesOf = (facts, place) => writesOf(facts, place, 'DeduplicationScope').map(({ value }) => value);
/** May a purge, or an end of the queue, lie between the two, or reach into either (sqs:PQ4)? */
export function mayBeForgotten(facts, a, b, { wipes }) {
    const from = Math.min(a.s, b.s);
    const to = Math.max(a.e, b.e);
    return wipes.some(({ s, e }) => s <= to && e + facts.wipeLag >= from);
}
/** The purge, or end of the queue, that certainly lies between the two. */
export const forgotten = (facts, a, b, { wipes }) => wipes.find(({ outcome, s, e }) => outcome === 'ok' && a.e < s && e + facts.wipeLag < b.s);
