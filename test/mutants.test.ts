import { describe, expect, test } from 'vitest';
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
  virtualValues,
} from '../index.js';
import type { Mutant } from '../models/mutants/index.js';
import type { History } from '../src/core/history.js';
import type { Schedule } from '../src/core/schedule.js';

/** More schedules than any mutant needed; the medians are printed by the benchmark. */
const enough = 1500;
/** Short schedules, which shrink faster. */
const values = { ...virtualValues, steps: [8, 40] } as const;
/** Schedules that shrinking may run; the last few steps and seconds are the benchmark's matter. */
const budget = 200;

const brokenIn = (history: History): string[] =>
  violationsOf(check(history, properties)).map(({ property }) => property);

async function firstFailure(
  mutant: Mutant,
  execute: (schedule: Schedule) => Promise<History>,
): Promise<History | undefined> {
  const range = { profile: profileOf(mutant), values };
  for (let k = 0; k < enough; k++) {
    const history = await execute(scheduleOf(`mutants-${k}`, range));
    if (brokenIn(history).length > 0) return history;
  }
  return undefined;
}

describe('every mutant is caught, and its counterexample shrinks', () => {
  test.each(mutants.map((mutant): [string, Mutant] => [`${mutant.id} ${mutant.title}`, mutant]))(
    '%s',
    async (_, mutant) => {
      let runs = 0;
      const execute = (schedule: Schedule): Promise<History> => {
        runs++;
        return run(schedule, model(mutant));
      };
      const failing = await firstFailure(mutant, execute);
      expect(failing, `not found in ${enough} schedules`).toBeDefined();
      const [property] = brokenIn(failing!);
      const judge = (history: History) => check(history, properties);
      const end = runs + budget;
      const smallest = await shrinkFailure({ execute, judge }, property, failing!, { isOver: () => runs >= end });
      const broken = brokenIn(smallest);
      expect(broken).toContain(property);
      expect(smallest.schedule.steps.length).toBeLessThanOrEqual(Math.min(failing!.schedule.steps.length, 12));
      // it replays, and it is the bug that does it
      expect(brokenIn(await execute(smallest.schedule))).toEqual(broken);
      expect(brokenIn(await run(smallest.schedule, model()))).toEqual([]);
    },
  );
});
