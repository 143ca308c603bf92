import { canonical } from '../core/canonical.js';
import type { History } from '../core/history.js';
import type { Schedule } from '../core/schedule.js';
import { renamed, renumbered } from './renamed.js';
import { simpler } from './simpler/index.js';

/** Runs a schedule again; the history if it still fails in the same way. */
export type StillFails = (schedule: Schedule) => Promise<History | undefined>;

export interface Shrinking {
  /** How many candidates are tried side by side; 1 unless given. More is for endpoints that make one wait. */
  parallel?: () => number;
  /** Asked before every round: whether to be content with what there is. */
  isOver?: () => boolean;
  /** Rounds of candidates that are tried before all others, until one of a round fails. */
  first?: readonly (readonly Schedule[])[];
}

/**
 * The smallest failing history found from a failing one: fewest steps, then queues, then least time, then least text. Every
 * candidate is run, and what is returned is a history that was just executed.
 */
export async function shrink(failing: History, stillFails: StillFails, shrinking: Shrinking = {}): Promise<History> {
  let best = await afterRounds(failing, stillFails, shrinking);
  while (shrinking.isOver?.() !== true) {
    const better = await firstBetter(best, stillFails, shrinking);
    if (better === undefined) return withSmallNames(best, stillFails);
    best = better;
  }
  return best;
}

async function afterRounds(
  failing: History,
  stillFails: StillFails,
  { first = [], isOver }: Shrinking,
): Promise<History> {
  for (const round of first) {
    if (isOver?.() === true) break;
    const found = (await Promise.all(round.map(stillFails))).filter((history) => history !== undefined);
    if (found.length > 0) return found.reduce((a, b) => (isLess(costOf(b), costOf(a)) ? b : a));
  }
  return failing;
}

/** Mostly a failure keeps failing under other names. */
const withSmallNames = async (best: History, stillFails: StillFails): Promise<History> =>
  (await stillFails(renamed(best.schedule))) ?? (await stillFails(renumbered(best.schedule))) ?? best;

async function firstBetter(
  best: History,
  stillFails: StillFails,
  { parallel = () => 1, isOver }: Shrinking,
): Promise<History | undefined> {
  const cost = costOf(best);
  const candidates = simpler(best.schedule, best.ops);
  for (;;) {
    const round: Schedule[] = [];
    for (let left = parallel(); left > 0; left--) {
      const { value, done } = candidates.next();
      if (done !== true) round.push(value);
    }
    if (round.length === 0 || isOver?.() === true) return undefined;
    for (const history of await Promise.all(round.map(stillFails)))
      if (history !== undefined && isLess(costOf(history), cost)) return history;
  }
}

type Cost = readonly number[];

/**
 * Steps, queues, virtual time with the drain, roughly, and without it, actors, waits that are tied to no deadline, text, and
 * last all numbers in it.
 */
function costOf(history: History): Cost {
  const { seed: _, ...schedule } = history.schedule;
  const { setup, steps } = schedule;
  const text = canonical(schedule);
  return [
    steps.length,
    setup.queues.length,
    Math.ceil((history.ops.at(-1)?.returned ?? 0) / pollOfDrain),
    history.ops.findLast(({ step }) => step !== undefined)?.returned ?? 0,
    new Set(steps.map(({ actor }) => actor)).size,
    steps.filter(({ at }) => at !== undefined && 'wait' in at).length,
    text.length,
    (text.match(/\d+/g) ?? []).reduce((sum, number) => sum + Number(number), 0),
  ];
}

/** The drain waits in whole polls: a little more or less says nothing. Milliseconds. */
const pollOfDrain = 10_000;

function isLess(a: Cost, b: Cost): boolean {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! < b[k]!;
  return false;
}
