import { describe, expect, test } from 'vitest';
import { check, model, mutant, profileOf, properties, run, scheduleOf } from '../index.js';

/** Schedules after which a mutant counts as not found. */
const enough = 1000;

/** For every property the mutants that must break it: a check that cannot fail is a defect. */
const breakers: Readonly<Record<string, readonly string[]>> = {
  'no-invention': ['R-001'],
  integrity: ['A-090', 'A-091'],
  'stable-identity': ['A-038', 'A-082'],
  'no-early-delivery': ['A-022'],
  'no-delivery-inside-window': ['A-004'],
  'no-delivery-after-delete': ['A-013', 'A-128'],
  'group-order': ['A-043', 'A-045'],
  deduplication: ['A-055', 'R-046'],
  'sequence-numbers': ['R-044'],
  'receive-attempts': ['R-059'],
  'unique-handles': ['R-002'],
  'response-bounds': ['A-089', 'R-008'],
  'receive-count': ['R-003'],
  'receive-count-upper': ['A-081'],
  'max-receives': ['A-026', 'A-027'],
  'dead-letter-after-limit': ['A-028'],
  'dead-letter-identity': ['A-031'],
  'one-place': ['R-004'],
  retention: ['A-083', 'A-085'],
  timestamps: ['A-038'],
  'batch-partition': ['A-017'],
  purge: ['A-106', 'A-107'],
  'purge-spares-later-sends': ['R-009'],
  isolation: ['R-005'],
  'move-task': ['R-010'],
  errors: ['A-012', 'A-100'],
  'attributes-read-back': ['R-006'],
  'queue-names': ['R-007'],
  'dead-letter-sources': ['R-026'],
  tags: ['R-034'],
  'move-task-list': ['R-014'],
  counters: ['A-078', 'A-080'],
  'long-poll-timing': ['A-066', 'A-068'],
  'honest-long-poll': ['A-001', 'A-005'],
  'no-loss': ['A-003', 'A-029'],
  redelivery: ['A-003', 'A-073'],
  'wake-up': ['A-070'],
  'delay-ends': ['A-025', 'A-072'],
  'group-progress': ['R-043'],
  'dead-letter-progress': ['A-003', 'A-073'],
  'move-task-ends': ['R-023'],
};

/** Every mutant of the table with the properties that it must break. */
const broken = new Map<string, string[]>();
for (const [property, ids] of Object.entries(breakers))
  for (const id of ids) broken.set(id, [...(broken.get(id) ?? []), property]);

/** Those of the properties that the mutant does not break in any of the schedules. */
async function unbroken(id: string, names: readonly string[]): Promise<string[]> {
  let left = properties.filter(({ name }) => names.includes(name));
  const planted = mutant(id)!;
  const range = { profile: profileOf(planted) };
  for (let k = 0; k < enough && left.length > 0; k++) {
    const history = await run(scheduleOf(`cover-${k}`, range), model(planted));
    const verdicts = check(history, left);
    left = left.filter((_, index) => verdicts[index]!.kind !== 'broken');
  }
  return left.map(({ name }) => name);
}

describe('every property can fail', () => {
  test('each has a mutant that must break it', () => {
    expect(Object.keys(breakers)).toEqual(properties.map(({ name }) => name));
    for (const ids of Object.values(breakers)) expect(ids).not.toEqual([]);
    for (const id of broken.keys()) expect(mutant(id)?.id).toBe(id);
  });

  test.each([...broken])('%s breaks %j', async (id, names) => {
    expect(await unbroken(id, names), `not broken in ${enough} schedules`).toEqual([]);
  });
});
