import { expiresFrom } from '../reading/gone.js';
import { endOfWindow, isFirst, scene } from './reach.js';
function* blocked({ queues }) {
    for (const queue of queues.values())
        if (queue.isFifo && queue.sends.length > 1)
            yield* blockedIn(queue);
}
function* blockedIn(queue) {
    const last = new Map();
    for (const { group, message, e } of queue.sends) {
        const before = last.get(group);
        if (message === undefined || before === message)
            continue;
        last.set(group, message);
        const freed = message.deliveries[0];
        if (before === undefined || freed?.receive.place !== queue)
            continue;
        const hold = before.deliveries.findLast((x) => x.receive.place === queue && x.e < freed.s);
        if (hold === undefined)
            continue;
        const from = Math.max(hold.e, e);
        const isVain = (r) => r.outcome === 'ok' && r.s > from && r.e < freed.e && r.deliveries.every(({ of }) => of.sent?.group !== group);
        const vain = queue.receives.find(isVain);
        if (vain !== undefined && vain.s < endOfWindow(hold))
            yield { before, hold, vain, freed };
    }
}
const unlocked = scene(blocked, [
    {
        name: 'group blocked, then unlocked by a delete',
        on: 'fifo',
        seen: ({ before, vain, freed }) => before.deletes.some(({ outcome, s }) => outcome === 'ok' && s > vain.s && s <= freed.e),
    },
    {
        name: 'group blocked, then unlocked by the end of a window',
        on: 'fifo',
        seen: ({ before, hold, freed }) => endOfWindow(hold) <= freed.e &&
            before.changes.length === 0 &&
            freed.receive.deliveries.some(({ of }) => of === before),
    },
    {
        name: 'group blocked, then unlocked by a dead letter',
        on: 'fifo',
        seen: ({ before, hold }) => before.deliveries.some((x) => x.queue !== hold.queue && x.s > hold.e),
    },
    {
        name: 'group blocked, then unlocked by a change',
        on: 'fifo',
        seen: ({ before, hold, freed }) => before.changes.some(({ seconds, s }) => seconds === 0 && s > hold.e && s <= freed.e),
    },
    {
        name: 'group unlocked by the end of the life of its head',
        on: 'fifo',
        seen: ({ before, hold, freed }, facts) => {
            if (before.sent === undefined || before.deletes.length > 0)
                return false;
            const end = expiresFrom(facts, before);
            return end > hold.e && end <= freed.e;
        },
    },
]);
const groupOf = ({ of }) => of.sent?.group;
/** Is a later message of the group in flight? */
const isAhead = (d) => d.receive.place.sends.some(({ group, message, s }) => group === groupOf(d) &&
    message !== undefined &&
    message !== d.of &&
    s > d.of.sent.s &&
    !message.deletes.some((del) => del.s < d.e) &&
    message.deliveries.some((x) => x.e < d.s && d.e < endOfWindow(x)));
const deliveries = scene((facts) => facts.deliveries.filter(({ receive, of }) => receive.place.isFifo && of.sent !== undefined), [
    { name: 'head back while a later one is in flight', on: 'fifo', seen: (d) => !isFirst(d) && isAhead(d) },
    {
        name: 'several groups in one answer',
        on: 'fifo',
        seen: (d) => d.index > 0 && groupOf(d) !== groupOf(d.receive.deliveries[0]),
    },
    {
        name: 'several messages of a group in one answer',
        on: 'fifo',
        seen: (d) => d.index > 0 && groupOf(d) === groupOf(d.receive.deliveries[d.index - 1]),
    },
    {
        name: 'receive tried again with its attempt id',
        on: 'fifo',
        seen: ({ retryOf }) => retryOf !== undefined,
    },
]);
/** Message groups: what blocks them, and what sets them free. */
export const groups = [unlocked, deliveries];
