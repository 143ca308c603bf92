import { canonical } from '../core/canonical.js';
import { renamed, renumbered } from './renamed.js';
import { simpler } from './simpler/index.js';
/**
 * The smallest failing history found from a failing one: fewest steps, then least time, then least text. Every candidate
 * is run, and what is returned is a history that was just executed.
 */
export async function shrink(failing, stillFails, shrinking = {}) {
    let best = failing;
    while (shrinking.isOver?.() !== true) {
        const better = await firstBetter(best, stillFails, shrinking);
        if (better === undefined)
            return withSmallNames(best, stillFails);
        best = better;
    }
    return best;
}
/** Mostly a failure keeps failing under other names. */
const withSmallNames = async (best, stillFails) => (await stillFails(renamed(best.schedule))) ?? (await stillFails(renumbered(best.schedule))) ?? best;
async function firstBetter(best, stillFails, { parallel = 1, isOver }) {
    const cost = costOf(best);
    const candidates = simpler(best.schedule, best.ops);
    for (;;) {
        const round = [];
        for (let k = 0; k < parallel; k++) {
            const { value, done } = candidates.next();
            if (done !== true)
                round.push(value);
        }
        if (round.length === 0 || isOver?.() === true)
            return undefined;
        for (const history of await Promise.all(round.map(stillFails)))
            if (history !== undefined && isLess(costOf(history), cost))
                return history;
    }
}
/** Steps, virtual time with the drain and without it, actors, waits that are tied to no deadline, text. */
function costOf(history) {
    const { seed: _, ...schedule } = history.schedule;
    const { steps } = schedule;
    return [
        steps.length,
        history.ops.at(-1)?.returned ?? 0,
        history.ops.findLast(({ step }) => step !== undefined)?.returned ?? 0,
        new Set(steps.map(({ actor }) => actor)).size,
        steps.filter(({ at }) => at !== undefined && 'wait' in at).length,
        canonical(schedule).length,
    ];
}
function isLess(a, b) {
    for (let k = 0; k < a.length; k++)
        if (a[k] !== b[k])
            return a[k] < b[k];
    return false;
}
