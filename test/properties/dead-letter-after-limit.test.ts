import { describe, test } from 'vitest';
import { deadLetterAfterLimit } from '../../properties/dead-letter-after-limit.js';
import { arnOf } from '../../src/core/calls.js';
import { change, delivered, history, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(deadLetterAfterLimit);

const policy = (max: number, target = 'dead') =>
  JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: max });
const limit = (max: number) => ({ q1: { RedrivePolicy: policy(max) }, dead: {} });
const got = [delivered('m0')];
const from = (source: string) => [delivered('m0', { attrs: { DeadLetterQueueSourceArn: arnOf(source) } })];
const dead = (at: number, source = 'q1', queue = 'dead') => receive({ at, queue, got: from(source) });
const once = [send('m0'), receive({ at: 1, v: 30, got })];

describe('sqs:I11 dead letters only after the limit', () => {
  test.each(['strict', 'documented'] as const)('one receive too few, %s (sqs:X3)', (level) => {
    broken(
      history([...once, dead(30_001)], { queues: limit(2), level }),
      'receive #2 delivered m0 from dead, but only receive #1 received it from q1 before, and its maxReceiveCount is 2',
      [2, 1],
    );
  });

  test('one of several receives too few', () => {
    const ops = [...once, receive({ at: 30_001, v: 30, got }), dead(60_001)];
    broken(
      history(ops, { queues: limit(3) }),
      'receive #3 delivered m0 from dead, but only 2 receives up to receive #2 received it from q1 before, and its maxReceiveCount is 3',
      [3, 1, 2],
    );
  });

  test('never received, and the answer does not say where it came from', () => {
    broken(
      history([send('m0'), receive({ at: 1, queue: 'dead', got })], { queues: limit(1) }),
      'receive #1 delivered m0 from dead, but nobody received it from q1 before, and its maxReceiveCount is 1',
      [1],
    );
  });

  test('moved while it was in flight (sqs:X7)', () => {
    broken(
      history([...once, dead(29_601)], { queues: limit(1) }),
      'receive #2 delivered m0 from dead at 29.601 s, but receive #1 hid it in q1 from 0.001 s for 30 s; 0.4 s are missing',
      [2, 1],
    );
  });

  test('in a chain only receives in that queue count (sqs:X13), AWS may see it otherwise (sqs:U19)', () => {
    const queues = { ...limit(1), dead: { RedrivePolicy: policy(1, 'deader') }, deader: {} };
    const ops = [...once, dead(30_001, 'dead', 'deader')];
    broken(
      history(ops, { queues }),
      'receive #2 delivered m0 from deader, but nobody received it from dead before, and its maxReceiveCount is 1; whether receives in other queues count, nobody has recorded (sqs:U19)',
      [2],
    );
    holds(history(ops, { queues, level: 'documented' }), 1);
  });

  test('tempting: exactly at the end of the window', () =>
    holds(history([...once, dead(30_001)], { queues: limit(1) }), 2));

  test('tempting: received again from the DLQ, which has no limit', () => {
    const ops = [...once, dead(30_001), dead(60_001), dead(90_001)];
    holds(history(ops, { queues: limit(1) }), 2);
  });

  test('tempting: a repetition with the attempt id ended the window meanwhile (sqs:F40)', () => {
    const fifo = { FifoQueue: 'true' };
    const queues = { 'q1.fifo': { ...fifo, RedrivePolicy: policy(1, 'dead.fifo') }, 'dead.fifo': fifo };
    const attempt = (when: object, v: number) =>
      receive({
        queue: 'q1.fifo',
        v,
        input: { ReceiveRequestAttemptId: 'r' },
        got: [delivered('m0', { handle: 'h' })],
        ...when,
      });
    const ops = [send('m0', { queue: 'q1.fifo' }), attempt({ at: 1 }, 30), attempt({ at: 2, to: 900 }, 0)];
    holds(history([...ops, receive({ at: 3, to: 1200, queue: 'dead.fifo', got: from('q1.fifo') })], { queues }), 1);
  });

  test('tempting: a visibility change ended the window', () => {
    holds(history([...once, change('m0/1', 0, { at: 2 }), dead(3)], { queues: limit(1) }), 1);
  });

  test('tempting: the limit was lowered since (sqs:X11)', () => {
    const lower = op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: { RedrivePolicy: policy(1) } }, undefined, {
      at: 2,
    });
    holds(history([...once, lower, dead(30_001)], { queues: limit(3) }), 2);
  });

  test('tempting: sent to the DLQ itself', () => {
    holds(history([send('m0', { queue: 'dead' }), receive({ at: 1, queue: 'dead', got })], { queues: limit(1) }), 0);
  });

  test('a move inside the window is legal on AWS', () => {
    holds(history([...once, dead(2)], { queues: limit(1), level: 'documented' }), 1);
  });

  test('a lost answer may have been the receive that is missing', () => {
    const ops = [...once, receive({ at: 30_001, v: 1, unknown: true }), dead(31_001)];
    undecided(history(ops, { queues: limit(2) }), 1);
  });

  test('a policy without a known outcome may have been the limit', () => {
    const lower = op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: { RedrivePolicy: policy(1) } }, undefined, {
      at: 2,
      unknown: true,
    });
    undecided(history([...once, lower, dead(30_001)], { queues: limit(3) }), 1);
  });
});
