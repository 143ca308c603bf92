import { type Campaign, runCampaign } from '../../src/campaign.js';
import type { Millis } from '../../src/core/clock.js';
import type { History } from '../../src/core/history.js';
import { kindOf } from '../matrix/kind.js';
import { type Column, titleOf } from '../matrix/matrix.js';
import type { realRangeOf } from '../options.js';
import { again, longestFirst, onUrl, sampleOf, timingOf } from '../real.js';
import type { ProgressLine } from '../report.js';
import { guessesWith } from '../reproduce.js';
import { Warnings } from '../warnings.js';
import { onEndpoint } from '../world.js';
import { atMost } from './at-most.js';
import { type Bench, onTarget } from './bench.js';
import { type About, columnOf, forgivingLacks, lacksOf, type Report } from './column.js';
import type { Target } from './read.js';
import { schedulesFor } from './schedules.js';
import { Unavailable } from './server.js';
import type { Standing } from './standing.js';

/** What is done with each target. */
export interface Plan {
  seed: string;
  range: ReturnType<typeof realRangeOf>;
  /** Schedules side by side. */
  parallel: number;
  /** Counted from now on, once for each target. */
  limits(): Pick<Campaign, 'runs' | 'isOver'>;
  shrinkTime(): () => () => boolean;
  line(title: string): ProgressLine;
  report: Report;
}

/** Longer than the steps of any schedule that is generated for a real endpoint. */
const longest: Millis = 60_000;

/** The column of a target: installs and starts it, runs a campaign, stops it. What cannot be judged says why. */
export async function judgeTarget(target: Target, bench: Bench, plan: Plan): Promise<Column> {
  const about = aboutOf(target);
  const line = plan.line(titleOf(about));
  try {
    return await onTarget(target, bench, (url, standing) => campaignOn(url, about, { bench, plan, line, standing }));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    const unjudged = error.isSkipped ? error.message : `failed: ${error.message}`;
    return { ...about, runs: 0, calls: 0, unanswered: [], cells: {}, unjudged };
  } finally {
    line.end();
  }
}

const aboutOf = ({ install, start, ready, stop, url, lacks = {}, ...about }: Target): About => ({ ...about, lacks });

interface Work {
  bench: Bench;
  plan: Plan;
  line: ProgressLine;
  standing: Standing;
}

async function campaignOn(url: string, about: About, { bench, plan, line, standing }: Work): Promise<Column> {
  const { seed, parallel, report } = plan;
  const lacks = lacksOf(about.lacks);
  const schedule = schedulesFor(about.lacks, plan.range);
  const limits = plan.limits();
  const real = { url, level: plan.range.level, longest };
  const timing = await timingOf(real, sampleOf(seed, limits, schedule));
  const warnings = new Warnings();
  const execute = atMost(parallel, (...[schedule, brief]: Parameters<Campaign['execute']>) =>
    bench.running.unlessOver(() =>
      standing.use(`schedule ${schedule.seed}`, async (url) => {
        const history = await onUrl({ ...real, url }, { timing, warn: warnings.add })(schedule, brief);
        return named(titleOf(about), history);
      }),
    ),
  );
  const campaign = { execute, judge: forgivingLacks(onEndpoint.judge, lacks) };
  const outcome = await runCampaign({
    seed,
    ...limits,
    parallel,
    order: await longestFirst(seed, limits, schedule),
    keepGoing: true,
    repeatEvery: 0,
    guesses: guessesWith(campaign.judge),
    again,
    shrinkTime: line.shrinking(plan.shrinkTime()),
    schedule,
    ...onEndpoint,
    ...campaign,
    kindOf,
    progress: line.show,
  });
  return columnOf({ ...about, timing, warnings: warnings.all() }, outcome, report);
}

/** Traces say who answered, not where. */
const named = (name: string, history: History): History => ({ ...history, endpoint: { ...history.endpoint, name } });
