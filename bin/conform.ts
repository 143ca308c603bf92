import { runCampaign } from '../src/campaign.js';
import { closeAll } from '../src/endpoints/url.js';
import { scheduleOf } from '../src/generate/schedule.js';
import { wallValues } from '../src/generate/values.js';
import { wallClock } from '../src/time/wall.js';
import { keep, limitsOf, resultOf } from './fuzz.js';
import { countOf, type Given, rangeOf, seedOf, urlOf } from './options.js';
import { failure, progressLine, propertyTable, say, sayJson, summary } from './report.js';
import { judging, onUrl } from './world.js';
import { WrongUse } from './wrong-use.js';

/** How many schedules run, and how many side by side, unless said. */
const runsByDefault = 100;
const parallelByDefault = 100;

/** How long the shrinking of one failure may take on a real endpoint, in milliseconds. */
const shrinkTime = 60_000;

/** `redrive conform URL`: the same campaign on a real endpoint and a real clock. Returns the exit code. */
export async function conform(target: string, given: Given): Promise<number> {
  const url = urlOf(target);
  if (url === undefined) throw new WrongUse('conform needs the URL of an SQS endpoint.');
  if (given.mutant !== undefined) throw new WrongUse('A mutant can only be planted in the model, not behind a URL.');
  const seed = seedOf(given.seed);
  const range = { level: 'strict', ...rangeOf(given), liberties: [], values: wallValues } as const;
  const clock = wallClock();
  const line = progressLine(given.json === true, () => clock.now());
  const parallel = given.parallel === undefined ? parallelByDefault : countOf('parallel', given.parallel);
  const cleanUp = cleanUpOnSignal();
  const outcome = await runCampaign({
    seed,
    ...limitsOf(given, () => clock.now(), runsByDefault),
    parallel,
    keepGoing: true,
    repeatEvery: 0,
    shrinkTime: () => {
      const end = clock.now() + shrinkTime;
      return () => clock.now() >= end;
    },
    schedule: (one) => scheduleOf(one, range),
    execute: onUrl(url, range.level, given.allowAws),
    ...judging,
    progress: line.show,
  }).finally(cleanUp);
  line.end();
  const kept = outcome.failures.map((found) => keep(found, given.out, url));
  if (given.json)
    sayJson({
      ...resultOf(outcome, seed, clock.now(), [], kept),
      endpoint: url,
      properties: Object.fromEntries(outcome.properties),
    });
  else {
    say(propertyTable(outcome));
    for (const { found, replay } of kept) say(`\n${failure(found, replay)}`);
    say(summary(outcome, seed, clock.now(), []));
  }
  return outcome.failures.length > 0 ? 1 : 0;
}

/** Deletes the queues of the run also when it is interrupted. Returns what undoes the arrangement. */
function cleanUpOnSignal(): () => void {
  const stop = (): void => {
    closeAll().finally(() => process.exit(130));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
}
