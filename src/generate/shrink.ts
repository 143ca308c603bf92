import { canonical } from '../core/canonical.js';
import type { History } from '../core/history.js';
import type { Schedule } from '../core/schedule.js';
import { renamed, renumbered } from './renamed.js';
import { simpler } from './simpler/index.js';

/** Runs a schedule again; the history if it still fails in the same way. */
export type StillFails = (schedule: Schedule) => Promise<History | undefined>;

export interface Shrinking {
  /** How many candidates are tried side by side; 1 unless given. More is for endpoints that make one wait. */
  parallel?: number;
  /** Asked before every round: whether to be content with what there is. */
  isOver?: () => boolean;
}

/**
 * The smallest failing history found from a failing one: fewest steps, then least time, then least text. Every candidate
 * is run, and what is returned is a history that was just executed.
 */
export async function shrink(failing: History, stillFails: StillFails, shrinking: Shrinking = {}): Promise<History> {
  let best = failing;
  while (shrinking.isOver?.() !== true) {
    const better = await firstBetter(best, stillFails, shrinking);
    if (better === undefined) return withSmallNames(best, stillFails);
    best = better;
  }
  return best;
}

/** Mostly a failure keeps failing under other names. */
const withSmallNames = async (best: History, stillFails: StillFails): Promise<History> =>
  (await stillFails(renamed(best.schedule))) ?? (await stillFails(renumbered(best.schedule))) ?? best;

async function firstBetter(
  best: History,
  stillFails: StillFails,
  { parallel = 1, isOver }: Shrinking,
): Promise<History | undefined> {
  const cost = costOf(best);
  const candidates = simpler(best.schedule, best.ops);
  for (;;) {
    const round: Schedule[] = [];
    for (let k = 0; k < parallel; k++) {
      const { value, done } = candidates.next();
      if (done !== true) round.push(value);
    }
    if (round.length === 0 || isOver?.() === true) return undefined;
    for (const history of await Promise.all(round.map(stillFails)))
      if (history !== undefined && isLess(costOf(history), cost)) return history;
  }
}

type Cost = readonly number[];

/** Steps, virtual time with the drain and without it, actors, waits that are tied to no deadline, text. */
function costOf(history: History): Cost {
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

function isLess(a: Cost, b: Cost): boolean {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! < b[k]!;
  return false;
}
