import { describe, expect, test } from 'vitest';
import { arnOf, type Ok, type QueueAttributes, type Reply } from '../src/core/calls.js';
import type { Millis } from '../src/core/clock.js';
import type { Endpoint } from '../src/core/endpoint.js';
import type { History, Op } from '../src/core/history.js';
import { run } from '../src/run/run.js';
import { type Draft, drained, play, schedule, stepped, stub } from './steps.js';

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

  describe('empties FIFO queues', () => {
    const fifo = { FifoQueue: 'true', ContentBasedDeduplication: 'true' };
    const QueueUrl = 'q.fifo';
    const sent = (MessageGroupId: string, more: object = {}): Draft => ({
      ...send,
      input: { QueueUrl, MessageGroupId, ...more },
    });
    const taken = (more: object = {}): Draft => ({ ...receive, input: { QueueUrl, ...more } });
    const dead = `{"deadLetterTargetArn":"${arnOf('p.fifo')}","maxReceiveCount":1}`;
    const move: Draft = {
      call: 'StartMessageMoveTask',
      input: { SourceArn: arnOf('p.fifo'), MaxNumberOfMessagesPerSecond: 1 },
    };
    const groups = ['g1', 'g2', 'g3'];
    const twelve = Array.from({ length: 12 }, (_, k) => sent(groups[k % 3]!));

    test.each<[what: string, steps: Draft[], attributes: QueueAttributes, left: number]>([
      ['of several groups', twelve, {}, 12],
      ['with a group that is locked', [...twelve, taken({ VisibilityTimeout: 900 })], {}, 12],
      ['with a window of 0, in which every handle has expired (sqs:RH11)', twelve, { VisibilityTimeout: '0' }, 12],
      ['with a window shorter than a poll', twelve, { VisibilityTimeout: '1' }, 12],
      ['with a delay that no send overrides (sqs:DY2)', [sent('g1', { DelaySeconds: 0 })], { DelaySeconds: '900' }, 1],
      [
        'after a receive that was tried twice (sqs:F40)',
        [
          sent('g1'),
          taken({ ReceiveRequestAttemptId: 'r', VisibilityTimeout: 60 }),
          { ...taken({ ReceiveRequestAttemptId: 'r', VisibilityTimeout: 60 }), at: { wait: 50_000 } },
        ],
        {},
        1,
      ],
      ['with dead letters', [sent('g1'), sent('g1'), taken()], { RedrivePolicy: dead, VisibilityTimeout: '2' }, 2],
      [
        'with a move task under way',
        [sent('g1'), sent('g2'), taken({ MaxNumberOfMessages: 10 }), { ...taken(), at: { wait: 3000 } }, move],
        { RedrivePolicy: dead, VisibilityTimeout: '2' },
        2,
      ],
    ])('%s', async (_, steps, attributes, left) => {
      const queues = { 'q.fifo': { ...fifo, ...attributes }, 'p.fifo': fifo, q: {} };
      const history = await play(steps, { queues });
      expect(stepped(history).every(({ reply }) => reply.kind === 'ok')).toBe(true);
      expect(drained(history)).toHaveLength(left);
      expect(history.drained).toBe(true);
    });
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
    const endless = stub(({ call }) => (call === 'ReceiveMessage' ? { Messages: [message] } : {}));
    expect((await run(schedule([]), endless)).drained).toBe(false);
  });

  test.each<[what: string, reply: Reply]>([
    ['an unknown outcome', { kind: 'unknown', why: 'no route' }],
    ['a refusal of a queue that exists', { kind: 'error', code: 'RequestThrottled', status: 403, message: '' }],
  ])('counts %s as not empty', async (_, reply) => {
    expect((await run(schedule([]), { ...stub(() => ({})), call: () => reply })).drained).toBe(false);
  });

  test.each([
    ['waits for the window of a receive that failed, for it may have taken effect (sqs:OP6)', 500, true],
    ['but not of one that was refused', 400, false],
  ])('%s', async (_, status, waits) => {
    const poor: Endpoint = {
      ...stub(() => ({})),
      call: ({ input }) =>
        'VisibilityTimeout' in input
          ? { kind: 'error', code: 'InternalFailure', status, message: '' }
          : { kind: 'ok', output: {} },
    };
    const { ops } = await run(schedule([{ ...receive, input: { VisibilityTimeout: 100 } }]), ticking(poor));
    expect(ops.at(-1)!.returned > 100_000).toBe(waits);
  });

  test.each<[what: string, answer: object]>([
    ['a delete that fails', { Failed: [{ Id: '1', Code: 'InternalFailure', SenderFault: false }] }],
    ['a delete that is refused', { kind: 'error', code: 'InternalFailure', status: 400, message: '' }],
  ])('waits for the window of its own receive after %s', async (_, failure) => {
    const handedOut: Millis[] = [];
    let isDeleted = false;
    const once = stub(({ call }, at) => {
      const isVisible = !isDeleted && at >= (handedOut[0] ?? 0) + (handedOut.length > 0 ? 100_000 : 0);
      if (call !== 'ReceiveMessage' || !isVisible) return {};
      handedOut.push(at);
      return { Messages: [message] };
    });
    const stubborn: Endpoint = {
      ...once,
      call: (call, choose) => {
        if (call.call !== 'DeleteMessageBatch') return once.call(call, choose);
        isDeleted = handedOut.length > 1;
        if (isDeleted) return { kind: 'ok', output: {} };
        return 'kind' in failure ? (failure as Reply) : { kind: 'ok', output: failure };
      },
    };
    const history = await run(schedule([], { queues: { q: { VisibilityTimeout: '100' } } }), ticking(stubborn));
    expect(handedOut).toHaveLength(2);
    expect(history.drained).toBe(true);
  });

  test('waits for the end of move tasks, then looks again', async () => {
    const ends = 70_000;
    let isMoved = false;
    const tasks = stub(({ call, input }, at) => {
      if (call === 'ListMessageMoveTasks')
        return { Results: [{ Status: at < ends ? 'RUNNING' : 'COMPLETED' }, { Status: 'CANCELLED' }] };
      // it never seems to be anywhere while it is on its way
      if (call !== 'ReceiveMessage' || (input as { QueueUrl: string }).QueueUrl !== 'q' || at < ends || isMoved)
        return {};
      isMoved = true;
      return { Messages: [message] };
    });
    const start: Draft = { call: 'StartMessageMoveTask', input: { SourceArn: arnOf('p') } };
    const history = await run(schedule([start], { queues: { q: {}, p: {} } }), ticking(tasks));
    expect(drained(history)).toEqual(['m']);
    expect(history.drained).toBe(true);
    const lists = ended(history).filter(({ call }) => call === 'ListMessageMoveTasks');
    expect(lists[0]).toMatchObject({ actor: 'drain-p', input: { SourceArn: arnOf('p'), MaxResults: 10 } });
  });

  test('waits for move tasks no longer than its patience', async () => {
    const running = stub(({ call }) => (call === 'ListMessageMoveTasks' ? { Results: [{ Status: 'RUNNING' }] } : {}));
    const start: Draft = { call: 'StartMessageMoveTask', input: { SourceArn: arnOf('q') } };
    const history = await run(schedule([start]), ticking(running), { drain: { wait: 1, patience: 50_000 } });
    expect(history.drained).toBe(false);
    expect(history.ops.at(-1)!.returned).toBeLessThan(100_000);
  });

  test('does not ask for move tasks that were refused', async () => {
    const start: Draft = { call: 'StartMessageMoveTask', input: { SourceArn: arnOf('q') } };
    const history = await play([start]);
    expect(ended(history).some(({ call }) => call === 'ListMessageMoveTasks')).toBe(false);
    expect(history.drained).toBe(true);
  });

  const message = { MessageId: 'i', ReceiptHandle: 'h', MD5OfBody: '', Body: 'm' };

  /** An endpoint whose long polls take their time. */
  function ticking(inner: Endpoint): Endpoint {
    const call: Endpoint['call'] = (asked, choose) => {
      const reply = inner.call(asked, choose) as Reply;
      if (asked.call !== 'ReceiveMessage' || reply.kind !== 'ok' || Object.keys((reply as Ok).output).length > 0)
        return reply;
      return new Promise((resolve) => {
        inner.clock.alarm(inner.clock.now() + 20_000, () => {
          inner.clock.hold();
          resolve(reply);
        });
      });
    };
    return { ...inner, call };
  }
});
