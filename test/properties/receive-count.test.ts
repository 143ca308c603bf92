import { describe, test } from 'vitest';
import { receiveCount } from '../../properties/receive-count.js';
import { receiveCountUpper } from '../../properties/receive-count-upper.js';
import { arnOf } from '../../src/core/calls.js';
import { delivered, history, ok, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const lower = verdictsOf(receiveCount);
const upper = verdictsOf(receiveCountUpper);

const policy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 });
const queues = { q1: { RedrivePolicy: policy }, dead: {}, other: {} };
const got = (count: number) => [delivered('m0', { count })];

describe('sqs:I9 receive count', () => {
  test('a count that does not grow (sqs:V4)', () => {
    lower.broken(
      history([send('m0'), receive({ at: 1, v: 1, got: got(2) }), receive({ at: 1001, got: got(2) })]),
      'receive #2 delivered m0 with receive count 2, but receive #1 had it with 2 before',
      [2, 1],
    );
  });

  test('a count that forgets deliveries without the attribute', () => {
    const silent = [delivered('m0', { attrs: false as const })];
    lower.broken(
      history([send('m0'), receive({ at: 1, v: 0, got: silent }), receive({ at: 2, got: got(1) })]),
      'receive #2 delivered m0 with receive count 1, but it had been delivered 1 times before',
      [2, 1],
    );
  });

  test('a count that starts again in the dead-letter queue (sqs:X4)', () => {
    const ops = [send('m0'), receive({ at: 1, v: 1, got: got(1) }), receive({ at: 1001, queue: 'dead', got: got(1) })];
    lower.broken(
      history(ops, { queues }),
      'receive #2 delivered m0 with receive count 1, but receive #1 had it with 1 before',
      [2, 1],
    );
  });

  test.each(['strict', 'documented'] as const)('a count of 0, %s', (level) => {
    lower.broken(
      history([send('m0'), receive({ at: 1, got: got(0) })], { level }),
      'receive #1 delivered m0 with receive count 0, but it is at least 1',
      [1],
    );
  });

  test('a long poll that ends out of order is counted when it has ended', () => {
    const ops = [
      send('m0'),
      receive({ at: 1, to: 5000, wait: 20, v: 1, got: got(2) }),
      receive({ at: 10, v: 1, got: got(1) }),
      receive({ at: 3000, v: 1, got: got(1) }),
    ];
    lower.broken(
      history(ops),
      'receive #3 delivered m0 with receive count 1, but receive #2 had it with 1 before',
      [3, 2],
    );
  });

  test('good: overlapping polls in any order, and jumps over lost answers', () => {
    const ops = [
      send('m0'),
      receive({ at: 1, to: 5000, wait: 20, v: 1, got: got(2) }),
      receive({ at: 10, v: 1, got: got(1) }),
      receive({ at: 6000, unknown: true }),
      receive({ at: 9000, got: got(4) }),
    ];
    lower.holds(history(ops), 3);
  });

  test('good: copies counted on their own, on the documented level (sqs:N8)', () => {
    const ops = [send('m0'), receive({ at: 1, v: 1, got: got(1) }), receive({ at: 1001, got: got(1) })];
    lower.holds(history(ops, { level: 'documented' }), 2);
  });
});

describe('sqs:I9b receive count, upper bound', () => {
  test('a first delivery that counts as the second', () => {
    upper.broken(
      history([send('m0'), receive({ at: 1, max: 1 }), receive({ at: 2, got: got(2) })]),
      'receive #2 delivered m0 with receive count 2, but only 1 receive can have delivered it so far',
      [2],
    );
  });

  test('a move to the dead-letter queue that counts (sqs:X4)', () => {
    const ops = [send('m0'), receive({ at: 1, v: 1, got: got(1) }), receive({ at: 1001, queue: 'dead', got: got(3) })];
    upper.broken(
      history(ops, { queues }),
      'receive #2 delivered m0 with receive count 3, but only 2 receives can have delivered it so far',
      [2],
    );
  });

  test('a lost answer of another queue, or a later one, explains nothing', () => {
    const ops = [
      send('m0'),
      receive({ at: 1, queue: 'other', unknown: true }),
      receive({ at: 2, got: got(2) }),
      receive({ at: 3, unknown: true }),
    ];
    upper.broken(
      history(ops, { queues }),
      'receive #2 delivered m0 with receive count 2, but only 1 receive can have delivered it so far',
      [2],
    );
  });

  test('open: a lost answer may have had it, in the source or in the dead-letter queue', () => {
    const lost = (queue: string) =>
      history(
        [send('m0'), receive({ at: 1, queue, v: 1, unknown: true }), receive({ at: 2000, queue: 'dead', got: got(2) })],
        {
          queues,
        },
      );
    upper.undecided(lost('q1'), 1);
    upper.undecided(lost('dead'), 1);
  });

  test('open: a lost answer with V = 0 may have had it more than once (sqs:RM9)', () => {
    upper.undecided(history([send('m0'), receive({ at: 1, v: 0, unknown: true }), receive({ at: 2, got: got(3) })]), 1);
  });

  const task = (at: number, to = 'other') =>
    op('StartMessageMoveTask', { SourceArn: arnOf('dead'), DestinationArn: arnOf(to) }, ok({ TaskHandle: `t${at}` }), {
      at,
    });
  const letter = [send('m0'), receive({ at: 1, v: 1, got: got(1) }), receive({ at: 1001 })];
  const found = (at: number, count: number) => receive({ at, v: 0, queue: 'dead', got: got(count) });

  test('open: a move task may have taken it, and left it where it was (sqs:X21, sqs:MT9)', () => {
    upper.undecided(history([...letter, task(1002), found(1003, 3)], { queues }), 1);
    upper.undecided(history([...letter, task(1002), task(1003), found(1004, 4)], { queues }), 1);
  });

  test('one more than its move task explains, one that began later, one that had nothing to take', () => {
    const says = (op: number, count: number, possible: number) =>
      `receive #${op} delivered m0 with receive count ${count}, but only ${possible} receives can have delivered it so far`;
    upper.broken(history([...letter, task(1002), found(1003, 4)], { queues }), says(4, 4, 3), [4]);
    upper.broken(history([...letter, found(1003, 3), task(1004)], { queues }), says(3, 3, 2), [3]);
    const elsewhere = [send('m0', { queue: 'other' }), task(1), receive({ at: 2, queue: 'other', got: got(2) })];
    upper.broken(history(elsewhere, { queues }), says(2, 2, 1).replace('receives', 'receive'), [2]);
  });

  test('good: an overlapping poll came first, and a repeated message counts twice', () => {
    const overlapping = [
      send('m0'),
      receive({ at: 1, to: 5000, wait: 20, v: 1, got: got(2) }),
      receive({ at: 10, v: 1, got: got(1) }),
    ];
    upper.holds(history(overlapping), 2);
    const repeated = [delivered('m0'), delivered('m0')];
    upper.holds(history([send('m0'), receive({ at: 1, v: 0, got: repeated }), receive({ at: 2, got: got(3) })]), 3);
  });

  test('good: any count on the documented level (sqs:N8)', () => {
    upper.holds(history([send('m0'), receive({ at: 2, got: got(7) })], { level: 'documented' }), 0);
  });
});
