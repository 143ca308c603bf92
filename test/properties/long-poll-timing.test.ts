import { describe, test } from 'vitest';
import { longPollTiming } from '../../properties/long-poll-timing.js';
import { arnOf } from '../../src/core/calls.js';
import { del, delivered, history, ok, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(longPollTiming);

const got = [delivered('m0')];
const early = 'receive #0 was answered empty at 9.999 s, but it waits from 0 s for 10 s; 0.001 s are missing';
const tooLate = 'receive #0 was answered at 10.001 s, but it waits from 0 s for at most 10 s; that is 0.001 s too late';

describe('sqs:I24 how long a poll takes', () => {
  test.each(['strict', 'documented'] as const)('an empty answer one tick early (sqs:P6), %s', (level) =>
    broken(history([receive({ wait: 10, to: 9_999 })], { level }), early, [0]),
  );

  test('an answer one tick late (sqs:P3)', () => {
    broken(history([receive({ wait: 10, to: 10_001 })]), tooLate, [0]);
    broken(history([send('m0'), receive({ at: 1, wait: 1, to: 2000, got })]), tooLateWith('0.001', 1, '2'), [1]);
  });

  test('a short poll that waits (sqs:P2)', () =>
    broken(history([receive({ to: 1 })]), tooLateWith('0', 0, '0.001', 0), [0]));

  test('the wait of the queue (sqs:P1), and the call over it', () => {
    const queues = { q1: { ReceiveMessageWaitTimeSeconds: '10' } };
    broken(history([receive({ to: 0 })], { queues }), early.replace('9.999', '0').replace('0.001', '10'), [0]);
    holds(history([receive({ wait: 0 })], { queues }), 1);
  });

  test('good: empty at the end of the wait, with a message at any time before (sqs:P6)', () => {
    holds(history([receive({ wait: 10, to: 10_000 })]), 2);
    holds(
      history(
        [receive({ wait: 10, to: 0 })].map((draft) => ({ ...draft, got })),
        {},
      ),
      1,
    );
  });

  test('good: an empty short poll answers at once (sqs:P2)', () => holds(history([receive()]), 1));

  test('good: within the tolerances', () => {
    const frame = { early: 1000, late: 2000 };
    holds(history([receive({ wait: 10, to: 9_000 }), receive({ at: 9_000, wait: 10, to: 21_000 })], frame), 4);
  });

  test('good: a wait that was changed during the poll', () => {
    const set = op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: { ReceiveMessageWaitTimeSeconds: '0' } }, ok(), {
      at: 1,
    });
    const queues = { q1: { ReceiveMessageWaitTimeSeconds: '10' } };
    holds(history([receive({ to: 1 }), set], { queues }), 2);
    broken(
      history([receive({ to: 9_999 }), { ...set, at: 10_000 }], { queues }),
      'receive #0 was answered empty at 9.999 s, but it waits from 0 s for 10 s; 0.001 s are missing',
      [0],
    );
  });

  test('good: the queue was deleted meanwhile (sqs:DQ3)', () =>
    holds(history([receive({ wait: 10, to: 5 }), op('DeleteQueue', { QueueUrl: 'q1' }, ok(), { at: 5 })]), 1));

  test('good: the poll may only have moved a message (sqs:X5)', () => {
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 });
    const ops = [send('m0'), receive({ at: 1, v: 1, got }), receive({ at: 2000, to: 2000, wait: 10 })];
    holds(history(ops, { queues: { q1: { RedrivePolicy }, dead: {} } }), 2);
    broken(history(ops), 'receive #2 was answered empty at 2 s, but it waits from 2 s for 10 s; 10 s are missing', [2]);
  });

  test('a reply that we delayed is open on the late side and judged on the early one', () => {
    undecided(history([receive({ wait: 10, to: 12_000, fault: 'slow-reply' })]), 1);
    broken(history([receive({ wait: 10, to: 9_999, fault: 'slow-reply' })]), early, [0]);
  });

  test('good: an answer that nobody saw (sqs:OP6)', () => {
    holds(history([receive({ wait: 10, to: 5, unknown: true }), del('m0/1', { at: 6 })]), 0);
  });
});

function tooLateWith(begin: string, op: number, end: string, wait = 1): string {
  const excess = wait === 0 ? '0.001' : '0.999';
  return `receive #${op} was answered at ${end} s, but it waits from ${begin} s for at most ${wait} s; that is ${excess} s too late`;
}
