import { describe, expect, test } from 'vitest';
import { arnOf } from '../src/core/calls.js';
import type { Endpoint } from '../src/core/endpoint.js';
import type { History, Op } from '../src/core/history.js';
import { run } from '../src/run/run.js';
import { type Draft, drained, model, play, schedule, stepped } from './steps.js';

const send: Draft = { call: 'SendMessage' };
const receive: Draft = { call: 'ReceiveMessage' };
const poll = (WaitTimeSeconds: number): Draft => ({ call: 'ReceiveMessage', input: { WaitTimeSeconds } });
const sends = (count: number): Draft[] => Array.from({ length: count }, () => send);

describe('drain', () => {
  const ended = (history: History): Op[] => history.ops.filter(({ step }) => step === undefined);

  test('begins after the last step, polls every queue and deletes what it gets (sqs:P12)', async () => {
    const history = await play([...sends(12), poll(5)], { queues: { q: {}, p: {} } });
    expect(history.drainedFrom).toBe(stepped(history).at(-1)!.invoked + 1);
    expect(drained(history)).toHaveLength(12);
    const [first] = ended(history);
    expect(first).toMatchObject({
      actor: 'drain-q',
      input: { MaxNumberOfMessages: 10, WaitTimeSeconds: 20, MessageAttributeNames: ['All'] },
    });
    expect(ended(history).some(({ actor }) => actor === 'drain-p')).toBe(true);
  });

  test.each<[what: string, steps: Draft[], left: string[]]>([
    ['windows', [send, { call: 'ReceiveMessage', input: { VisibilityTimeout: 43_200 } }], ['m1']],
    ['delays', [{ call: 'SendMessage', input: { DelaySeconds: 900 } }], ['m1']],
    ["windows and delays of the queue's", [send, receive, { ...send, at: { wait: 1 } }], ['m1', 'm3']],
    ['polls under way, which take what they find', [poll(20), { ...send, actor: 'b', at: { wait: 1 } }], ['m2']],
  ])('waits for %s', async (_, steps, left) => {
    const history = await play(steps, { queues: { q: { VisibilityTimeout: '600', DelaySeconds: '3' } } });
    expect(drained(history)).toEqual(left);
    expect(history.drained).toBe(true);
  });

  test('waits no longer than its patience, and says so', async () => {
    const steps: Draft[] = [send, { call: 'ReceiveMessage', input: { VisibilityTimeout: 60 } }];
    for (const [patience, left] of [
      [59_000, []],
      [61_000, ['m1']],
    ] as const) {
      const history = await play(steps, {}, { drain: { wait: 1, patience } });
      expect(drained(history)).toEqual(left);
      expect(history.drained).toBe(left.length > 0);
    }
  });

  test('finds dead letters wherever they end up', async () => {
    const RedrivePolicy = `{"deadLetterTargetArn":"${arnOf('p')}","maxReceiveCount":1}`;
    const history = await play([send, receive], {
      queues: { q: { RedrivePolicy, VisibilityTimeout: '3' }, p: {} },
    });
    expect(drained(history)).toEqual(['m1']);
    expect(history.drained).toBe(true);
  });

  test('finds the queues that a step has created, and stops where they were deleted', async () => {
    const history = await play([
      { call: 'CreateQueue', input: { QueueName: 'n' } },
      { ...send, input: { QueueUrl: 'n' } },
      send,
      { call: 'DeleteQueue' },
    ]);
    expect(drained(history)).toEqual(['QueueDoesNotExist', 'm2']);
    expect(history.drained).toBe(true);
  });

  test('takes no liberties and has no faults', async () => {
    const liberties = ['order', 'short', 'empty', 'long-empty', 'duplicate', 'zombie'] as const;
    const history = await play(sends(9), { liberties: [...liberties], level: 'documented' });
    expect(drained(history)).toEqual(sends(9).map((_, k) => `m${k + 1}`));
    expect(history.schedule.choices).toEqual({});
    for (const { fault } of ended(history)) expect(fault).toBeUndefined();
  });

  test('gives up on an endpoint that hands messages out for ever', async () => {
    const endless: Endpoint = {
      ...idle(),
      call: ({ call }) => ({ kind: 'ok', output: call === 'ReceiveMessage' ? { Messages: [message] } : {} }),
    };
    const history = await run(schedule([]), endless);
    expect(history.drained).toBe(false);
  });

  test('counts an unknown outcome as not empty', async () => {
    const silent: Endpoint = { ...idle(), call: () => ({ kind: 'unknown', why: 'no route' }) };
    expect((await run(schedule([]), silent)).drained).toBe(false);
  });

  const message = { MessageId: 'i', ReceiptHandle: 'h', MD5OfBody: '', Body: 'm' };
  function idle(): Endpoint {
    const { clock, accuracy } = model();
    return { name: 'stub', clock, accuracy, open: () => {}, call: () => ({ kind: 'ok', output: {} }), close: () => {} };
  }
});
