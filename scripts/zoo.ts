// Runs known bugs against the implementations of today, and writes docs/findings/zoo.json and their traces:
// tsx scripts/zoo.ts [--only NAME,...] [A-001 ...]; what is not asked for stays as it was.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { atMost } from '../bin/targets/at-most.js';
import { onTarget } from '../bin/targets/bench.js';
import { Running } from '../bin/targets/jobs.js';
import { readTargets, type Target } from '../bin/targets/read.js';
import { Unavailable } from '../bin/targets/server.js';
import { type Known, resultOf } from './zoo/play.js';
import type { Result } from './zoo/result.js';

const path = 'docs/findings/zoo.json';
/** How many schedules run side by side. */
const sideBySide = 4;

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const { folder, targets } = readTargets('targets/targets.json', values.only);
const known = JSON.parse(readFileSync('scripts/zoo/known.json', 'utf8')) as Known[];
const isAsked = ({ id, target }: Known): boolean =>
  (positionals.length === 0 || positionals.includes(id)) && targets.some(({ name }) => name === target);

async function resultsOf(target: Target): Promise<Result[]> {
  const rows = known.filter((row) => row.target === target.name && isAsked(row));
  const { version } = target;
  const unrun = ({ unrun: known = '', ...row }: Known, why = known): Result => ({
    ...row,
    version,
    verdict: 'not run',
    runs: 0,
    showed: 0,
    why,
  });
  const toRun = rows.filter(({ unrun }) => unrun === undefined);
  const still = rows.filter(({ unrun }) => unrun !== undefined).map((row) => unrun(row));
  if (toRun.length === 0) return still;
  const bench = { folder, logs: join(tmpdir(), 'redrive-logs'), running: new Running() };
  try {
    const ran = await onTarget(target, bench, (url) => {
      const one = atMost(sideBySide, (row: Known) => resultOf(row, version, url));
      return Promise.all(toRun.map(one));
    });
    return [...still, ...ran];
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return [...still, ...toRun.map((row) => unrun(row, error.message))];
  }
}

const after: Result[] = [];
for (const target of targets) after.push(...(await resultsOf(target)));
const before: Result[] = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result[]) : [];
const isNew = ({ id, target }: Result): boolean => after.some((one) => one.id === id && one.target === target);
const all = [...before.filter((result) => !isNew(result)), ...after];
const order = ({ id, target }: Result): string => `${id} ${target}`;
writeFileSync(
  path,
  `${JSON.stringify(
    all.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
    undefined,
    2,
  )}\n`,
);
