import { isFifo } from '../../src/core/calls.js';
export const newQueue = (name) => ({
    name,
    isFifo: isFifo(name),
    initial: undefined,
    writes: [],
    wipes: [],
    sends: [],
    receives: [],
    blindReceives: [],
    attempts: undefined,
    waits: undefined,
    redrive: undefined,
    behind: undefined,
    groups: undefined,
    lasting: new Map(),
});
export function readWipe({ op, s, e, place, outcome }, kind) {
    if (outcome !== 'refused')
        place.wipes.push({ op, s, e, queue: place.name, kind, outcome });
}
export function readWrite(facts, called, attributes, created) {
    const { op, s, e, place, outcome: answered } = called;
    if (answered === 'refused' || (created && !maybeNew(place)))
        return;
    const outcome = created && !certainlyNew(facts, place, op) ? 'unknown' : answered;
    place.writes.push({ op, s, e, outcome, attributes, created });
}
/** An accepted CreateQueue writes attributes only if the queue was not there: it is idempotent otherwise (sqs:CQ4). */
function maybeNew(queue) {
    const began = queue.writes.findLast(({ created }) => created);
    if (began === undefined && queue.initial === undefined)
        return true;
    if (began?.outcome === 'unknown')
        return true;
    return queue.wipes.some(({ kind, e }) => kind === 'delete-queue' && (began === undefined || began.s <= e));
}
/** False if an earlier creation may have happened and its end may not have: then the old attributes stay. */
function certainlyNew(facts, queue, op) {
    const creations = queue.writes.filter(({ created }) => created);
    if (creations.length === 0 && queue.initial === undefined)
        return true;
    return queue.wipes.some(({ kind, s, e }) => kind === 'delete-queue' && e + facts.wipeLag < op.invoked && creations.every((creation) => creation.e < s));
}
