import { describe, expect, test } from 'vitest';
import { check, model, mutants, properties, run, scheduleOf, shrinkFailure, violationsOf } from '../index.js';
import type { Mutant } from '../models/mutants/index.js';
import type { History } from '../src/core/history.js';
import type { Schedule } from '../src/core/schedule.js';

/** More schedules than any mutant needed; the medians are printed by the benchmark. */
const enough = 1500;

const judge = (history: History) => check(history, properties);

async function firstFailure(execute: (schedule: Schedule) => Promise<History>): Promise<History | undefined> {
  for (let k = 0; k < enough; k++) {
    const history = await execute(scheduleOf(`mutants-${k}`));
    if (violationsOf(judge(history)).length > 0) return history;
  }
  return undefined;
}

/** Properties that each mutant was caught by. */
const caughtBy = new Map<string, string[]>();

describe('every mutant is caught, and its counterexample shrinks', () => {
  test.each(mutants.map((mutant): [string, Mutant] => [`${mutant.id} ${mutant.title}`, mutant]))(
    '%s',
    async (_, mutant) => {
      const execute = (schedule: Schedule): Promise<History> => run(schedule, model(mutant));
      const failing = await firstFailure(execute);
      expect(failing, `not found in ${enough} schedules`).toBeDefined();
      const found = violationsOf(judge(failing!)).map(({ property }) => property);
      caughtBy.set(mutant.id, found);
      const smallest = await shrinkFailure({ execute, judge }, found[0]!, failing!);
      expect(violationsOf(judge(smallest)).map(({ property }) => property)).toContain(found[0]);
      expect(smallest.schedule.steps.length).toBeLessThanOrEqual(Math.min(failing!.schedule.steps.length, 12));
      // and it is the bug that does it
      expect(violationsOf(judge(await run(smallest.schedule, model())))).toEqual([]);
    },
  );
});
