import { describe, test } from 'vitest';
import { retention } from '../../properties/retention.js';
import { arnOf } from '../../src/core/calls.js';
import { delivered, history, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(retention);

const queues = { q1: { MessageRetentionPeriod: '60' } };
const got = [delivered('m0')];
const setPeriod = (seconds: number, when: object) =>
  op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: { MessageRetentionPeriod: `${seconds}` } }, undefined, when);

describe('sqs:I14 retention', () => {
  test('delivered at the very end of its life (sqs:B3)', () => {
    broken(
      history([send('m0', { at: 5 }), receive({ at: 60_005, got })], { queues }),
      'receive #1 delivered m0 from q1 at 60.005 s, but send #0 had sent it by 0.005 s, at least 60 s before, and q1 keeps messages for 60 s',
      [1, 0],
    );
  });

  test('neither a receive nor a window makes it younger (sqs:RT3, sqs:RT2)', () => {
    broken(
      history([send('m0'), receive({ at: 50_000, v: 30, got }), receive({ at: 80_000, got })], { queues }),
      'receive #2 delivered m0 from q1 at 80 s, but send #0 had sent it by 0 s, at least 80 s before, and q1 keeps messages for 60 s',
      [2, 0],
    );
  });

  test('a dead letter keeps its age (sqs:RT4)', () => {
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 });
    const both = { q1: { MessageRetentionPeriod: '100', RedrivePolicy }, dead: { MessageRetentionPeriod: '100' } };
    const ops = [send('m0'), receive({ at: 50_000, v: 1, got }), receive({ at: 101_000, queue: 'dead', got })];
    broken(
      history(ops, { queues: both }),
      'receive #2 delivered m0 from dead at 101 s, but send #0 had sent it by 0 s, at least 101 s before, and dead keeps messages for 100 s',
      [2, 0],
    );
    holds(history(ops, { queues: { ...both, dead: { MessageRetentionPeriod: '200' } } }), 2);
  });

  test('a shorter period acts on what is stored (sqs:RT7)', () => {
    const ops = [send('m0'), setPeriod(60, { at: 1 }), receive({ at: 70_000, got })];
    const long = { q1: { MessageRetentionPeriod: '600' } };
    broken(
      history(ops, { queues: long }),
      'receive #2 delivered m0 from q1 at 70 s, but send #0 had sent it by 0 s, at least 70 s before, and q1 keeps messages for 60 s',
      [2, 0],
    );
    holds(history(ops, { queues: long, level: 'documented' }), 1);
  });

  test.each([
    ['the last millisecond', [send('m0'), receive({ at: 59_999, got })], 'strict', 1],
    ['a longer period since', [send('m0'), setPeriod(90, { at: 1 }), receive({ at: 80_000, got })], 'strict', 1],
    ['AWS may be a minute late (sqs:RT8)', [send('m0'), receive({ at: 119_999, got })], 'documented', 1],
  ] as const)('tempting: %s', (_, ops, level, judged) => holds(history([...ops], { queues, level }), judged));

  test('two minutes are too late on AWS', () => {
    broken(
      history([send('m0'), receive({ at: 120_000, got })], { queues, level: 'documented' }),
      'receive #1 delivered m0 from q1 at 120 s, but send #0 had sent it by 0 s, at least 120 s before, and q1 keeps messages for 60 s',
      [1, 0],
    );
  });

  test.each([
    ['a send without a known outcome', [send('m0', { unknown: true }), receive({ at: 70_000, got })]],
    ['a poll that began before', [send('m0'), receive({ at: 50_000, to: 65_000, wait: 20, got })]],
    ['a send that took its time', [send('m0', { to: 20_000 }), receive({ at: 70_000, got })]],
  ])('%s leaves it open', (_, ops) => undecided(history(ops, { queues }), 1));
});
