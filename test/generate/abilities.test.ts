import { describe, expect, test } from 'vitest';
import { needs } from '../../bin/targets/needs.js';
import { properties, run, scheduleOf } from '../../index.js';
import type { CallName } from '../../src/core/calls.js';
import type { Schedule, Step } from '../../src/core/schedule.js';
import { type Ability, abilities, sparing } from '../../src/generate/abilities.js';
import { model } from '../steps.js';

/** Enough of them to meet everything that can be lacking. */
const schedules = Array.from({ length: 200 }, (_, k) => scheduleOf(`abilities-${k}`));
const everything = Object.keys(abilities) as Ability[];

/** Words that a schedule has only if it uses the ability. */
const words: Record<Ability, string | readonly CallName[]> = {
  fifo: '.fifo',
  'high-throughput': '"DeduplicationScope"',
  attempts: '"ReceiveRequestAttemptId"',
  'fair-queues': '"MessageGroupId"',
  'system-attributes': '"MessageSystemAttributes"',
  'change-batches': ['ChangeMessageVisibilityBatch'],
  'dead-letters': '"RedrivePolicy"',
  'dead-letter-sources': ['ListDeadLetterSourceQueues'],
  'allow-policies': '"RedriveAllowPolicy"',
  'move-tasks': ['StartMessageMoveTask', 'ListMessageMoveTasks', 'CancelMessageMoveTask'],
  tags: ['TagQueue', 'UntagQueue', 'ListQueueTags'],
  permissions: ['AddPermission', 'RemovePermission'],
  policies: '"Policy"',
  keys: '"KmsMasterKeyId"',
  'managed-encryption': '"SqsManagedSseEnabled"',
  'size-limits': '"MaximumMessageSize"',
  retention: '"MessageRetentionPeriod"',
  paging: '"MaxResults"',
};

function uses({ setup, steps }: Schedule, ability: Ability): boolean {
  const word = words[ability];
  if (typeof word !== 'string') return steps.some(({ call }) => word.includes(call));
  const looked = ability === 'fair-queues' ? steps.filter(isStandardSend) : steps;
  return JSON.stringify(looked).includes(word) || JSON.stringify(setup).includes(word);
}

const isStandardSend = ({ call, input }: Step): boolean =>
  call.startsWith('SendMessage') && !JSON.stringify(input).includes('.fifo');

/** A step that loses the one it refers to begins at once. */
const untimed = ({ at, ...step }: Step): Step => step;

/** Queues of a FIFO type are left out of the setup by the profile. */
const standard = (schedule: Schedule): boolean => schedule.setup.queues.every(({ name }) => !name.endsWith('.fifo'));

describe('a schedule for an implementation that lacks something does not use it', () => {
  test.each(everything)('%s', (ability) => {
    const some = ability === 'fifo' ? schedules.filter(standard) : schedules;
    expect(some.some((schedule) => uses(schedule, ability))).toBe(true);
    expect(some.map((schedule) => sparing(schedule, [ability])).filter((schedule) => uses(schedule, ability))).toEqual(
      [],
    );
  });

  test('and keeps everything else, as it stands', () => {
    for (const schedule of schedules) {
      const spared = schedule.steps.filter(({ call, input }) => !/[Tt]ag|Permission/.test(call) && !('tags' in input));
      const { steps, ...rest } = sparing(schedule, ['tags', 'permissions']);
      expect({ ...rest, steps: steps.map(untimed) }).toEqual({ ...schedule, steps: spared.map(untimed) });
    }
    expect(schedules.map((schedule) => sparing(schedule, []))).toEqual(schedules);
  });

  test('and refers to no step that it left out', () => {
    const left = schedules.map((schedule) => sparing(schedule, everything));
    const dangling = left.flatMap(({ steps }) =>
      steps.filter(({ at }) => at !== undefined && 'after' in at && !steps.some(({ id }) => id === at.after)),
    );
    expect(dangling).toEqual([]);
    expect(
      left.flatMap(({ steps }) => steps.filter(({ at }) => at !== undefined && 'after' in at)).length,
    ).toBeGreaterThan(0);
  });

  test('and can be run, whatever is lacking', async () => {
    for (const schedule of schedules.filter(standard).slice(0, 20)) {
      const { ops } = await run(sparing(schedule, everything), model());
      expect(ops.length).toBeGreaterThan(0);
    }
  });
});

test('what properties need are abilities, and they are those of properties', () => {
  const names = properties.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(needs)));
  expect(everything).toEqual(expect.arrayContaining(Object.values(needs).flat()));
});
