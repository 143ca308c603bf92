import { describe, test } from 'vitest';
import { deadLetterIdentity } from '../../properties/dead-letter-identity.js';
import { arnOf } from '../../src/core/calls.js';
import { delivered, history, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(deadLetterIdentity);

const policy = (target: string) => JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount: 1 });
const queues = { q1: { RedrivePolicy: policy('dead') }, q2: { RedrivePolicy: policy('dead') }, dead: {} };
const arn = (source: string | undefined) => ({
  attrs: { DeadLetterQueueSourceArn: source === undefined ? undefined : arnOf(source) },
});
const once = [send('m0'), receive({ at: 1, v: 1, got: [delivered('m0', { count: 4 })] })];
const dead = (more: object = {}, options: object = {}) =>
  receive({ at: 1001, queue: 'dead', got: [delivered('m0', { count: 5, ...arn('q1'), ...more })], ...options });

describe.each(['strict', 'documented'] as const)('sqs:I12 identity of a dead letter, %s', (level) => {
  test('without a source (sqs:X8)', () => {
    broken(
      history([...once, dead(arn(undefined))], { queues, level }),
      'receive #2 delivered m0 from dead without DeadLetterQueueSourceArn, but send #0 had sent it to q1',
      [2, 0],
    );
  });

  test.each(['dead', 'q2'])('%s as its source', (source) => {
    broken(
      history([...once, dead(arn(source))], { queues, level }),
      `receive #2 delivered m0 from dead with ${source} in DeadLetterQueueSourceArn, but send #0 had sent it to q1`,
      [2, 0],
    );
  });

  test('another MessageId (sqs:D4)', () => {
    broken(
      history([...once, dead({ id: 'other' })], { queues, level }),
      'receive #2 delivered m0 from dead with MessageId other, but send #0 had sent it as id-m0',
      [2, 0],
    );
  });

  test('a source, although it was sent there', () => {
    broken(
      history([send('m0', { queue: 'dead' }), dead()], { queues, level }),
      'receive #1 delivered m0 with q1 in DeadLetterQueueSourceArn, but send #0 had sent it to dead itself',
      [1, 0],
    );
  });

  test('tempting: the source is not asked for (sqs:RM5)', () => {
    const input = { MessageSystemAttributeNames: ['SenderId'] };
    holds(history([...once, dead({ attrs: false }, { input })], { queues, level }), 0);
  });

  test('tempting: in a chain the source is the queue before, not the first (sqs:X13)', () => {
    const chain = { q1: { RedrivePolicy: policy('dead') }, dead: { RedrivePolicy: policy('deader') }, deader: {} };
    const ops = [send('m0'), receive({ at: 1, queue: 'deader', got: [delivered('m0', arn('dead'))] })];
    holds(history(ops, { queues: chain, level }), 1);
  });

  test('another MessageId may be that of a send without a known outcome', () => {
    const ops = [send('m0'), send('m0', { at: 1, unknown: true }), dead({ id: 'other' })];
    holds(history(ops, { queues, level }), 1);
  });
});

describe('sqs:I12 count of a dead letter', () => {
  const ops = [...once, dead({ count: 4 })];

  test('does not go on (sqs:X4)', () => {
    broken(
      history(ops, { queues }),
      'receive #2 delivered m0 from dead with receive count 4, but receive #1 had it from q1 with 4 before',
      [2, 1],
    );
  });

  test('may be anything on AWS (sqs:N8)', () => holds(history(ops, { queues, level: 'documented' }), 1));
  test('may jump', () => holds(history([...once, dead({ count: 9 })], { queues }), 2));
});
