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
 * One JSON line for every mutant: schedules until it is found, and how small its counterexample gets, over many seeds.
 * SEEDS (30), RUNS (2000 at most per seed) and MUTANTS (all, or ids with commas) say how much of it.
 */
const seeds = Number(process.env.SEEDS ?? 30);
const runsMax = Number(process.env.RUNS ?? 2000);
const wanted = process.env.MUTANTS?.split(',');

interface Find {
  runs: number;
  property: string;
  steps: number;
  /** Virtual time of the shrunk steps in milliseconds, without the drain. */
  time: number;
  /** Schedules executed to shrink it, and the real time that took in milliseconds. */
  tries: number;
  shrinkTime: number;
}

const judge = (history: History) => check(history, properties);

async function find(planted: Mutant, seed: number): Promise<Find | undefined> {
  const execute = (schedule: Schedule): Promise<History> => run(schedule, model(planted));
  for (let k = 0; k < runsMax; k++) {
    const history = await execute(scheduleOf(`bench-${seed}-${k}`, { profile: profileOf(planted) }));
    const [violation] = violationsOf(judge(history));
    if (violation === undefined) continue;
    let tries = 0;
    const counted = (schedule: Schedule): Promise<History> => {
      tries++;
      return execute(schedule);
    };
    const began = performance.now();
    const smallest = await shrinkFailure({ execute: counted, judge }, undefined, history);
    return {
      runs: k + 1,
      property: violationsOf(judge(smallest))[0]!.property,
      steps: smallest.schedule.steps.length,
      time: smallest.ops.findLast(({ step }) => step !== undefined)?.returned ?? 0,
      tries,
      shrinkTime: performance.now() - began,
    };
  }
  return undefined;
}

const middle = (numbers: number[]): number => median(numbers.sort((a, b) => a - b));

/** The true minimum is taken to be the smallest counterexample that any seed got to: fewest steps, then least time. */
function minimal(finds: readonly Find[]): { minimum: number; share: number; superfluousSeconds: number } {
  const minimum = Math.min(...finds.map(({ steps }) => steps));
  const smallest = finds.filter(({ steps }) => steps === minimum);
  const least = Math.min(...smallest.map(({ time }) => time));
  // turns of a millisecond are not seconds
  const superfluous = smallest.map(({ time }) => Math.floor((time - least) / 1000)).sort((a, b) => a - b);
  return { minimum, share: smallest.length / finds.length, superfluousSeconds: median(superfluous) };
}

async function measure(planted: Mutant): Promise<Record<string, unknown>> {
  const finds: Find[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const found = await find(planted, seed);
    if (found !== undefined) finds.push(found);
  }
  const missed = seeds - finds.length;
  const runs = [...finds.map((found) => found.runs), ...Array<number>(missed).fill(Number.POSITIVE_INFINITY)];
  return {
    mutant: planted.id,
    found: `${finds.length}/${seeds}`,
    medianRuns: middle(runs),
    maxRuns: Math.max(...runs),
    medianSteps: middle(finds.map(({ steps }) => steps)),
    ...minimal(finds),
    medianTries: middle(finds.map(({ tries }) => tries)),
    medianShrinkMs: Math.round(middle(finds.map(({ shrinkTime }) => shrinkTime))),
    properties: [...new Set(finds.map(({ property }) => property))],
  };
}

for (const planted of mutants)
  if (wanted === undefined || wanted.includes(planted.id)) console.log(JSON.stringify(await measure(planted)));
