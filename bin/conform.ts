import { runCampaign } from '../src/campaign.js';
import { scheduleOf } from '../src/generate/schedule.js';
import { wallClock } from '../src/time/wall.js';
import { paidFor, regionOf, runsOn } from './aws.js';
import { checkFolder } from './files.js';
import { fuzz } from './fuzz.js';
import { interruptible } from './interrupt.js';
import { type Given, lateOf, limitsOf, parallelOf, realRangeOf, seedOf, shrinkTimeOf, urlOf } from './options.js';
import { keep, told } from './outcome.js';
import { again, closeAll, longestFirst, onUrl, requestsOfProbe, sampleOf, timingOf } from './real.js';
import { failure, progressLine, propertyTable, say, sayJson, summary, timingLine, warningLines } from './report.js';
import { guessesWith } from './reproduce.js';
import { Warnings } from './warnings.js';
import { onEndpoint } from './world.js';
import { complaint, WrongUse } from './wrong-use.js';

/** How many schedules run, how many side by side, and how long failures are shrunk, unless said. */
const runsByDefault = 100;
const parallelByDefault = 100;
const shrinkByDefault = '60s';

/** Longer than the steps of any schedule that is generated for a real endpoint; what shrinks must not take longer either. */
export const longest = { fast: 60_000, slow: 3_600_000 };

/** `redrive conform URL`: the same campaign on a real endpoint and a real clock. Returns the exit code. */
export async function conform(target: string, given: Given): Promise<number> {
  const url = urlOf(target);
  if (target === 'model') throw new WrongUse('conform needs an SQS endpoint: a URL, handler or http');
  // in this process a campaign in virtual time says it all
  if (url === undefined) return fuzz({ runs: String(runsByDefault), ...given, endpoint: target, keepGoing: true });
  const { out = 'redrive-traces', json = false, shrink = shrinkByDefault } = given;
  const seed = seedOf(given.seed);
  const range = realRangeOf(given);
  const clock = wallClock();
  const region = regionOf(given);
  const limits = limitsOf(runsOn(region, given, runsByDefault), clock.now, runsByDefault);
  const shrinkTime = shrinkTimeOf(shrink, clock.now);
  const parallel = parallelOf(given, parallelByDefault);
  checkFolder(out);
  const schedule = (one: string) => scheduleOf(one, range);
  const real = {
    url,
    region,
    level: range.level,
    late: lateOf(given),
    longest: given.slow ? longest.slow : longest.fast,
  };
  const warnings = new Warnings();
  let ran = 0;
  let onServer = onUrl(real);
  const plan = { seed, schedule, ...limits, beside: requestsOfProbe(real) };
  const execute = await paidFor(given, plan, (...run) => onServer(...run));
  const line = progressLine(
    json,
    clock.now,
    'schedules run side by side, the longest first: none is done for some 30 s',
  );
  const work = { execute, quiet: line.end, close: closeAll };
  const [timing, outcome] = await interruptible(work, async (execute) => {
    const timing = await timingOf(real, sampleOf(seed, limits, schedule));
    onServer = onUrl(real, { timing, warn: warnings.add });
    const outcome = await runCampaign({
      seed,
      ...limits,
      parallel,
      order: await longestFirst(seed, limits, schedule),
      keepGoing: true,
      repeatEvery: 0,
      guesses: guessesWith(onEndpoint.judge),
      again,
      shrinkTime: line.shrinking(shrinkTime),
      schedule,
      execute,
      ...onEndpoint,
      progress: (tally) => {
        ran = clock.now();
        line.show(tally);
      },
    });
    return [timing, outcome] as const;
  });
  const where = ['--endpoint', url, ...(region === undefined ? [] : ['--region', region, '--yes-this-costs-money'])];
  const kept = outcome.failures.map((found) => keep(found, out, where));
  if (json) {
    const properties = Object.fromEntries(outcome.properties);
    const campaign = told(outcome, seed, clock.now(), [], kept);
    sayJson({ ...campaign, endpoint: url, ranSeconds: ran / 1000, timing, properties, warnings: warnings.all() });
  } else {
    say(timingLine(timing));
    say(propertyTable(outcome));
    say('');
    for (const { found, replay } of kept) say(failure(found, replay));
    const warned = warningLines(warnings.all());
    if (warned !== '') say(warned);
    say(summary(outcome, { seed, elapsed: clock.now(), ran, keepGoing: true }));
  }
  if (outcome.gone !== undefined) process.stderr.write(complaint(outcome.gone));
  // what the contract allows and the model takes, an endpoint has to take
  if (outcome.failures.length > 0 || outcome.lost.size > 0) return 1;
  return outcome.gone === undefined ? 0 : 2;
}
