import { describe, expect, test } from 'vitest';
import { longest } from '../../bin/conform.js';
import { model, run } from '../../index.js';
import { isFifo, queueOfArn } from '../../src/core/calls.js';
import type { Profile, Schedule } from '../../src/core/schedule.js';
import { scheduleOf } from '../../src/generate/schedule.js';
import { bystander } from '../../src/generate/setup.js';
import { slowValues, wallValues } from '../../src/generate/values.js';

const many = (profile: Profile, count = 300): Schedule[] =>
  Array.from({ length: count }, (_, k) => scheduleOf(`profile-${k}`, { profile }));

/** The types of the queues that anything is sent to. */
const typesOf = ({ setup }: Schedule): string => {
  const types = new Set(setup.queues.filter(({ name }) => name !== bystander).map(({ name }) => isFifo(name)));
  return types.size === 2 ? 'mixed' : types.has(true) ? 'fifo' : 'standard';
};

describe('the queues of a schedule', () => {
  test.each(['standard', 'fifo'] as const)('are all %s with that profile', (profile) => {
    expect(new Set(many(profile).map(typesOf))).toEqual(new Set([profile]));
  });

  test('are standard or FIFO, about half each, with profile all, and now and then both', () => {
    const types = many('all', 1000).map(typesOf);
    const share = (type: string): number => types.filter((other) => other === type).length / types.length;
    expect(share('standard')).toBeCloseTo(0.48, 1);
    expect(share('fifo')).toBeCloseTo(0.48, 1);
    expect(share('mixed')).toBeGreaterThan(0.01);
  });

  test('say that they are FIFO where they are (sqs:CQ2), and their dead letters stay with their type (sqs:X2)', () => {
    for (const { setup } of many('all'))
      for (const { name, attributes } of setup.queues) {
        expect(attributes.FifoQueue).toBe(isFifo(name) ? 'true' : undefined);
        if (attributes.RedrivePolicy === undefined) continue;
        const { deadLetterTargetArn } = JSON.parse(attributes.RedrivePolicy) as { deadLetterTargetArn: string };
        expect(isFifo(queueOfArn(deadLetterTargetArn))).toBe(isFifo(name));
      }
  });

  test('are the same for the same seed and range', () => {
    expect(many('all')).toEqual(many('all'));
    expect(many('all')).not.toEqual(many('standard'));
  });
});

describe('schedules for a real clock', () => {
  test('wait for no deadline of minutes, and never longer than a second at once', () => {
    for (let k = 0; k < 300; k++)
      for (const { at } of scheduleOf(`wall-${k}`, { profile: 'all', values: wallValues }).steps) {
        if (at === undefined) continue;
        if ('wait' in at) expect(at.wait).toBeLessThanOrEqual(1000);
        else expect(['visibility', 'delay', 'poll']).toContain(at.deadline);
      }
  });

  test.each([
    ['fast', wallValues],
    ['slow', slowValues],
  ] as const)('take no longer than conform gives a %s one', async (lane, values) => {
    for (const profile of ['standard', 'fifo', 'all'] as const)
      for (let k = 0; k < 300; k++) {
        const { drainedFrom } = await run(scheduleOf(`time-${k}`, { profile, values }), model());
        expect(drainedFrom, `${profile} ${k}`).toBeLessThanOrEqual(longest[lane]);
      }
  });
});

describe('what FIFO schedules send', () => {
  const steps = many('fifo').flatMap((schedule) => schedule.steps);
  const sends = steps.filter(({ call }) => call === 'SendMessage');
  const has = (member: string) => (step: (typeof steps)[number]) => step.input[member] !== undefined;

  test('has groups, ids of its own and ids that others have, and contents that others have', () => {
    expect(sends.filter(has('MessageGroupId')).length / sends.length).toBeGreaterThan(0.9);
    expect(sends.some(has('MessageDeduplicationId'))).toBe(true);
    expect(sends.some(({ body }) => body !== undefined)).toBe(true);
    expect(new Set(sends.map(({ input }) => input.MessageGroupId)).size).toBeGreaterThanOrEqual(4);
  });

  test('is sent again around the end of the deduplication window', () => {
    const ticks = sends.flatMap(({ at }) =>
      at !== undefined && 'after' in at && at.deadline === 'dedup' ? at.tick : [],
    );
    expect(new Set(ticks)).toEqual(new Set([-1, 0, 1]));
  });

  test('is received again under the same attempt id', () => {
    const receives = steps.filter(({ call }) => call === 'ReceiveMessage').filter(has('ReceiveRequestAttemptId'));
    expect(receives.length).toBeGreaterThan(20);
  });
});

describe('what actors do at once', () => {
  const all = many('all');
  /** Every step with the one before it. */
  const pairs = all.flatMap(({ steps }) => steps.slice(1).map((step, k) => [steps[k]!, step] as const));

  test('is, now and then, to create one queue, all of them', () => {
    const crowds = all.filter(({ steps }) =>
      steps.some(({ call, actor, input }, k) => {
        if (call !== 'CreateQueue') return false;
        const others = new Set(steps.map((step) => step.actor));
        others.delete(actor);
        const next = steps.slice(k + 1, k + 1 + others.size);
        const isSame = (step: (typeof steps)[number]) =>
          step.call === 'CreateQueue' &&
          JSON.stringify(step.input) === JSON.stringify(input) &&
          others.delete(step.actor);
        return others.size > 0 && next.every(isSame) && others.size === 0;
      }),
    );
    expect(crowds.length).toBeGreaterThan(2);
  });

  test('is, now and then, to use one receipt, one to delete and the other to change', () => {
    const shared = pairs.filter(([, { holder }]) => holder !== undefined);
    expect(shared.length).toBeGreaterThan(2);
    for (const [first, second] of shared) {
      expect(second.holder).toBe(first.actor);
      expect(second.actor).not.toBe(first.actor);
      expect(second.receipts).toEqual(first.receipts);
      expect(second.input.QueueUrl).toBe(first.input.QueueUrl);
      expect([first.call, second.call].sort()).toEqual(['ChangeMessageVisibility', 'DeleteMessage']);
    }
  });
});
