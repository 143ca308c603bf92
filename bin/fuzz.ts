import { availableParallelism } from 'node:os';
import { runCampaign } from '../src/campaign.js';
import { wallClock } from '../src/time/wall.js';
import { checkFolder } from './files.js';
import { campaignInside } from './inside.js';
import { breathing, interruptible } from './interrupt.js';
import {
  endpointOf,
  type Given,
  insideOf,
  limitsOf,
  mostThreads,
  parallelOf,
  rangeOf,
  seedOf,
  shrinkTimeOf,
  threadsOf,
} from './options.js';
import { keep, missedBy, told } from './outcome.js';
import { failure, progressLine, say, sayJson, summary } from './report.js';
import { onThreads } from './threads.js';

/** How many schedules run when neither --runs nor --time is given. */
const runsByDefault = 3000;

/**
 * As many threads as there are cores, unless told. Others that nobody asked for start late: a thread takes seconds until
 * it is fast, and up to some 3,000 schedules one is as soon done as two.
 */
function threadsFor(given: Given): { count: number; alone: number } {
  const asked = threadsOf(given);
  if (asked !== undefined) return { count: asked, alone: 1 };
  const count = insideOf(given.endpoint) === 'model' ? Math.min(availableParallelism(), mostThreads) : 1;
  return { count, alone: runsByDefault };
}

/** `redrive fuzz`: a campaign on an endpoint in this process. Returns the exit code. */
export async function fuzz(given: Given): Promise<number> {
  const url = endpointOf(given);
  const threads = threadsFor(given);
  if (url !== undefined) return (await import('./conform.js')).conform(url, given);
  const { out = 'redrive-traces', keepGoing = false, json = false } = given;
  const seed = seedOf(given.seed);
  const range = rangeOf(given);
  const clock = wallClock();
  const limits = limitsOf(given, clock.now, runsByDefault);
  const shrinkTime = shrinkTimeOf(given.shrink, clock.now);
  // side by side is for endpoints that make one wait
  parallelOf(given, 1);
  checkFolder(out);
  const line = progressLine(json, clock.now, 'starting');
  const endpoint = insideOf(given.endpoint)!;
  const inside = await campaignInside(given, seed);
  const work = { execute: breathing(inside.execute), quiet: line.end };
  const outcome = await interruptible(work, (execute) => {
    const campaign = { ...inside, ...limits, execute };
    const parts = threads.count > 1 && { parts: onThreads(campaign, { given, seed }, threads) };
    return runCampaign({ ...campaign, ...parts, shrinkTime: line.shrinking(shrinkTime), progress: line.show });
  });
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
