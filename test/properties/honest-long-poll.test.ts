import { describe, test } from 'vitest';
import { honestLongPoll } from '../../properties/honest-long-poll.js';
import { arnOf } from '../../src/core/calls.js';
import { change, del, delivered, history, ok, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(honestLongPoll);

const got = [delivered('m0')];
const empty = (at: number, wait = 5, queue = 'q1') => receive({ at, wait, to: at + wait * 1000, queue });
const redrive = { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 }) };

describe('sqs:I25 an empty long poll is honest', () => {
  test('a message that was never received (sqs:P3)', () =>
    broken(
      history([send('m0'), empty(1)]),
      'receive #1 waited from 0.001 s to 5.001 s and was answered empty, but m0 of send #0 was deliverable all the time',
      [1, 0],
    ));

  test('a poll that waits beside it and answers late (sqs:P3)', () => {
    const late = (more: object = {}) => [send('m0'), receive({ at: 1, to: 3000, wait: 5, got, ...more })];
    broken(
      history(late()),
      'receive #1 waited from 0.001 s to 3 s and answered only then, but m0 of send #0 was deliverable all the time',
      [1, 0],
    );
    holds(history(late(), { late: 2999 }), 0);
    holds(history(late({ fault: 'slow-reply' })), 0);
    holds(history([send('m0', { delay: 3 }), receive({ at: 1, to: 3000, wait: 5, got })]), 1);
  });

  test('one whose window is just over (sqs:B1)', () => {
    const until = (at: number) => history([send('m0'), receive({ at: 1, v: 5, got }), empty(at)]);
    broken(
      until(5001),
      'receive #2 waited from 5.001 s to 10.001 s and was answered empty, but m0 of receive #1 was deliverable all the time',
      [2, 1],
    );
    holds(until(5000), 1);
  });

  test('one whose delay is just over (sqs:B2)', () => {
    const until = (at: number) => history([send('m0', { delay: 5 }), empty(at)]);
    broken(
      until(5000),
      'receive #1 waited from 5 s to 10 s and was answered empty, but m0 of send #0 was deliverable all the time',
      [1, 0],
    );
    holds(until(4999), 1);
  });

  test('one that a change freed while it was in flight (sqs:V7)', () => {
    const freed = [send('m0'), receive({ at: 1, v: 30, got }), change('m0/1', 0, { at: 2 }), empty(3)];
    broken(
      history(freed),
      'receive #3 waited from 0.003 s to 5.003 s and was answered empty, but m0 of receive #1 was deliverable all the time',
      [3, 1],
    );
  });

  test('good: a change to 0 that may do nothing (sqs:RH7), a longer one that may do something', () => {
    const lengthened = [send('m0'), receive({ at: 1, v: 1, got }), change('m0/1', 30, { at: 2000 }), empty(2001)];
    holds(history(lengthened), 1);
  });

  test('one that was seen in the dead-letter queue (sqs:X13)', () => {
    const ops = [
      send('m0'),
      receive({ at: 1, v: 0, got }),
      receive({ at: 2 }),
      receive({ at: 3, queue: 'dead', v: 0, got }),
      empty(4, 5, 'dead'),
    ];
    broken(
      history(ops, { queues: { q1: redrive, dead: {} } }),
      'receive #4 waited from 0.004 s to 5.004 s and was answered empty, but m0 of receive #3 was deliverable all the time',
      [4, 3],
    );
  });

  test('good: deleted, by the newest or a stale handle (sqs:RH3)', () => {
    holds(history([send('m0'), receive({ at: 1, v: 0, got }), del('m0/1', { at: 2 }), empty(3)]), 1);
    const stale = [receive({ at: 1, v: 0, got }), receive({ at: 2, v: 0, got }), del('m0/1', { at: 3 })];
    holds(history([send('m0'), ...stale, empty(4)]), 1);
  });

  test('good: over its maxReceiveCount it is moved (sqs:X3)', () =>
    holds(history([send('m0'), receive({ at: 1, v: 1, got }), empty(2000)], { queues: { q1: redrive, dead: {} } }), 1));

  test('good: expired during the wait (sqs:RT2)', () =>
    holds(history([send('m0'), empty(59_000)], { queues: { q1: { MessageRetentionPeriod: '60' } } }), 1));

  test('good: purged (sqs:PQ2)', () =>
    holds(history([send('m0'), op('PurgeQueue', { QueueUrl: 'q1' }, ok(), { at: 1 }), empty(2)]), 1));

  test('good: another poll may have it (sqs:P9), and a short poll may be empty (sqs:P2)', () => {
    holds(history([send('m0'), empty(1), { ...receive({ at: 5001, got }), actor: 'b' }]), 1);
    holds(history([send('m0'), receive({ at: 1 })]), 0);
  });

  test('one after another of the same actor do not overlap', () =>
    broken(
      history([empty(0), send('m0', { at: 4999, fault: 'slow-reply' }), empty(5000), receive({ at: 10_000 })]),
      'receive #2 waited from 5 s to 10 s and was answered empty, but m0 of send #1 was deliverable all the time',
      [2, 1],
    ));

  test('a receive without known outcome may have taken it (sqs:P10)', () =>
    undecided(history([send('m0'), receive({ at: 1, unknown: true }), empty(2)]), 1));

  test('good: a send or delete without known outcome (sqs:OP6)', () => {
    holds(history([send('m0', { unknown: true }), empty(1)]), 1);
    holds(history([send('m0'), receive({ at: 1, v: 0, got }), del('m0/1', { at: 2, unknown: true }), empty(3)]), 1);
  });

  test('good: within the tolerance of the timers', () =>
    holds(history([send('m0', { delay: 5 }), empty(6000)], { late: 2000 }), 1));

  test('good: documented, a long poll may be empty all the same (sqs:P5)', () =>
    holds(history([send('m0'), empty(1)], { level: 'documented' }), 0));
});
