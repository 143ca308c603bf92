import { runCampaign } from '../src/campaign.js';
import { scheduleOf } from '../src/generate/schedule.js';
import { wallClock } from '../src/time/wall.js';
import { checkFolder } from './files.js';
import { breathing, interruptible } from './interrupt.js';
import {
  endpointOf,
  type Given,
  insideOf,
  latencyOf,
  limitsOf,
  mutantOf,
  parallelOf,
  rangeOf,
  seedOf,
  shrinkTimeOf,
} from './options.js';
import { keep, missedBy, told } from './outcome.js';
import { failure, progressLine, say, sayJson, summary } from './report.js';
import { judging, onInside } from './world.js';

/** How many schedules run when neither --runs nor --time is given. */
const runsByDefault = 3000;

/** `redrive fuzz`: a campaign on an endpoint in this process. Returns the exit code. */
export async function fuzz(given: Given): Promise<number> {
  const url = endpointOf(given);
  if (url !== undefined) return (await import('./conform.js')).conform(url, given);
  const { out = 'redrive-traces', keepGoing = false, json = false } = given;
  const seed = seedOf(given.seed);
  const range = rangeOf(given);
  const planted = mutantOf(given.mutant);
  const clock = wallClock();
  const limits = limitsOf(given, clock.now, runsByDefault);
  const shrinkTime = shrinkTimeOf(given.shrink, clock.now);
  // side by side is for endpoints that make one wait
  parallelOf(given, 1);
  checkFolder(out);
  const line = progressLine(json, clock.now, 'starting');
  const endpoint = insideOf(given.endpoint)!;
  const work = { execute: breathing(await onInside(endpoint, planted, latencyOf(given)), clock), quiet: line.end };
  const outcome = await interruptible(work, (execute) =>
    runCampaign({
      seed,
      ...limits,
      keepGoing,
      shrinkTime: line.shrinking(shrinkTime),
      schedule: (one) => scheduleOf(one, range),
      execute,
      ...judging,
      progress: line.show,
    }),
  );
  const where = endpoint === 'model' ? [] : ['--endpoint', endpoint];
  if (given.latency !== undefined) where.push('--latency', given.latency);
  const kept = outcome.failures.map((found) => keep(found, out, where));
  const missed = missedBy(outcome.reached, range);
  if (json) sayJson(told(outcome, seed, clock.now(), missed, kept));
  else {
    for (const { found, replay } of kept) say(failure(found, replay));
    say(summary(outcome, { seed, elapsed: clock.now(), keepGoing, missed }));
  }
  return outcome.failures.length > 0 ? 1 : 0;
}
