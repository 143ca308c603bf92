import { describe, test } from 'vitest';
import { noEarlyDelivery } from '../../properties/no-early-delivery.js';
import { delivered, history, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(noEarlyDelivery);

const got = [delivered('m0')];
const setDelay = (seconds: number, at: number, unknown = false) =>
  op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: { DelaySeconds: `${seconds}` } }, undefined, { at, unknown });

describe('sqs:I4 no early delivery', () => {
  test.each(['strict', 'documented'] as const)('sqs:B2 one tick before the end of its own delay, %s', (level) => {
    broken(
      history([send('m0', { delay: 5 }), receive({ at: 4999, got })], { level }),
      'receive #1 delivered m0 at 4.999 s, but it is delayed from 0 s for 5 s; 0.001 s are missing',
      [1, 0],
    );
  });

  test("before the end of the queue's delay (sqs:DY1)", () => {
    broken(
      history([send('m0'), receive({ at: 3000, got })], { queues: { q1: { DelaySeconds: '5' } } }),
      'receive #1 delivered m0 at 3 s, but it is delayed from 0 s for 5 s; 2 s are missing',
      [1, 0],
    );
  });

  test('a later, shorter queue delay does not help (sqs:DY4)', () => {
    broken(
      history([send('m0'), setDelay(0, 10), receive({ at: 3000, got })], { queues: { q1: { DelaySeconds: '5' } } }),
      'receive #2 delivered m0 at 3 s, but it is delayed from 0 s for 5 s; 2 s are missing',
      [2, 0],
    );
  });

  test('a send without known outcome cannot have been earlier than it began', () => {
    broken(
      history([send('m0', { delay: 5, unknown: true }), receive({ at: 4000, got })]),
      'receive #1 delivered m0 at 4 s, but it is delayed from 0 s for 5 s; 1 s are missing',
      [1, 0],
    );
  });
});

describe('sqs:I4 tempting, but good', () => {
  test('at the very end of the delay (sqs:B2)', () => {
    holds(history([send('m0', { delay: 5 }), receive({ at: 5000, got })]), 1);
  });

  test('a long poll that began before (sqs:P8)', () => {
    holds(history([send('m0', { delay: 5 }), receive({ at: 1, to: 5000, wait: 20, got })]), 1);
  });

  test('an own delay of 0 overrides that of the queue (sqs:DY1)', () => {
    holds(history([send('m0', { delay: 0 }), receive({ at: 1, got })], { queues: { q1: { DelaySeconds: '5' } } }), 0);
  });

  test('a tick that the clock of the endpoint does not resolve (sqs:B6)', () => {
    holds(history([send('m0', { delay: 5 }), receive({ at: 4100, got })], { early: 1000 }), 1);
  });

  test('a new delay that had not arrived everywhere, on the documented level (sqs:A30)', () => {
    const ops = [setDelay(9, 0), send('m0', { at: 50_000 }), receive({ at: 50_010, got })];
    undecided(history(ops, { level: 'documented' }), 1);
    broken(
      history(ops),
      'receive #2 delivered m0 at 50.01 s, but it is delayed from 50 s for 9 s; 8.99 s are missing',
      [2, 1],
    );
  });
});

describe('sqs:I4 open', () => {
  test('a change of the delay without known outcome', () => {
    undecided(history([setDelay(9, 0, true), send('m0', { at: 10 }), receive({ at: 20, got })]), 1);
  });

  test('a send without known outcome may have arrived late', () => {
    undecided(history([send('m0', { delay: 5, unknown: true }), receive({ at: 5000, got })]), 1);
  });
});
