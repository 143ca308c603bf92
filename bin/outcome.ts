import { reachesOf } from '../properties/reach.js';
import type { Failure, Outcome } from '../src/campaign.js';
import { liberties } from '../src/core/schedule.js';
import { keepTrace } from './files.js';
import type { rangeOf } from './options.js';

/** A failure with the path of its trace and the line that replays it. */
export interface Kept {
  found: Failure;
  trace: string;
  replay: string;
}

/** `where` are the options that name the endpoint. */
export function keep(found: Failure, folder: string, where: readonly string[]): Kept {
  const trace = keepTrace(folder, found.history, found.violation);
  const { mutant } = found.history;
  const planted = mutant === undefined ? [] : ['--mutant', mutant];
  return { found, trace, replay: replayLine([trace, ...planted, ...where]) };
}

/** The shell's line that replays, with these words. */
export const replayLine = (words: readonly string[]): string => `${program} ${words.map(quoted).join(' ')}`;

/** How this program is called: from its sources, or as it is installed. */
const program = import.meta.url.endsWith('.ts') ? 'npm run replay --' : 'npx redrive replay';

/** A word of a shell's line. */
const quoted = (word: string): string => (/^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** Situations that the campaign could have reached and did not. */
export function missedBy(
  reached: ReadonlyMap<string, number>,
  { profile, faults, liberties: taken, level }: ReturnType<typeof rangeOf>,
): string[] {
  const legal = taken.filter((liberty) => level !== 'strict' || liberties[liberty] === 'strict');
  const asked: Record<string, readonly string[]> = { fault: faults, liberty: legal };
  return reachesOf(profile)
    .map(({ name }) => name)
    .filter((name) => {
      const [kind, what] = name.split(': ');
      return !reached.has(name) && (asked[kind!]?.includes(what!) ?? true);
    });
}

/** The members of --json that every campaign prints. */
export function told(
  outcome: Outcome,
  seed: string,
  elapsed: number,
  notReached: readonly string[],
  kept: readonly Kept[],
): Record<string, unknown> {
  const { runs, calls, simulated, steps, digest, reached, lost, unanswered, gone } = outcome;
  return {
    seed,
    runs,
    calls,
    seconds: elapsed / 1000,
    callsPerSecond: Math.round((calls / elapsed) * 1000),
    simulatedSeconds: simulated / 1000,
    stepsPerRun: steps / runs,
    digest,
    reached: Object.fromEntries(reached),
    notReached,
    ...(lost.size > 0 && { lost: Object.fromEntries(lost) }),
    unanswered: Object.fromEntries(unanswered),
    ...(gone !== undefined && { gone }),
    violations: kept.map(({ found: { violation, history, like, again }, trace, replay }) => ({
      property: violation.property,
      says: violation.says,
      steps: history.schedule.steps.length,
      ...(like !== undefined && { like }),
      ...(again !== undefined && { again }),
      trace,
      replay,
    })),
  };
}
