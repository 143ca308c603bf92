import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, lanes, model, properties, run, scheduleOf, shrinkFailure, violationsOf, writeTrace } from '../index.js';
import { reachedBy, reaches } from '../properties/reach.js';
import type { History } from '../src/core/history.js';
import type { Schedule } from '../src/core/schedule.js';

/**
 * The model against the properties: the regression set is fixed, the fresh seeds are new in every run.
 * REDRIVE_SEED fixes them, REDRIVE_TIME says for how many seconds (5 unless given).
 */
const freshSeed = process.env.REDRIVE_SEED ?? Date.now().toString(36);
const freshSeconds = Number(process.env.REDRIVE_TIME ?? 5);
const regressionRuns = 1000;

const execute = (schedule: Schedule): Promise<History> => run(schedule, model());
const judge = (history: History) => check(history, properties);

/** Fails with the property, its sentence, the shrunk steps as lanes of time and the line that replays them. */
async function holds(seed: string, reached: Set<string>): Promise<void> {
  const history = await execute(scheduleOf(seed));
  for (const name of reachedBy(history)) reached.add(name);
  const [violation] = violationsOf(judge(history));
  if (violation === undefined) return;
  const smallest = await shrinkFailure({ execute, judge }, violation.property, history);
  const shown = violationsOf(judge(smallest)).find(({ property }) => property === violation.property) ?? violation;
  mkdirSync('redrive-traces', { recursive: true });
  const path = `redrive-traces/${violation.property}-${seed}.jsonl`;
  writeFileSync(path, writeTrace(smallest, [shown]));
  expect.fail(
    `${shown.property}: ${shown.says}\n\n${lanes(smallest, shown.ops)}\n\nreplay: npx redrive replay ${path}   (seed ${seed})`,
  );
}

describe('the model holds every property', () => {
  test(`on ${regressionRuns} fixed seeds, which reach every situation`, async () => {
    const reached = new Set<string>();
    for (let k = 0; k < regressionRuns; k++) await holds(`regression-${k}`, reached);
    expect(reaches.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
  });

  test(`on fresh seeds from ${freshSeed} for ${freshSeconds} s`, async () => {
    const end = performance.now() + freshSeconds * 1000;
    let runs = 0;
    for (; performance.now() < end; runs++) await holds(`${freshSeed}-${runs}`, new Set());
    expect(runs).toBeGreaterThan(0);
  });
});
