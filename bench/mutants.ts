import {
  check,
  model,
  mutants,
  profileOf,
  properties,
  run,
  scheduleOf,
  shrinkFailure,
  violationsOf,
} from '../index.js';
import type { Mutant } from '../models/mutants/index.js';
import type { History } from '../src/core/history.js';
import type { Schedule } from '../src/core/schedule.js';
import { median } from './measure.js';

/**
 * One JSON line for every mutant: schedules until it is found, over many seeds, and how small its counterexample gets, for
 * the first of them; and one line of sums. SEEDS (30), SHRINKS (10 of them), RUNS (2000 at most per seed) and MUTANTS (all,
 * or ids with commas) say how much of it.
 */
const seeds = Number(process.env.SEEDS ?? 30);
const shrinks = Number(process.env.SHRINKS ?? 10);
const runsMax = Number(process.env.RUNS ?? 2000);
const wanted = process.env.MUTANTS?.split(',');

interface Shrunk {
  property: string;
  steps: number;
  /** Virtual time of the shrunk steps in milliseconds, without the drain. */
  time: number;
  /** Schedules executed to shrink it, and the real time that took in milliseconds. */
  tries: number;
  shrinkTime: number;
}

const judge = (history: History) => check(history, properties);
const execute = (planted: Mutant, schedule: Schedule): Promise<History> => run(schedule, model(planted));

/** The first failing history of the seed, and how many schedules that took. */
async function find(planted: Mutant, seed: number): Promise<{ runs: number; history?: History }> {
  const range = { profile: profileOf(planted) };
  for (let k = 0; k < runsMax; k++) {
    const history = await execute(planted, scheduleOf(`bench-${seed}-${k}`, range));
    if (violationsOf(judge(history)).length > 0) return { runs: k + 1, history };
  }
  return { runs: Number.POSITIVE_INFINITY };
}

async function shrink(planted: Mutant, history: History): Promise<Shrunk> {
  let tries = 0;
  const counted = (schedule: Schedule): Promise<History> => {
    tries++;
    return execute(planted, schedule);
  };
  const began = performance.now();
  const smallest = await shrinkFailure({ execute: counted, judge }, undefined, history);
  return {
    property: violationsOf(judge(smallest))[0]!.property,
    steps: smallest.schedule.steps.length,
    time: smallest.ops.findLast(({ step }) => step !== undefined)?.returned ?? 0,
    tries,
    shrinkTime: performance.now() - began,
  };
}

const middle = (numbers: number[]): number => median(numbers.sort((a, b) => a - b));

/** The true minimum is taken to be the smallest counterexample that any seed got to: fewest steps, then least time. */
function minimal(all: readonly Shrunk[]): { minimum: number; share: number; superfluousSeconds: number } {
  const minimum = Math.min(...all.map(({ steps }) => steps));
  const smallest = all.filter(({ steps }) => steps === minimum);
  const least = Math.min(...smallest.map(({ time }) => time));
  // turns of a millisecond are not seconds
  const superfluous = smallest.map(({ time }) => Math.floor((time - least) / 1000)).sort((a, b) => a - b);
  return { minimum, share: smallest.length / all.length, superfluousSeconds: median(superfluous) };
}

interface Measured {
  mutant: string;
  found: string;
  medianRuns: number;
  maxRuns: number;
  medianSteps: number;
  minimum: number;
  share: number;
  superfluousSeconds: number;
  medianTries: number;
  medianShrinkMs: number;
  properties: string[];
}

async function measure(planted: Mutant): Promise<Measured> {
  const runs: number[] = [];
  const shrunk: Shrunk[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const found = await find(planted, seed);
    runs.push(found.runs);
    if (found.history !== undefined && shrunk.length < shrinks) shrunk.push(await shrink(planted, found.history));
  }
  return {
    mutant: planted.id,
    found: `${runs.filter(Number.isFinite).length}/${seeds}`,
    medianRuns: middle(runs),
    maxRuns: Math.max(...runs),
    medianSteps: middle(shrunk.map(({ steps }) => steps)),
    ...minimal(shrunk),
    medianTries: middle(shrunk.map(({ tries }) => tries)),
    medianShrinkMs: Math.round(middle(shrunk.map(({ shrinkTime }) => shrinkTime))),
    properties: [...new Set(shrunk.map(({ property }) => property))],
  };
}

/** What the lines above come to; `slow` are those that take more than ten schedules at the median, the slowest first. */
function sumOf(all: readonly Measured[]): Record<string, unknown> {
  const slow = all.filter(({ medianRuns }) => medianRuns > 10).sort((a, b) => b.medianRuns - a.medianRuns);
  return {
    mutants: all.length,
    foundByAllSeeds: all.filter(({ found }) => found === `${seeds}/${seeds}`).length,
    withinTen: all.length - slow.length,
    slow: slow.map(({ mutant, medianRuns }) => `${mutant} ${medianRuns}`),
    smallestInMostSeeds: all.filter(({ share }) => share >= 0.95).length,
    withoutSuperfluousSeconds: all.filter(({ superfluousSeconds }) => superfluousSeconds === 0).length,
    medianSteps: middle(all.map(({ medianSteps }) => medianSteps)),
  };
}

const measured: Measured[] = [];
for (const planted of mutants) {
  if (wanted !== undefined && !wanted.includes(planted.id)) continue;
  const row = await measure(planted);
  console.log(JSON.stringify(row));
  measured.push(row);
}
console.log(JSON.stringify(sumOf(measured)));
