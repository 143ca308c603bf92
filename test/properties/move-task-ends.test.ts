import { describe, test } from 'vitest';
import { moveTaskEnds } from '../../properties/move-task-ends.js';
import { arnOf, type MoveTask } from '../../src/core/calls.js';
import { type Draft, del, delivered, history, ok, op, receive, send, type When } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(moveTaskEnds);

const policy = JSON.stringify({ deadLetterTargetArn: arnOf('dlq'), maxReceiveCount: 1 });
const queues = { a: { RedrivePolicy: policy }, c: {}, dlq: {} };
const start = ({ destination, rate, ...when }: When & { destination?: string; rate?: number } = {}): Draft =>
  op(
    'StartMessageMoveTask',
    {
      SourceArn: arnOf('dlq'),
      ...(destination !== undefined && { DestinationArn: arnOf(destination) }),
      ...(rate !== undefined && { MaxNumberOfMessagesPerSecond: rate }),
    },
    ok({ TaskHandle: 't' }),
    when,
  );
const list = (at: number, Status: MoveTask['Status']): Draft => {
  const line = { Status, SourceArn: arnOf('dlq'), ApproximateNumberOfMessagesMoved: 0, StartedTimestamp: 1 };
  const Results = [Status === 'RUNNING' ? { ...line, TaskHandle: 't' } : line];
  return op('ListMessageMoveTasks', { SourceArn: arnOf('dlq') }, ok({ Results }), { at });
};

const sends = ['x', 'y'].map((body) => send(body, { queue: 'dlq', at: 0 }));
const toC = (when: When & { rate?: number } = {}) => start({ at: 1, destination: 'c', rate: 1, ...when });
const fromDlq = (at: number) => receive({ queue: 'dlq', at, got: [delivered('x')] });
const empty = (queue: string, at: number) => receive({ queue, at, to: at + 1000, wait: 1, drain: true });
const moved = (at: number, ...bodies: string[]) =>
  receive({
    queue: 'c',
    at,
    drain: true,
    got: bodies.map((body) => delivered(body, { id: `new-${body}`, handle: `n-${body}`, count: 1 })),
  });

describe('sqs:I46 a move task ends', () => {
  test('it runs on with nothing to do (sqs:MT6)', () => {
    const says =
      'list move tasks #3 showed start move task #2 running at 2.002 s, but it cannot have had anything to do after 2.001 s';
    broken(history([...sends, start({ at: 1, rate: 1 }), list(2002, 'RUNNING')], { queues }), says, [3, 2]);
  });

  test('good: it takes its time at its rate (sqs:MT10), and ends', () => {
    holds(history([...sends, start({ at: 1, rate: 1 }), list(2001, 'RUNNING')], { queues }), 1);
    holds(history([...sends, start({ at: 1, rate: 1 }), list(2002, 'COMPLETED')], { queues }), 0);
  });

  test('good: more has come, or may have', () => {
    for (const when of [{}, { unknown: true }])
      holds(
        history(
          [...sends, start({ at: 1, rate: 1 }), send('z', { queue: 'dlq', at: 1500, ...when }), list(3000, 'RUNNING')],
          { queues },
        ),
        1,
      );
  });

  test('good: a start without known outcome, and on AWS', () => {
    holds(history([...sends, start({ at: 1, unknown: true }), list(9000, 'RUNNING')], { queues }), 0);
    holds(history([...sends, start({ at: 1, rate: 1 }), list(9000, 'RUNNING')], { queues, level: 'documented' }), 0);
  });
});

describe('sqs:I46 what was available is moved', () => {
  test('a message is left behind', () =>
    broken(
      history([...sends, toC(), fromDlq(2002)], { queues }),
      'receive #3 delivered x from dlq at 2.002 s, but start move task #2 must have moved it by 2.001 s',
      [3, 2],
    ));

  describe('a dead letter', () => {
    const dead = [
      send('m', { queue: 'a' }),
      receive({ queue: 'a', at: 1, v: 1, got: [delivered('m')] }),
      receive({ queue: 'a', at: 1001 }),
      receive({
        queue: 'dlq',
        at: 1002,
        v: 1,
        got: [delivered('m', { attrs: { DeadLetterQueueSourceArn: arnOf('a') } })],
      }),
    ];
    const again = receive({ queue: 'dlq', at: 9000, got: [delivered('m')] });

    test('is left behind (sqs:MT4)', () => {
      const says = 'receive #5 delivered m from dlq at 9 s, but start move task #4 must have moved it by 5 s';
      broken(history([...dead, start({ at: 3000, rate: 1 }), again], { queues }), says, [5, 4]);
    });

    test('good: it stays where the task may fail at another one, whose queue is gone (sqs:MT9)', () => {
      const gone = op('DeleteQueue', { QueueUrl: 'b' }, ok(), { at: 2000 });
      const both = { ...queues, b: queues.a };
      holds(history([...dead, gone, start({ at: 3000, rate: 1 }), again], { queues: both }), 0);
    });
  });

  test('good: it is taken before its turn', () =>
    holds(history([...sends, toC(), fromDlq(2001), moved(2002, 'y')], { queues }), 1));

  test.each<[string, Draft[]]>([
    ['delayed', [send('x', { queue: 'dlq', delay: 30 }), toC()]],
    ['sent after the start', [toC({ at: 0 }), send('x', { queue: 'dlq', at: 1 })]],
    ['perhaps in flight', [...sends, receive({ queue: 'dlq', at: 0, unknown: true }), toC()]],
    [
      'of a task that was cancelled',
      [
        ...sends,
        toC(),
        op('CancelMessageMoveTask', { TaskHandle: 't' }, ok({ ApproximateNumberOfMessagesMoved: 0 }), { at: 2 }),
      ],
    ],
    [
      'of a task that lost its destination (sqs:MT9)',
      [...sends, toC(), op('DeleteQueue', { QueueUrl: 'c' }, ok(), { at: 2 })],
    ],
    ['that came from nowhere (sqs:U21)', [...sends, start({ at: 1, rate: 1 })]],
    ['of a task without known outcome', [...sends, toC({ unknown: true })]],
  ])('good: one %s stays', (_, ops) => holds(history([...ops, fromDlq(40_000)], { queues }), 0));

  test('good: one in flight stays, the other one is moved (sqs:X21)', () => {
    const held = receive({ queue: 'dlq', at: 0, v: 30, got: [delivered('x')] });
    holds(history([...sends, held, toC(), fromDlq(40_000), moved(40_001, 'y')], { queues }), 1);
  });
});

describe('sqs:MT7 what a completed task has moved', () => {
  const over = (at: number, n: number): Draft => {
    const line = { Status: 'COMPLETED', SourceArn: arnOf('dlq'), StartedTimestamp: 1 } as const;
    const Results = [{ ...line, ApproximateNumberOfMessagesMoved: n }];
    return op('ListMessageMoveTasks', { SourceArn: arnOf('dlq') }, ok({ Results }), { at });
  };

  test('less than was there', () =>
    broken(
      history([...sends, toC(), over(3000, 0), moved(4000, 'x', 'y')], { queues }),
      'list move tasks #3 showed start move task #2 completed with 0 messages moved, but x, y were there to be moved',
      [3, 2],
    ));

  test('good: all, or less where others may have taken some', () => {
    holds(history([...sends, toC(), over(3000, 2), moved(4000, 'x', 'y')], { queues }), 3);
    const purge = op('PurgeQueue', { QueueUrl: 'dlq' }, ok(), { at: 0 });
    holds(history([...sends, purge, toC(), over(3000, 0), moved(4000, 'x', 'y')], { queues }), 3);
    const before = [...sends, start({ at: 0, destination: 'a' }), toC(), over(3000, 0), moved(4000, 'x', 'y')];
    holds(history(before, { queues }), 3);
  });
});

describe('sqs:L1 what is moved is not lost', () => {
  const frame = { queues, drained: true, drainedFrom: 5000 };

  test('a message is nowhere (sqs:X22)', () =>
    broken(
      history([...sends, toC(), moved(5000, 'x'), empty('c', 6000), empty('dlq', 6000)], frame),
      'send #1 sent y, and start move task #2 must have moved it to c by 2.001 s, but receive #4 found c empty at 7 s, and nobody has received it',
      [1, 2, 4],
    ));

  test('good: all came', () =>
    holds(history([...sends, toC(), moved(5000, 'x', 'y'), empty('c', 6000), empty('dlq', 6000)], frame), 2));

  test('good: it was deleted, purged, or too old in the end', () => {
    const rest = [empty('c', 6000), empty('dlq', 6000)];
    const deleted = [moved(5000, 'x', 'y'), del('n-y', { queue: 'c', at: 5001 })];
    holds(history([...sends, toC(), ...deleted, ...rest], frame), 2);
    const purge = op('PurgeQueue', { QueueUrl: 'c' }, ok(), { at: 4000 });
    holds(history([...sends, toC(), purge, ...rest], frame), 2);
    const short = { ...frame, queues: { ...queues, c: { MessageRetentionPeriod: '60' } }, drainedFrom: 70_000 };
    holds(history([...sends, toC(), empty('c', 70_000), empty('dlq', 70_000)], short), 2);
  });

  test('its age goes on from the first send (sqs:RT6)', () => {
    const old = { ...frame, queues: { ...queues, dlq: { MessageRetentionPeriod: '60' } }, drainedFrom: 70_000 };
    broken(
      history([sends[0]!, toC(), empty('c', 70_000), empty('dlq', 70_000)], old),
      'send #0 sent x, and start move task #1 must have moved it to c by 1.001 s, but receive #2 found c empty at 71 s, and nobody has received it',
      [0, 1, 2],
    );
  });

  test('the drain was too short, or somebody may have it (sqs:OP6)', () => {
    undecided(history([...sends, toC()], { queues }), 2);
    const lost = receive({ queue: 'c', at: 4000, unknown: true });
    undecided(history([...sends, toC(), lost, empty('c', 6000), empty('dlq', 6000)], frame), 2);
  });

  test('good: another task may have taken it on from its destination', () => {
    const back = op(
      'StartMessageMoveTask',
      { SourceArn: arnOf('c'), DestinationArn: arnOf('dlq') },
      ok({ TaskHandle: 'u' }),
      {
        at: 4000,
      },
    );
    const purge = op('PurgeQueue', { QueueUrl: 'dlq' }, ok(), { at: 4500 });
    const rest = [moved(5000, 'x'), empty('c', 6000), empty('dlq', 6000)];
    holds(history([...sends, toC(), back, purge, ...rest], frame), 2);
  });

  test('good: another task may have taken it', () => {
    const other = start({ at: 4000, destination: 'a' });
    holds(history([...sends, toC(), other, moved(5000, 'x'), empty('c', 6000), empty('dlq', 6000)], frame), 4);
  });
});
