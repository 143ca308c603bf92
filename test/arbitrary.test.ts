import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, model, mutant, properties, run, schedules, violationsOf } from '../index.js';

describe('schedules for fast-check', () => {
  test('the honest model holds under fc.assert', async () => {
    const property = fc.asyncProperty(schedules(), async (schedule) => {
      expect(violationsOf(check(await run(schedule, model()), properties))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 60, seed: 7 });
  });

  test('a failing one shrinks inside fc.check, also when given from outside as a plain value', async () => {
    const fails = fc.asyncProperty(schedules(), async (schedule) => {
      const history = await run(schedule, model(mutant('A-025')));
      return violationsOf(check(history, properties)).length === 0;
    });
    const found = await fc.check(fails, { numRuns: 200, seed: 7 });
    expect(found.failed).toBe(true);
    const [smallest] = found.counterexample!;
    expect(smallest.steps.length).toBeLessThanOrEqual(2);

    const [first] = found.failures.length > 0 ? found.failures[0]! : found.counterexample!;
    const again = await fc.check(fails, { numRuns: 1, examples: [[JSON.parse(JSON.stringify(first))]] });
    expect(again.failed).toBe(true);
    expect(again.counterexample![0].steps.length).toBeLessThanOrEqual(2);
  });
});
