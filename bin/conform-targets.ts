import { createRequire } from 'node:module';
import { join } from 'node:path';
import { properties } from '../properties/index.js';
import { wallClock } from '../src/time/wall.js';
import { checkFolder, writeWhole } from './files.js';
import { interruptible } from './interrupt.js';
import { junit } from './matrix/junit.js';
import { type Column, count, type Matrix } from './matrix/matrix.js';
import { lineOf } from './matrix/words.js';
import { write } from './matrix/write.js';
import { type Given, limitsOf, parallelOf, realRangeOf, seedOf, shrinkTimeOf } from './options.js';
import { replayLine } from './outcome.js';
import { type ProgressLine, progressLine, say, sayJson } from './report.js';
import { endAll } from './targets/bench.js';
import { Running } from './targets/jobs.js';
import { judgeTarget, type Plan } from './targets/judge.js';
import { readTargets } from './targets/read.js';

/** Unless said: how many schedules run on each target, how many side by side, and how long its failures are shrunk. */
const runsByDefault = 100;
const parallelByDefault = 10;
const shrinkByDefault = '120s';

/** `redrive conform --targets FILE`: a campaign on each implementation of the list, one after another. Returns the exit code. */
export async function conformTargets(list: string, given: Given): Promise<number> {
  const { report = 'redrive-report', json = false, junit: junitPath } = given;
  const { folder, targets } = readTargets(list, given.only);
  const plan = planOf(list, report, given);
  checkFolder(report);
  const matrix = emptyMatrix(plan);
  const running = new Running();
  const bench = { folder, logs: join(report, 'logs'), running };
  await interruptible({ quiet: () => plan.quiet(), close: () => endAll(running) }, async () => {
    for (const target of targets) {
      const column = await judgeTarget(target, bench, plan);
      await running.unlessOver(async () => {
        matrix.columns.push(column);
        write(report, matrix);
        if (junitPath !== undefined) writeWhole(junitPath, junit(matrix));
        if (!json) say(lineOf(column));
      });
    }
  });
  if (json) sayJson(matrix);
  else say(`the matrix is in ${join(report, 'matrix.html')}, matrix.md and matrix.json`);
  return matrix.columns.some(isAtFault) ? 1 : 0;
}

const isAtFault = (column: Column): boolean =>
  count(column, 'broken') > 0 || column.lost !== undefined || column.gone !== undefined;

/** Wrong options are found before anything is started. */
function planOf(list: string, report: string, given: Given): Plan & { quiet(): void } {
  const { json = false, shrink = shrinkByDefault } = given;
  const clock = wallClock();
  const limits = (): ReturnType<Plan['limits']> => limitsOf(given, clock.now, runsByDefault);
  const shrinkTime = (): ReturnType<Plan['shrinkTime']> => shrinkTimeOf(shrink, clock.now);
  let line: ProgressLine | undefined;
  limits();
  shrinkTime();
  return {
    seed: seedOf(given.seed),
    range: realRangeOf(given),
    parallel: parallelOf(given, parallelByDefault),
    limits,
    shrinkTime,
    line(title) {
      line = progressLine(json, clock.now, `${title} is installed and started`);
      return line;
    },
    quiet: () => line?.end(),
    report: { folder: report, replay: (trace, name) => replayLine([trace, '--targets', list, '--only', name]) },
  };
}

const emptyMatrix = ({ seed, range: { level, profile } }: Plan): Matrix => ({
  redrive: (createRequire(import.meta.url)('redrive/package.json') as { version: string }).version,
  seed,
  level,
  profile: profile ?? 'all',
  rows: properties.map(({ name, claim, source }) => ({ property: name, claim, source })),
  columns: [],
});
