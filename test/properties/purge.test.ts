import { describe, test } from 'vitest';
import { purge } from '../../properties/purge.js';
import { arnOf } from '../../src/core/calls.js';
import { delivered, history, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(purge);

const purged = (when: object, queue = 'q1') => op('PurgeQueue', { QueueUrl: queue }, undefined, when);
const deleted = (when: object) => op('DeleteQueue', { QueueUrl: 'q1' }, undefined, when);
const created = (when: object) => op('CreateQueue', { QueueName: 'q1' }, undefined, when);
const got = [delivered('m0')];
const policy = (target: string) => JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: 1 });

describe('sqs:I21 purge', () => {
  test('a message comes back (sqs:PQ2)', () => {
    broken(
      history([send('m0'), purged({ at: 1 }), receive({ at: 2, got })]),
      'receive #2 delivered m0 from q1 at 0.002 s, but purge #1 had emptied it by 0.001 s; send #0 shows that the message was there before',
      [2, 1, 0],
    );
  });

  test('one in flight comes back, whose send had no known outcome', () => {
    const ops = [send('m0', { unknown: true }), receive({ at: 1, v: 5, got }), purged({ at: 2 })];
    broken(
      history([...ops, receive({ at: 6000, got })]),
      'receive #3 delivered m0 from q1 at 6 s, but purge #2 had emptied it by 0.002 s; receive #1 shows that the message was there before',
      [3, 2, 1],
    );
  });

  test('a new queue of the same name has the messages of the old one (sqs:DQ1)', () => {
    broken(
      history([send('m0'), deleted({ at: 1 }), created({ at: 60_001 }), receive({ at: 60_002, got })]),
      'receive #3 delivered m0 from q1 at 60.002 s, but delete queue #1 had deleted the queue by 0.001 s; send #0 shows that the message was there before',
      [3, 1, 0],
    );
  });

  test('a minute on AWS is enough (sqs:PQ3)', () => {
    broken(
      history([send('m0'), purged({ at: 1 }), receive({ at: 60_002, got })], { level: 'documented' }),
      'receive #2 delivered m0 from q1 at 60.002 s, but purge #1 had emptied it by 0.001 s; send #0 shows that the message was there before',
      [2, 1, 0],
    );
    holds(history([send('m0'), purged({ at: 1 }), receive({ at: 60_001, got })], { level: 'documented' }), 1);
  });

  test.each([
    ['sent after it', [purged({ at: 0 }), send('m0', { at: 1 }), receive({ at: 2, got })], 0],
    ['sent during it', [send('m0', { to: 9 }), purged({ at: 5 }), receive({ at: 10, got })], 0],
    ['a poll that began before its end', [send('m0'), purged({ at: 1, to: 5 }), receive({ at: 4, to: 9, got })], 1],
    [
      'a purge that was refused',
      [send('m0'), purged({ at: 1, refused: 'PurgeQueueInProgress' }), receive({ at: 2, got })],
      0,
    ],
  ])('tempting: %s', (_, ops, judged) => holds(history(ops), judged));

  test('tempting: it moved to the dead-letter queue before, or after that was purged', () => {
    const queues = { q1: { RedrivePolicy: policy('dead') }, dead: {} };
    const ops = [
      send('m0'),
      receive({ at: 1, v: 1, got }),
      purged({ at: 1001 }),
      receive({ at: 1002, queue: 'dead', got }),
    ];
    holds(history(ops, { queues }), 1);
    const other = [
      send('m0'),
      purged({ at: 1 }, 'dead'),
      receive({ at: 2, v: 1, got }),
      receive({ at: 1002, queue: 'dead', got }),
    ];
    holds(history(other, { queues }), 0);
  });

  test('a purge without a known outcome may not have happened', () => {
    undecided(history([send('m0'), purged({ at: 1, unknown: true }), receive({ at: 2, got })]), 1);
  });
});
