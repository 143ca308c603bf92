import { describe, expect, test } from 'vitest';
import { moveTaskList } from '../../properties/move-task-list.js';
import { arnOf, type MoveTask } from '../../src/core/calls.js';
import { type Draft, history, ok, op, send, type When } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(moveTaskList);

const policy = JSON.stringify({ deadLetterTargetArn: arnOf('dlq'), maxReceiveCount: 1 });
const queues = { a: { RedrivePolicy: policy }, c: {}, dlq: {} };
interface Start extends When {
  destination?: string;
  rate?: number;
}
const start = ({ destination, rate, ...when }: Start = {}): Draft =>
  op(
    'StartMessageMoveTask',
    {
      SourceArn: arnOf('dlq'),
      ...(destination !== undefined && { DestinationArn: arnOf(destination) }),
      ...(rate !== undefined && { MaxNumberOfMessagesPerSecond: rate }),
    },
    ok({ TaskHandle: `t${when.at ?? 0}` }),
    when,
  );
const cancel = (handle: string, moved: number, when: When = {}): Draft =>
  op('CancelMessageMoveTask', { TaskHandle: handle }, ok({ ApproximateNumberOfMessagesMoved: moved }), when);

/** A line as a right service has it, of the task that was started at `at`. */
const line = (Status: MoveTask['Status'], at: number, more: Partial<MoveTask> = {}): MoveTask => ({
  Status,
  SourceArn: arnOf('dlq'),
  ApproximateNumberOfMessagesMoved: 0,
  StartedTimestamp: at,
  ...(Status === 'RUNNING' && { TaskHandle: `t${at}` }),
  ...more,
});
const list = (at: number, lines: MoveTask[], max = 10): Draft =>
  op('ListMessageMoveTasks', { SourceArn: arnOf('dlq'), MaxResults: max }, ok({ Results: lines }), { at });

const two = [send('x', { queue: 'dlq' }), send('y', { queue: 'dlq', at: 0 })];
const moved = (n: number) => ({ ApproximateNumberOfMessagesMoved: n });

describe('sqs:MT7 a line', () => {
  const given = { DestinationArn: arnOf('c'), MaxNumberOfMessagesPerSecond: 2 };
  const task = start({ destination: 'c', rate: 2 });

  test.each<[string, MoveTask, string]>([
    [
      'a status that there is not (sqs:MT6)',
      line('DONE' as never, 0, given),
      'showed the status DONE, which no task has (sqs:MT6)',
    ],
    [
      'another source',
      line('RUNNING', 0, { ...given, SourceArn: arnOf('c') }),
      `showed a task of ${arnOf('c')}, but it was asked about dlq`,
    ],
    [
      'no handle while it runs',
      line('RUNNING', 0, { ...given, TaskHandle: undefined as never }),
      'showed a task that is RUNNING without a handle (sqs:MT7)',
    ],
    [
      'a handle after it',
      line('COMPLETED', 0, { ...given, TaskHandle: 't0' }),
      'showed a task that is COMPLETED with a handle (sqs:MT7)',
    ],
    [
      'a reason without a failure',
      line('COMPLETED', 0, { ...given, FailureReason: 'x' }),
      'showed a FailureReason for a task that is COMPLETED (sqs:MT7)',
    ],
    [
      'another destination',
      line('RUNNING', 0, { ...given, DestinationArn: arnOf('a') }),
      `showed the destination ${arnOf('a')}, but start move task #0 gave ${arnOf('c')}`,
    ],
    [
      'another rate',
      line('RUNNING', 0, { ...given, MaxNumberOfMessagesPerSecond: 3 }),
      'showed the rate 3, but start move task #0 gave 2',
    ],
    [
      'a failure without a reason to fail (sqs:MT9)',
      line('FAILED', 0, given),
      'showed that start move task #0 failed, but its destination is there',
    ],
    [
      'a cancellation by nobody (sqs:MT6)',
      line('CANCELLED', 0, given),
      'showed that start move task #0 is CANCELLED, but nobody cancelled it',
    ],
    [
      'more than there was',
      line('COMPLETED', 0, { ...given, ...moved(1) }),
      'showed 1 messages moved, but at most 0 can have been in dlq',
    ],
  ])('%s', (_, shown, says) =>
    broken(history([task, list(1, [shown])], { queues }), `list move tasks #1 ${says}`, [1, 0]),
  );

  test('of a task that nobody started', () =>
    broken(
      history([list(9, [line('COMPLETED', 5)])], { queues }),
      'list move tasks #0 showed a task of dlq started at 0.005 s, but nobody started one then',
      [0],
    ));

  test('more than the rate allows (sqs:MT10)', () => {
    const slow = start({ at: 1, rate: 1 });
    const shown = line('RUNNING', 1, { ...moved(2), MaxNumberOfMessagesPerSecond: 1 });
    broken(
      history([...two, slow, list(1000, [shown])], { queues }),
      'list move tasks #3 showed 2 messages moved by 1 s, but start move task #2 moves 1 a second and it began at 0.001 s',
      [3, 2],
    );
    holds(history([...two, slow, list(1001, [shown])], { queues }), 2);
  });

  test('good: as it was started, and a failure without its destination (sqs:MT9)', () => {
    holds(history([task, list(1, [line('RUNNING', 0, given)])], { queues }), 2);
    const gone = op('DeleteQueue', { QueueUrl: 'c' }, ok(), { at: 1 });
    const failed = line('FAILED', 0, { ...given, FailureReason: 'AWS.SimpleQueueService.NonExistentQueue' });
    holds(history([task, gone, list(2, [failed])], { queues }), 2);
  });

  test('a failure for another reason than that its destination is gone (sqs:MT9)', () => {
    const gone = op('DeleteQueue', { QueueUrl: 'c' }, ok(), { at: 1 });
    const failed = line('FAILED', 0, { ...given, FailureReason: 'QueueDoesNotExist' });
    broken(
      history([task, gone, list(2, [failed])], { queues }),
      'list move tasks #2 showed QueueDoesNotExist as the FailureReason, but it is AWS.SimpleQueueService.NonExistentQueue (sqs:MT9)',
      [2, 0],
    );
  });

  test('good: a failure at a message that came from nowhere (sqs:U21)', () =>
    holds(history([...two, start({ at: 1 }), list(2, [line('FAILED', 1, { FailureReason: 'x' })])], { queues }), 2));

  test('good: a task of a start without known outcome (sqs:OP6)', () =>
    holds(history([start({ unknown: true }), list(9, [line('COMPLETED', 5)])], { queues }), 2));

  test('good: a clock that is off', () =>
    holds(history([start(), list(1, [line('COMPLETED', 4000)])], { queues, epochError: 5000 }), 2));
});

describe('sqs:MT7 a list', () => {
  const tasks = [start(), start({ at: 10 })];
  const over = [line('COMPLETED', 10), line('COMPLETED', 0)];

  test('the oldest first', () =>
    broken(
      history([...tasks, list(20, over.toReversed())], { queues }),
      'list move tasks #2 listed an older task before a newer one (sqs:MT7)',
      [2],
    ));

  test('two active tasks (sqs:MT2)', () =>
    broken(
      history([...tasks, list(20, [line('RUNNING', 10), line('RUNNING', 0)])], { queues }),
      'list move tasks #2 listed two active tasks, but a queue has one at most (sqs:MT2)',
      [2],
    ));

  test('more than asked for', () =>
    broken(
      history([...tasks, list(20, over, 1)], { queues }),
      'list move tasks #2 listed 2 tasks, but at most 1 were asked for',
      [2],
    ));

  test('without a task', () => {
    const says = 'listed 1 of 2 tasks, start move task #1 the newest, though 10 were asked for';
    broken(history([...tasks, list(20, over.slice(0, 1))], { queues }), `list move tasks #2 ${says}`, [2, 1]);
    holds(history([...tasks, list(20, over.slice(0, 1))], { queues, level: 'documented' }), 2);
  });

  test('good: the newest, and no more than asked for', () => {
    holds(history([...tasks, list(20, over)], { queues }), 3);
    holds(history([...tasks, list(20, over.slice(0, 1), 1)], { queues }), 2);
    holds(history([list(0, [])], { queues }), 1);
  });
});

describe('sqs:MT6 the life of a task', () => {
  const task = start({ at: 1 });

  test.each<[MoveTask['Status'], MoveTask['Status']]>([
    ['COMPLETED', 'RUNNING'],
    ['FAILED', 'COMPLETED'],
    ['CANCELLED', 'CANCELLING'],
    ['CANCELLING', 'RUNNING'],
    ['CANCELLING', 'COMPLETED'],
  ])('%s becomes %s', (was, is) => {
    const tried = cancel('t1', 0, { at: 2, unknown: true });
    const ops = [...two, task, tried, list(3, [line(was, 1)]), list(4, [line(is, 1)])];
    const says = `list move tasks #5 showed a task ${is} that list move tasks #4 had shown ${was} (sqs:MT6)`;
    broken(history(ops, { queues }), says, [5, 4]);
  });

  test('fewer messages than before', () => {
    const ops = [
      ...two,
      task,
      list(1000, [line('COMPLETED', 1, moved(2))]),
      list(1001, [line('COMPLETED', 1, moved(1))]),
    ];
    const says = 'list move tasks #4 showed 1 messages moved, but list move tasks #3 had shown 2';
    broken(history(ops, { queues }), says, [4, 3]);
    holds(history(ops, { queues, level: 'documented' }), 5);
  });

  test.each<MoveTask['Status']>(['RUNNING', 'COMPLETED'])('%s after it was cancelled (sqs:MT8)', (status) => {
    const ops = [...two, task, cancel('t1', 0, { at: 2 }), list(3, [line(status, 1)])];
    const says = `list move tasks #4 showed a task ${status} that cancel move task #3 had cancelled (sqs:MT6)`;
    broken(history(ops, { queues }), says, [4, 3]);
  });

  test('fewer messages than the cancellation had counted', () => {
    const ops = [...two, task, cancel('t1', 2, { at: 1000 }), list(1001, [line('CANCELLED', 1, moved(1))])];
    const says = 'list move tasks #4 showed 1 messages moved, but cancel move task #3 had answered 2';
    broken(history(ops, { queues }), says, [4, 3]);
  });

  test('good: running, cancelling, cancelled, with more moved in the end (sqs:MT10)', () => {
    const lines = [
      list(2, [line('RUNNING', 1, moved(1))]),
      cancel('t1', 1, { at: 3 }),
      list(1000, [line('CANCELLING', 1, moved(1))]),
      list(2000, [line('CANCELLED', 1, moved(2))]),
    ];
    holds(history([...two, task, ...lines], { queues }), 11);
  });

  test('good: lists that overlap', () => {
    const late = { ...list(3, [line('COMPLETED', 1)]), to: 9 };
    holds(history([...two, task, late, list(5, [line('RUNNING', 1)])], { queues }), 4);
  });

  test('good: a cancellation that was refused, or has no known outcome', () => {
    for (const when of [{ refused: 'ResourceNotFoundException' }, { unknown: true }])
      holds(
        history([...two, task, cancel('t1', 0, { at: 2, ...when }), list(3, [line('COMPLETED', 1)])], { queues }),
        2,
      );
  });
});

test('sqs:I30 two tasks of one instant cannot be told apart', () => {
  const ops = [start(), start({ at: 0 }), list(9, [line('COMPLETED', 0), line('FAILED', 0)])];
  expect(moveTaskList.check(history(ops, { queues })).kind).toBe('holds');
});
