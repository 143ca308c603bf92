import { describe, test } from 'vitest';
import { moveTask } from '../../properties/move-task.js';
import { arnOf } from '../../src/core/calls.js';
import { type Delivered, type Draft, delivered, history, ok, op, receive, send, type When } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(moveTask);

const to = (target: string, maxReceiveCount = 1) => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount }),
});
const queues = { a: to('dlq'), b: to('dlq'), c: {}, dlq: {} };
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
    ok({ TaskHandle: 't' }),
    when,
  );

/** m is sent to `a` and received there once; after a second it may move. */
const dying = [send('m', { queue: 'a' }), receive({ queue: 'a', at: 1, v: 1, got: [delivered('m')] })];
/** The message that a task makes of m. */
const copy = (k = 1, more: Omit<Delivered, 'body'> = {}) =>
  delivered('m', { id: `new-${k}`, handle: `n${k}`, count: 1, ...more });
const from = (queue: string, at: number, ...got: Delivered[]): Draft => receive({ queue, at, got });

describe('sqs:I30 where a move task takes a message', () => {
  const task = start({ at: 2000 });

  test('to a queue that it did not come from (sqs:MT4)', () =>
    broken(
      history([...dying, task, from('b', 3000, copy())], { queues }),
      'receive #3 delivered m from b, but start move task #2 moves it to a',
      [3, 2],
    ));

  test('back, although a destination is given (sqs:MT1)', () =>
    broken(
      history([...dying, start({ at: 2000, destination: 'c' }), from('a', 3000, copy())], { queues }),
      'receive #3 delivered m from a, but start move task #2 moves it to c',
      [3, 2],
    ));

  test('good: back (sqs:MT4), or to the destination given, under the old id or a new one (sqs:X24)', () => {
    holds(history([...dying, task, from('a', 3000, copy())], { queues }), 2);
    holds(history([...dying, start({ at: 2000, destination: 'c' }), from('c', 3000, copy())], { queues }), 2);
    holds(history([...dying, task, from('a', 3000, delivered('m', { count: 1 }))], { queues }), 0);
  });

  test('good: a body that should have been refused, beside a message that nobody receives (sqs:SM2)', () => {
    const empty = [send('', { queue: 'a' }), receive({ queue: 'a', at: 1, v: 1, got: [delivered('')] })];
    holds(history([...empty, send('n', { queue: 'c', at: 2 }), task], { queues }), 0);
  });

  test('good: and from there to the dead-letter queue once more (sqs:X13)', () =>
    holds(history([...dying, task, from('dlq', 9000, copy(1, { count: 2 }))], { queues }), 2));

  test('good: a task without known outcome (sqs:OP6)', () =>
    holds(history([...dying, start({ at: 2000, unknown: true }), from('a', 3000, copy())], { queues }), 2));

  test('good: several sources, each gets its own', () => {
    const other = [
      send('x', { queue: 'b', at: 2 }),
      receive({ queue: 'b', at: 3, v: 1, got: [delivered('x')] }),
      start({ at: 2000 }),
      from('a', 3000, copy()),
      from('b', 3001, delivered('x', { id: 'new-x', handle: 'nx', count: 1 })),
    ];
    holds(history([...dying, ...other], { queues }), 4);
  });
});

describe('sqs:I30 how often', () => {
  const task = start({ at: 2000 });

  test('twice by one task', () =>
    broken(
      history([send('m', { queue: 'dlq' }), start({ at: 1, destination: 'c' }), from('c', 2, copy(1), copy(2))], {
        queues,
      }),
      'receive #2 delivered m as new message number 2, but only start move task #1 can have moved it',
      [2, 1],
    ));

  test('good: once by each of two tasks', () => {
    const tasks = [start({ at: 2000 }), from('a', 3000, copy(1)), start({ at: 5000 }), from('a', 6000, copy(2))];
    holds(history([...dying, ...tasks], { queues }), 2);
  });

  test('good: once more after it was dead-lettered again', () =>
    holds(
      history([...dying, task, receive({ queue: 'a', at: 3000, v: 0, got: [copy(1)] }), from('a', 5000, copy(2))], {
        queues,
      }),
      3,
    ));

  test('the old message comes again (sqs:D7)', () => {
    const ops = [...dying, task, from('a', 3000, copy()), from('dlq', 4000, delivered('m'))];
    const says = 'receive #4 delivered m from dlq, but receive #3 had delivered it from a as a new message before';
    broken(history(ops, { queues }), says, [4, 3]);
    holds(history(ops, { queues, level: 'documented' }), 1);
  });

  test('good: two sends of one body', () => {
    const twice = [send('m', { queue: 'dlq' }), send('m', { queue: 'dlq', id: 'other', at: 1 })];
    holds(history([...twice, start({ at: 2, destination: 'c' }), from('c', 3, copy(1), copy(2))], { queues }), 0);
  });
});

describe('sqs:MT10 how fast', () => {
  const sends = ['x', 'y', 'z'].map((body, k) => send(body, { queue: 'dlq', at: k }));
  const moved = (...bodies: string[]) =>
    bodies.map((body) => delivered(body, { id: `new-${body}`, handle: `n-${body}`, count: 1 }));
  const task = start({ at: 1000, destination: 'c', rate: 2 });

  test('the second one too early', () =>
    broken(
      history([...sends, task, from('c', 1499, ...moved('x', 'y'))], { queues }),
      'receive #4 delivered y at 1.499 s as message number 2 of start move task #3, but at 2 a second that takes until 1.5 s',
      [4, 3],
    ));

  test('good: at its rate, in any order, or faster on AWS', () => {
    holds(
      history([...sends, task, from('c', 1500, ...moved('y', 'x')), from('c', 2000, ...moved('z'))], { queues }),
      6,
    );
    holds(history([...sends, task, from('c', 1000, ...moved('x', 'y', 'z'))], { queues, level: 'documented' }), 3);
  });

  test('good: 500 a second without one (sqs:Q17)', () => {
    const fast = start({ at: 1000, destination: 'c' });
    holds(history([...sends, fast, from('c', 1004, ...moved('x', 'y', 'z'))], { queues }), 6);
  });
});

describe('sqs:X22 what stays as it was', () => {
  const grouped = send('m', { queue: 'dlq', group: 'g1' });
  const task = start({ at: 1, destination: 'c' });

  test.each([
    ['is dropped', { MessageGroupId: undefined }, 'without a group'],
    ['is another', { MessageGroupId: 'g2' }, 'in group g2'],
  ])('the group %s', (_, attrs, now) =>
    broken(
      history([grouped, task, from('c', 2, copy(1, { attrs }))], { queues }),
      `receive #2 delivered m from c ${now}, but send #0 sent it in group g1, and move tasks keep that (sqs:X22)`,
      [2, 0],
    ),
  );

  test('good: it is kept, or nobody asked for it', () => {
    holds(history([grouped, task, from('c', 2, copy())], { queues }), 2);
    const asked = { MessageSystemAttributeNames: ['SenderId'] };
    holds(
      history(
        [
          grouped,
          task,
          receive({ queue: 'c', at: 2, input: asked, got: [copy(1, { attrs: { MessageGroupId: undefined } })] }),
        ],
        { queues },
      ),
      2,
    );
  });
});
