import { describe, expect, test } from 'vitest';
import { arnOf } from '../../src/core/calls.js';
import type { Schedule } from '../../src/core/schedule.js';
import { contentId } from '../../src/generate/content.js';
import { renamed, renumbered } from '../../src/generate/renamed.js';
import { withFewerActors } from '../../src/generate/simpler/fewer.js';
import { simpler } from '../../src/generate/simpler/index.js';
import { withFewerGroups, withStandardQueues } from '../../src/generate/simpler/names.js';
import { withSimplerSteps } from '../../src/generate/simpler/steps.js';
import { type Draft, schedule } from '../steps.js';

const queue = 'q3.fifo';
const fifo = { FifoQueue: 'true', ContentBasedDeduplication: 'true' };
const send = (id: number, input: object, more: Partial<Draft> = {}): Draft & { body?: number } => ({
  call: 'SendMessage',
  id,
  input: { QueueUrl: queue, ...input },
  ...more,
});
const steps = ({ steps }: Schedule) => steps;

describe('small names', () => {
  test('a step whose content another one has is found under its new number', () => {
    const given = schedule([send(5, {}), { ...send(9, {}), body: 5 } as Draft], { queues: { [queue]: fifo } });
    expect(steps(renumbered(given))).toMatchObject([{ id: 1 }, { id: 2, body: 1 }]);
  });

  test('a step that is gone lives on in the first of those that have its content', () => {
    const given = schedule([{ ...send(7, {}), body: 5 } as Draft, { ...send(9, {}), body: 5 } as Draft]);
    const [first, second] = steps(renumbered(given));
    expect(first).not.toHaveProperty('body');
    expect(second).toMatchObject({ body: 1 });
  });

  test('the holder of a receipt is found under its new name', () => {
    const shared: Draft = { call: 'DeleteMessage', actor: 'd', holder: 'c' };
    const given = schedule([{ call: 'ReceiveMessage', actor: 'c' }, shared]);
    expect(steps(renumbered(given))).toMatchObject([{ actor: 'a' }, { actor: 'b', holder: 'a' }]);
  });

  test('an id that is the content of a message stays the content of it (sqs:F3)', () => {
    const given = schedule([send(5, {}), send(6, { MessageDeduplicationId: contentId(5) })]);
    expect(steps(renumbered(given))[1]!.input.MessageDeduplicationId).toBe(contentId(1));
  });

  test('queues, groups and ids are numbered from 1, also in the texts of policies', () => {
    const given = schedule(
      [
        send(1, { MessageGroupId: 'g4', MessageDeduplicationId: 'd31.2' }),
        send(2, { MessageGroupId: 'g2', MessageDeduplicationId: 'd31.2' }),
        { call: 'StartMessageMoveTask', input: { SourceArn: arnOf('q4.fifo') } },
      ],
      {
        queues: {
          [queue]: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('q4.fifo') }) },
          'q4.fifo': {},
        },
      },
    );
    const small = renamed(given);
    expect(small.setup.queues).toEqual([
      { name: 'q1.fifo', attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('q2.fifo') }) } },
      { name: 'q2.fifo', attributes: {} },
    ]);
    expect(small.steps.map(({ input }) => input)).toMatchObject([
      { QueueUrl: 'q1.fifo', MessageGroupId: 'g1', MessageDeduplicationId: 'd1' },
      { QueueUrl: 'q1.fifo', MessageGroupId: 'g2', MessageDeduplicationId: 'd1' },
      { SourceArn: arnOf('q2.fifo') },
    ]);
  });

  test('a name that is wrong on purpose stays wrong', () => {
    const given = schedule([send(1, { MessageGroupId: 'a b', MessageDeduplicationId: '' })]);
    expect(steps(renamed(given))[0]!.input).toMatchObject({ MessageGroupId: 'a b', MessageDeduplicationId: '' });
  });
});

describe('simpler schedules', () => {
  test('have standard queues instead of FIFO queues, without what only those have', () => {
    const [first] = withStandardQueues(
      schedule([send(1, { MessageGroupId: 'g1', MessageDeduplicationId: 'd1' })], {
        queues: { [queue]: { ...fifo, VisibilityTimeout: '1' } },
      }),
    );
    expect(first!.setup.queues).toEqual([{ name: 'q3', attributes: { VisibilityTimeout: '1' } }]);
    expect(first!.steps[0]!.input).toEqual({ QueueUrl: 'q3' });
  });

  test('have one group less, also in batches', () => {
    const batch: Draft = {
      call: 'SendMessageBatch',
      input: { QueueUrl: queue, Entries: [{ Id: '1', MessageGroupId: 'g2' }] },
    };
    const [first, ...others] = withFewerGroups(schedule([send(1, { MessageGroupId: 'g1' }), batch]));
    expect(first!.steps[1]!.input.Entries).toEqual([{ Id: '1', MessageGroupId: 'g1' }]);
    expect(others).toEqual([]);
  });

  describe('where one actor uses the receipt of another', () => {
    const actors = ({ steps }: Schedule) =>
      steps.map(({ actor, holder }) => (holder === undefined ? actor : `${actor} from ${holder}`));
    const shared = (actor: string, holder: string): Draft => ({ call: 'DeleteMessage', actor, holder });
    const got = (actor: string): Draft => ({ call: 'ReceiveMessage', actor });

    test('have one actor less, and the receipt is still that of the same receive', () => {
      const given = schedule([got('a'), got('b'), shared('c', 'b'), shared('a', 'c')]);
      expect([...withFewerActors(given)].map(actors)).toEqual([
        ['a', 'b', 'a from b', 'a'],
        ['a', 'b', 'b', 'a from b'],
        ['a', 'a', 'c from a', 'a from c'],
      ]);
    });

    test('have the holder do it itself', () => {
      const given = schedule([got('a'), got('b'), { ...shared('b', 'a'), receipts: [0] }]);
      const seen = [...withSimplerSteps(given)];
      expect(seen.map(actors)).toContainEqual(['a', 'b', 'a']);
      const kept = seen.find((one) => actors(one)[2] === 'a')!.steps[2]!;
      expect(kept).toEqual({ id: 3, actor: 'a', call: 'DeleteMessage', input: { QueueUrl: 'q' }, receipts: [0] });
    });
  });

  test('have no queue that the contract refuses (sqs:CQ2, sqs:RT1, sqs:X2)', () => {
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf('q4.fifo'), maxReceiveCount: 1 });
    const queues = {
      [queue]: { ...fifo, MessageRetentionPeriod: '70', RedrivePolicy },
      'q4.fifo': { FifoQueue: 'true', DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' },
    };
    const seen = [...simpler(schedule([], { queues }))].map(({ setup }) => setup.queues);
    const of = (name: string) => seen.flat().filter((one) => one.name === name);
    expect(seen.length).toBeGreaterThan(5);
    for (const { attributes } of of(queue)) {
      expect(attributes.FifoQueue).toBe('true');
      expect(Number(attributes.MessageRetentionPeriod ?? 60)).toBeGreaterThanOrEqual(60);
    }
    for (const { attributes } of of('q4.fifo'))
      expect('FifoThroughputLimit' in attributes && !('DeduplicationScope' in attributes)).toBe(false);
    for (const setup of seen) {
      const names = setup.map(({ name }) => name);
      if (setup.some(({ attributes }) => 'RedrivePolicy' in attributes))
        expect(names.includes('q4.fifo') || !names.includes(queue)).toBe(true);
    }
  });
});
