import { reaches } from '../properties/reach.js';
import { type Campaign, type Failure, runCampaign } from '../src/campaign.js';
import { type Range, scheduleOf } from '../src/generate/schedule.js';
import { wallClock } from '../src/time/wall.js';
import { conform } from './conform.js';
import { keepTrace } from './files.js';
import { countOf, durationOf, type Given, mutantOf, rangeOf, seedOf, urlOf } from './options.js';
import { failure, progressLine, say, sayJson, summary } from './report.js';
import { judging, onModel } from './world.js';

/** How many schedules run when neither --runs nor --time is given. */
const runsByDefault = 5000;

/** `redrive fuzz`: a campaign on the model. Returns the exit code. */
export async function fuzz(given: Given): Promise<number> {
  const url = urlOf(given.endpoint);
  if (url !== undefined) return conform(url, given);
  const seed = seedOf(given.seed);
  const range = rangeOf(given);
  const planted = mutantOf(given.mutant);
  const clock = wallClock();
  const line = progressLine(given.json === true, () => clock.now());
  const outcome = await runCampaign({
    seed,
    ...limitsOf(given, () => clock.now()),
    keepGoing: given.keepGoing === true,
    schedule: (one) => scheduleOf(one, range),
    execute: onModel(planted),
    ...judging,
    progress: line.show,
  });
  line.end();
  const kept = outcome.failures.map((found) => keep(found, given.out));
  const missed = missedBy(outcome.reached, range);
  if (given.json) sayJson(resultOf(outcome, seed, clock.now(), missed, kept));
  else {
    for (const { found, replay } of kept) say(failure(found, replay));
    say(summary(outcome, seed, clock.now(), kept.length > 0 ? [] : missed));
  }
  return outcome.failures.length > 0 ? 1 : 0;
}

/** How long the campaign goes on. */
export function limitsOf(
  given: Given,
  now: () => number,
  byDefault = runsByDefault,
): Pick<Campaign, 'runs' | 'isOver'> {
  if (given.time === undefined) return { runs: given.runs === undefined ? byDefault : countOf('runs', given.runs) };
  const end = now() + durationOf('time', given.time);
  const limits = { isOver: () => now() >= end };
  return given.runs === undefined ? limits : { ...limits, runs: countOf('runs', given.runs) };
}

/** A failure with the path of its trace and the line that replays it. */
export interface Kept {
  found: Failure;
  trace: string;
  replay: string;
}

export function keep(found: Failure, folder = 'redrive-traces', url?: string): Kept {
  const trace = keepTrace(folder, found.history, found.violation);
  const { mutant } = found.history;
  const where = url === undefined ? '' : ` --endpoint ${url}`;
  return {
    found,
    trace,
    replay: `npx redrive replay ${trace}${mutant === undefined ? '' : ` --mutant ${mutant}`}${where}`,
  };
}

/** Situations that the campaign could have reached and did not. */
function missedBy(reached: ReadonlyMap<string, number>, { faults, liberties, level }: Range): string[] {
  const isAsked = (name: string): boolean => {
    const [kind, what] = name.split(': ');
    if (kind === 'fault') return faults!.some((fault) => fault === what);
    if (kind !== 'liberty') return true;
    return liberties!.some((liberty) => liberty === what) && (level !== 'strict' || !documentedOnly.has(what!));
  };
  return reaches.map(({ name }) => name).filter((name) => !reached.has(name) && isAsked(name));
}

const documentedOnly = new Set(['duplicate', 'zombie', 'long-empty']);

export function resultOf(
  outcome: Awaited<ReturnType<typeof runCampaign>>,
  seed: string,
  elapsed: number,
  notReached: readonly string[],
  kept: readonly Kept[],
): Record<string, unknown> {
  const { runs, calls, simulated, steps, digest, reached } = outcome;
  return {
    seed,
    runs,
    calls,
    seconds: elapsed / 1000,
    callsPerSecond: Math.round((calls / elapsed) * 1000),
    simulatedSeconds: simulated / 1000,
    stepsPerRun: runs === 0 ? 0 : steps / runs,
    digest,
    reached: Object.fromEntries(reached),
    notReached,
    violations: kept.map(({ found: { violation, history }, trace, replay }) => ({
      property: violation.property,
      says: violation.says,
      steps: history.schedule.steps.length,
      trace,
      replay,
    })),
  };
}
