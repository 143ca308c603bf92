import { describe, test } from 'vitest';
import { maxReceives } from '../../properties/max-receives.js';
import { arnOf } from '../../src/core/calls.js';
import { delivered, history, ok, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(maxReceives);

const policy = (max: number, target = 'dead') =>
  JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: max });
const queues = { q1: { RedrivePolicy: policy(2) }, dead: {} };
const got = (count?: number) => [delivered('m0', count === undefined ? { attrs: false } : { count })];
const setPolicy = (text: string, when: object) =>
  op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: { RedrivePolicy: text } }, undefined, when);
const three = [
  send('m0'),
  receive({ at: 1, v: 1, got: got() }),
  receive({ at: 1001, v: 1, got: got() }),
  receive({ at: 2001, v: 1, got: got() }),
];

describe('sqs:I10 max receives', () => {
  test('a count above the limit (sqs:X3)', () => {
    broken(
      history([send('m0'), receive({ at: 1, got: got(3) })], { queues }),
      'receive #1 delivered m0 from q1 with receive count 3, but maxReceiveCount is 2',
      [1],
    );
  });

  test('more deliveries than the limit, none with a count', () => {
    broken(
      history(three, { queues }),
      'receive #3 delivered m0 from q1 as delivery number 3, after receive #2, but maxReceiveCount is 2',
      [3, 2],
    );
  });

  test('the limit may be a text (sqs:X1)', () => {
    const text = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: '2' });
    broken(
      history(three, { queues: { q1: { RedrivePolicy: text }, dead: {} } }),
      'receive #3 delivered m0 from q1 as delivery number 3, after receive #2, but maxReceiveCount is 2',
      [3, 2],
    );
  });

  test('a limit lowered since (sqs:X11)', () => {
    const ops = [send('m0'), receive({ at: 1, v: 1, got: got(1) }), setPolicy(policy(1), { at: 2 })];
    broken(
      history([...ops, receive({ at: 1001, got: got(2) })], { queues }),
      'receive #3 delivered m0 from q1 as delivery number 2, after receive #1, but maxReceiveCount is 1',
      [3, 1],
    );
  });

  test('tempting: a move task brought it back under its old id, and its count began anew (sqs:X23, sqs:X24)', () => {
    const start = op('StartMessageMoveTask', { SourceArn: arnOf('dead') }, ok({ TaskHandle: 'task' }), { at: 2001 });
    const ops = [...three.slice(0, 3), start, receive({ at: 3000, v: 1, got: got(1) })];
    holds(history(ops, { queues }), 2);
  });

  test.each([
    ['a limit raised since', [send('m0'), setPolicy(policy(3), { at: 1 }), receive({ at: 2, got: got(3) })], 1],
    ['the DLQ itself goes on counting (sqs:X4)', [send('m0'), receive({ at: 1, queue: 'dead', got: got(3) })], 0],
    ['a message sent to the DLQ', [send('m0', { queue: 'dead' }), receive({ at: 1, queue: 'dead', got: got(9) })], 0],
    ['a policy removed since', [send('m0'), setPolicy('', { at: 1 }), receive({ at: 2, got: got(3) })], 0],
    [
      'a dead-letter queue that is gone (sqs:X15)',
      [send('m0'), op('DeleteQueue', { QueueUrl: 'dead' }, undefined, { at: 1 }), receive({ at: 2, got: got(3) })],
      0,
    ],
    ['exactly n deliveries', three.slice(0, 3), 2],
  ])('tempting: %s', (_, ops, judged) => {
    holds(history(ops, { queues }), judged);
  });

  test('tempting: a circle of policies brings the message back with its count', () => {
    const circle = { q1: { RedrivePolicy: policy(2) }, dead: { RedrivePolicy: policy(2, 'q1') } };
    holds(history([send('m0'), receive({ at: 1, got: got(5) })], { queues: circle }), 0);
  });

  test('a change of the limit without a known outcome', () => {
    const ops = [send('m0'), setPolicy(policy(3), { at: 1, unknown: true }), receive({ at: 2, got: got(3) })];
    undecided(history(ops, { queues }), 1);
  });

  test('a deletion of the dead-letter queue without a known outcome', () => {
    const gone = op('DeleteQueue', { QueueUrl: 'dead' }, undefined, { at: 1, unknown: true });
    undecided(history([send('m0'), gone, receive({ at: 2, got: got(3) })], { queues }), 1);
  });

  test('AWS may count otherwise (sqs:N9)', () => holds(history(three, { queues, level: 'documented' }), 0));
});
