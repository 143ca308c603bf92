import { describe, test } from 'vitest';
import { isolation } from '../../properties/isolation.js';
import { arnOf } from '../../src/core/calls.js';
import { delivered, history, ok, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(isolation);

const to = (queue: string) => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(queue), maxReceiveCount: 1 }),
});
const got = [delivered('m0')];

describe('sqs:I27 isolation', () => {
  test.each(['strict', 'documented'] as const)(
    'a delivery from a queue that has nothing to do with it, %s',
    (level) => {
      broken(
        history([send('m0'), receive({ at: 1, queue: 'q2', got })], { level, queues: { q1: {}, q2: {} } }),
        'receive #1 delivered m0 from q2, but send #0 sent it to q1, and no redrive policy leads from there to q2',
        [1, 0],
      );
    },
  );

  test('a dead-letter queue does not give back (sqs:X3)', () => {
    broken(
      history([send('m0', { queue: 'q2' }), receive({ at: 1, got })], { queues: { q1: to('q2'), q2: {} } }),
      'receive #1 delivered m0 from q1, but send #0 sent it to q2, and no redrive policy leads from there to q1',
      [1, 0],
    );
  });

  test('a message of a send without known outcome has its place too', () => {
    broken(
      history([send('m0', { unknown: true }), receive({ at: 1, queue: 'q2', got })], { queues: { q1: {}, q2: {} } }),
      'receive #1 delivered m0 from q2, but send #0 sent it to q1, and no redrive policy leads from there to q2',
      [1, 0],
    );
  });

  test('good: through a chain of dead-letter queues (sqs:X13)', () => {
    const queues = { q1: to('q2'), q2: to('q3'), q3: {} };
    holds(history([send('m0'), receive({ at: 1, queue: 'q3', got })], { queues }), 1);
  });

  test('good: two sources with one dead-letter queue', () => {
    const queues = { q1: to('dead'), q2: to('dead'), dead: {} };
    const ops = [
      send('m0'),
      send('m1', { at: 1, queue: 'q2' }),
      receive({ at: 2, queue: 'dead', got: [delivered('m1'), delivered('m0')] }),
    ];
    holds(history(ops, { queues }), 2);
  });

  test('good: by a policy that a lost call may have set', () => {
    const set = op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: to('q2') }, undefined, { at: 1, unknown: true });
    holds(history([send('m0'), set, receive({ at: 2, queue: 'q2', got })], { queues: { q1: {}, q2: {} } }), 1);
  });

  test('a message that was sent to a dead-letter queue itself, brought to its source by a task (sqs:U21)', () => {
    const task = op('StartMessageMoveTask', { SourceArn: arnOf('dead') }, ok({ TaskHandle: 't' }), { at: 1 });
    const ops = [send('m0', { queue: 'dead' }), task, receive({ at: 2, got })];
    broken(
      history(ops, { queues: { q1: to('dead'), dead: {} } }),
      'receive #2 delivered m0 from q1, but send #0 sent it to dead, and no redrive policy leads from there to q1; where a move task takes what came from nowhere, nobody has recorded (sqs:U21)',
      [2, 0],
    );
  });
});
