import { describe, test } from 'vitest';
import { timestamps } from '../../properties/timestamps.js';
import { arnOf } from '../../src/core/calls.js';
import { delivered, history, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(timestamps);

const epoch = 1_700_000_000_000;
const sent = (text: string) => [delivered('m0', { attrs: { SentTimestamp: text } })];
const first = (text: string) => [delivered('m0', { attrs: { ApproximateFirstReceiveTimestamp: text } })];
const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 });
const queues = { q1: { RedrivePolicy }, dead: {} };

describe('sqs:I19 timestamps', () => {
  test.each(['1700000000008', '1700000000011', '1.7e12', '', '1700000000', '-5'])('SentTimestamp %j', (text) => {
    broken(
      history([send('m0', { at: 9, to: 10 }), receive({ at: 20, got: sent(text) })], { epoch }),
      `receive #1 delivered m0 with SentTimestamp ${text}, but send #0 was at 1700000000009 to 1700000000010`,
      [1, 0],
    );
  });

  test('SentTimestamp of the move (sqs:X9)', () => {
    const ops = [send('m0'), receive({ at: 1, v: 1, got: [delivered('m0')] })];
    broken(
      history([...ops, receive({ at: 1001, queue: 'dead', got: sent('1700000001001') })], { epoch, queues }),
      'receive #2 delivered m0 with SentTimestamp 1700000001001, but send #0 was at 1700000000000',
      [2, 0],
    );
  });

  test.each(['1700000000019', '1700000000021', 'soon'])('ApproximateFirstReceiveTimestamp %s', (text) => {
    broken(
      history([send('m0'), receive({ at: 20, got: first(text) })], { epoch }),
      `receive #1 delivered m0 with ApproximateFirstReceiveTimestamp ${text}, but receive #1 was at 1700000000020`,
      [1],
    );
  });

  test('a first receive before the first receive', () => {
    const ops = [send('m0'), receive({ at: 20, v: 1, got: [delivered('m0')] })];
    broken(
      history([...ops, receive({ at: 2000, got: first('1700000000010') })], { epoch }),
      'receive #2 delivered m0 with ApproximateFirstReceiveTimestamp 1700000000010, but receive #2 was at 1700000002000 and receive #1 not before 1700000000020',
      [2, 1],
    );
  });

  test('a first receive before the send shown', () => {
    const attrs = { SentTimestamp: '1700000000010', ApproximateFirstReceiveTimestamp: '1700000000009' };
    broken(
      history([send('m0', { to: 10 }), receive({ at: 5, to: 20, got: [delivered('m0', { attrs })] })], { epoch }),
      'receive #1 delivered m0 with ApproximateFirstReceiveTimestamp 1700000000009, but with SentTimestamp 1700000000010',
      [1],
    );
  });

  test('tempting: a clock that differs, and half a minute on AWS', () => {
    const ops = [send('m0', { at: 9 }), receive({ at: 10_000, got: sent('1700000005009') })];
    holds(history(ops, { epoch, epochError: 5000 }), 2);
    holds(history(ops, { epoch, level: 'documented' }), 2);
  });

  test('tempting: a lost answer was the first receive', () => {
    const ops = [send('m0'), receive({ at: 5, v: 1, unknown: true })];
    holds(history([...ops, receive({ at: 2000, got: first('1700000000005') })], { epoch }), 2);
  });

  test('tempting: a dead letter keeps its first receive time, or gets a new one (sqs:U17)', () => {
    const ops = [send('m0'), receive({ at: 1, v: 1, got: [delivered('m0')] })];
    for (const text of ['1700000000001', '1700000001001'])
      holds(history([...ops, receive({ at: 1001, queue: 'dead', got: first(text) })], { epoch, queues }), 4);
  });

  test('a send without a known outcome may have happened at any time before', () => {
    const ops = [send('m0', { unknown: true }), receive({ at: 5000, got: sent('1700000004000') })];
    holds(history(ops, { epoch }), 2);
  });

  test('attributes that were not asked for', () => {
    holds(history([send('m0'), receive({ at: 1, got: [delivered('m0', { attrs: false })] })]), 0);
  });
});
