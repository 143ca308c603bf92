import { describe, test } from 'vitest';
import { redelivery } from '../../properties/redelivery.js';
import { arnOf } from '../../src/core/calls.js';
import { change, del, delivered, history, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(redelivery);

const got = [delivered('m0')];
const received = [send('m0'), receive({ at: 1, v: 5, got })];
const poll = (at: number, to: number, more: object = {}) => receive({ at, to, wait: 20, ...more });
const waits = poll(2, 20_002);
const because = 'm0 was there for it from 5.001 s on: receive #1 hid it from 0.001 s for 5 s';

describe('sqs:I41 redelivery', () => {
  test('the window ends and the poll goes on waiting (sqs:V4, sqs:P8)', () => {
    broken(
      history([...received, waits]),
      `receive #2 waited from 0.002 s to 20.002 s and came back empty, but ${because}`,
      [2, 1],
    );
  });

  test('it comes too late', () => {
    const late = [...received, poll(2, 5102, { got })];
    broken(history(late), `receive #2 waited from 0.002 s to 5.102 s and answered only then, but ${because}`, [2, 1]);
    holds(history(late, { late: 200 }), 1);
  });

  test('another message answers the poll too late', () => {
    const ops = [...received, poll(2, 6000, { got: [delivered('m3')] }), send('m3', { at: 6000 })];
    broken(history(ops), `receive #2 waited from 0.002 s to 6 s and answered only then, but ${because}`, [2, 1]);
  });

  test('a change to 0 does not wake the poll, not even with a stale handle (sqs:RH6)', () => {
    const story = (n: number) => `m0 was there for it from 10.003 s on: change #${n} set its window to 0 s at 10.003 s`;
    const ops = [send('m0'), receive({ at: 1, v: 30, got }), poll(2, 20_002), change('m0/1', 0, { at: 10_003 })];
    broken(history(ops), `receive #2 waited from 0.002 s to 20.002 s and came back empty, but ${story(3)}`, [2, 3]);
    const stale = [send('m0'), receive({ at: 1, v: 1, got }), receive({ at: 1001, v: 30, got }), poll(1002, 21_002)];
    broken(
      history([...stale, change('m0/1', 0, { at: 10_003 })]),
      `receive #3 waited from 1.002 s to 21.002 s and came back empty, but ${story(4)}`,
      [3, 4],
    );
  });

  test('an extension counts from the change (sqs:V7)', () => {
    const ops = [...received, poll(2, 20_002), change('m0/1', 10, { at: 4003 })];
    broken(
      history(ops),
      'receive #2 waited from 0.002 s to 20.002 s and came back empty, but m0 was there for it from 14.003 s on: change #3 set its window to 10 s at 4.003 s',
      [2, 3],
    );
  });

  test('two polls wait and none gets it (sqs:P9)', () => {
    const both = [...received, waits, poll(3, 20_003)];
    broken(history(both), `receive #3 waited from 0.003 s to 20.003 s and came back empty, but ${because}`, [3, 1]);
    holds(history([...received, waits, poll(3, 5001, { got })]), 1);
  });

  test('also in a dead-letter queue (sqs:X13)', () => {
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 });
    const dead = { queue: 'dead' };
    const ops = [...received, receive({ at: 5001, v: 5, got, ...dead }), poll(5002, 25_002, dead)];
    broken(
      history(ops, { queues: { q1: { RedrivePolicy }, dead: {} } }),
      'receive #3 waited from 5.002 s to 25.002 s and came back empty, but m0 was there for it from 10.001 s on: receive #2 hid it from 5.001 s for 5 s',
      [3, 2],
    );
  });

  test.each([
    ['in time', [...received, poll(2, 5001, { got })], 1],
    ['deleted by then', [...received, waits, del('m0/1', { at: 3 })], 0],
    ['deleted as soon as it was visible', [...received, waits, del('m0/1', { at: 5001 })], 0],
    ['the poll ends when the window does', [...received, poll(2, 5001, { wait: 4.999 })], 0],
    ['the poll began after the end', [...received, poll(5002, 25_002)], 0],
    ['somebody else took it', [...received, waits, receive({ at: 5001, got })], 0],
    ['purged', [...received, waits, op('PurgeQueue', { QueueUrl: 'q1' }, undefined, { at: 3 })], 0],
    ['hidden again', [...received, waits, change('m0/1', 30, { at: 5000 })], 0],
    ['a change that may do nothing (sqs:RH7)', [...received, change('m0/1', 30, { at: 6000 }), poll(6001, 26_001)], 0],
    ['a slow reply', [...received, poll(2, 9000, { got, fault: 'slow-reply' })], 0],
    ['a receive with a timeout of 0', [send('m0'), poll(1, 20_001), receive({ at: 2, v: 0, got })], 0],
  ])('tempting: %s', (_, ops, judged) => holds(history(ops), judged));

  test('tempting: it expires first, or is due for the dead-letter queue', () => {
    const ops = [send('m0'), receive({ at: 56_000, v: 5, got }), poll(56_001, 76_001)];
    holds(history(ops, { queues: { q1: { MessageRetentionPeriod: '60' } } }), 0);
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 });
    holds(history([...received, waits], { queues: { q1: { RedrivePolicy }, dead: {} } }), 0);
  });

  test.each([
    ['receive', receive({ at: 3, unknown: true })],
    ['delete', del('m0/1', { at: 3, unknown: true })],
    ['change', change('m0/1', 60, { at: 3, unknown: true })],
    ['purge', op('PurgeQueue', { QueueUrl: 'q1' }, undefined, { at: 3, unknown: true })],
  ])('a lost %s may explain it', (_, lost) => undecided(history([...received, waits, lost]), 1));

  test('on AWS a poll may end empty (sqs:P5), and sixty seconds are the limit', () => {
    holds(history([...received, waits], { level: 'documented' }), 0);
    broken(
      history([...received, poll(2, 65_002, { got })], { level: 'documented' }),
      `receive #2 waited from 0.002 s to 65.002 s and answered only then, but ${because}`,
      [2, 1],
    );
  });
});
