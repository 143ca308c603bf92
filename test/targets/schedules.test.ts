import { expect, test } from 'vitest';
import { realRangeOf } from '../../bin/options.js';
import { schedulesFor } from '../../bin/targets/schedules.js';
import { scheduleOf } from '../../src/generate/schedule.js';

const range = realRangeOf({ profile: 'all', level: 'strict' });
const seeds = Array.from({ length: 40 }, (_, k) => `lacks-${k}`);

test('a seed means the same for a target as anywhere, if that lacks nothing', () => {
  for (const seed of seeds) expect(schedulesFor({}, range)(seed)).toEqual(scheduleOf(seed, range));
});

test('otherwise what it lacks is left out', () => {
  const calls = (lacks: Parameters<typeof schedulesFor>[0]) =>
    new Set(seeds.flatMap((seed) => schedulesFor(lacks, range)(seed).steps.map(({ call }) => call)));
  expect(calls({})).toContain('PurgeQueue');
  expect(calls({})).toContain('TagQueue');
  expect(calls({ tags: 'it has none' })).toContain('PurgeQueue');
  expect(calls({ tags: 'it has none' })).not.toContain('TagQueue');
});

test('without FIFO queues all queues are standard queues', () => {
  const names = seeds.flatMap((seed) => schedulesFor({ fifo: 'it has none' }, range)(seed).setup.queues);
  expect(names.filter(({ name }) => name.endsWith('.fifo'))).toEqual([]);
  expect(names.length).toBeGreaterThan(0);
});
