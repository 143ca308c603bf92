import { describe, expect, test } from 'vitest';
import { check, model, mutant, properties, run, violationsOf } from '../index.js';
import { cases } from '../scripts/zoo/cases.js';
import { shownBy } from '../scripts/zoo/play.js';

/** Too many messages for a test. */
const large = ['A-065'];

describe('schedules of known bugs', () => {
  const some = cases.filter(({ id }) => !large.includes(id));

  test.each(some.map((one) => [one.id, one] as const))('%s accuses nobody honest', async (_, { schedule }) => {
    expect(violationsOf(check(await run(schedule, model()), properties))).toEqual([]);
  });

  const planted = some.flatMap((one) => {
    const bug = mutant(one.id);
    return bug === undefined ? [] : [[one.id, one, bug] as const];
  });

  test.each(planted)('%s shows its bug', async (id, one, bug) => {
    const history = await run(one.schedule, model(bug), { mutant: id });
    expect(shownBy(one, history)).not.toEqual([]);
  });
});
