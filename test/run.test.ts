import { describe, expect, test } from 'vitest';
import { arnOf } from '../src/core/calls.js';
import { canonical } from '../src/core/canonical.js';
import type { Endpoint } from '../src/core/endpoint.js';
import type { History, Op } from '../src/core/history.js';
import type { When } from '../src/core/schedule.js';
import { SetupError } from '../src/endpoints/model.js';
import { scheduleOf } from '../src/generate/schedule.js';
import { run } from '../src/run/run.js';
import { wallClock } from '../src/time/wall.js';
import { readTrace, writeTrace } from '../src/trace.js';
import { type Draft, drained, lines, model, play, schedule, stepped, stub } from './steps.js';

const send: Draft = { call: 'SendMessage' };
const receive: Draft = { call: 'ReceiveMessage' };
const receiveAll: Draft = { call: 'ReceiveMessage', input: { MaxNumberOfMessages: 10 } };
const del: Draft = { call: 'DeleteMessage' };
const poll = (WaitTimeSeconds: number): Draft => ({ call: 'ReceiveMessage', input: { WaitTimeSeconds } });
const sends = (count: number): Draft[] => Array.from({ length: count }, () => send);

/** The inputs of the ops of one step, without their queue. */
const inputsOf = (history: History, step: number): object[] =>
  stepped(history)
    .filter((op) => op.step === step)
    .map(({ input }) => {
      const { QueueUrl: _, ...rest } = input as { QueueUrl?: string };
      return rest;
    });

describe('blanks', () => {
  test('a body is the birth certificate of its step, before any text, and empty where it is to be empty', async () => {
    const history = await play([
      { ...send, id: 7 },
      { ...send, id: 9, input: { MessageBody: '<b> text' } },
      { ...send, id: 11, input: { MessageBody: '' } },
    ]);
    expect([7, 9, 11].map((id) => inputsOf(history, id))).toEqual([
      [{ MessageBody: 'm7' }],
      [{ MessageBody: 'm9 <b> text' }],
      [{ MessageBody: '' }],
    ]);
  });

  test('entries of a batch have a certificate each', async () => {
    const Entries = [{ Id: 'x' }, { Id: 'y', MessageBody: 'text', DelaySeconds: 1 }, { Id: 'z', MessageBody: '' }];
    const history = await play([{ call: 'SendMessageBatch', id: 4, input: { Entries } }]);
    expect(inputsOf(history, 4)).toEqual([
      {
        Entries: [
          { Id: 'x', MessageBody: 'm4.1' },
          { Id: 'y', MessageBody: 'm4.2 text', DelaySeconds: 1 },
          { Id: 'z', MessageBody: '' },
        ],
      },
    ]);
  });

  test('a send can carry the certificate of another step, a batch those of another batch', async () => {
    const Entries = [{ Id: 'x' }, { Id: 'y', MessageBody: 'text' }];
    const history = await play([
      { ...send, id: 4 },
      { ...send, id: 5, body: 4 },
      { ...send, id: 6, body: 4, input: { MessageBody: 'text' } },
      { call: 'SendMessageBatch', id: 7, body: 2, input: { Entries } },
    ]);
    expect([4, 5, 6, 7].flatMap((id) => inputsOf(history, id))).toEqual([
      { MessageBody: 'm4' },
      { MessageBody: 'm4' },
      { MessageBody: 'm4 text' },
      {
        Entries: [
          { Id: 'x', MessageBody: 'm2.1' },
          { Id: 'y', MessageBody: 'm2.2 text' },
        ],
      },
    ]);
  });

  test('a given handle goes out as it is', async () => {
    const history = await play([{ ...del, input: { ReceiptHandle: 'garbage' } }]);
    expect(lines(history)).toEqual(['1: a 1-1 DeleteMessage ReceiptHandleIsInvalid']);
  });

  test.each([
    ['the newest unless said', undefined, ['m1', 'm2']],
    ['0 is the newest', [0], ['m1', 'm2']],
    ['1 is the one before', [1], ['m1', 'm3']],
    ['2 is the first of three', [2], ['m2', 'm3']],
    ['3 is the newest again', [3], ['m1', 'm2']],
    ['modulo how many it holds', [100], ['m1', 'm3']],
  ])('receipts are counted back from the newest: %s', async (_, receipts, left) => {
    const deletion: Draft = receipts === undefined ? del : { ...del, receipts };
    const history = await play([...sends(3), receiveAll, deletion]);
    expect(drained(history)).toEqual(left);
  });

  test.each([
    ['one after the other unless said', undefined, ['m1']],
    ['each as said', [0, 2], ['m2']],
    ['where nothing is said, by place', [1], ['m1', 'm3']],
  ])('entries have receipts of their own: %s', async (_, receipts, left) => {
    const batch: Draft = { call: 'DeleteMessageBatch', input: { Entries: [{ Id: 'x' }, { Id: 'y' }] } };
    const history = await play([...sends(3), receiveAll, receipts === undefined ? batch : { ...batch, receipts }]);
    expect(drained(history)).toEqual(left);
  });

  test('receipts are those of the actor and of the queue, or of the queue they are from', async () => {
    const p = { QueueUrl: 'p' };
    const history = await play(
      [
        send,
        { ...send, input: p },
        receive,
        { ...receive, input: p, actor: 'b' },
        { ...del, actor: 'b' },
        { ...del, actor: 'b', from: 'p' },
        { ...del, actor: 'b', input: p },
        del,
      ],
      { queues: { q: {}, p: {} } },
    );
    expect(lines(history).slice(4)).toEqual([
      '6: b 5-5 DeleteMessage ReceiptHandleIsInvalid',
      '7: b 6-6 DeleteMessage ok',
      '8: a 7-7 DeleteMessage ok',
    ]);
  });

  test("receipts are the holder's where one is named, counted back from the newest of it", async () => {
    const b: Draft = { ...receive, actor: 'b' };
    const shared: Draft = { ...del, actor: 'b', holder: 'a' };
    expect(drained(await play([...sends(2), receive, b, shared]))).toEqual(['m2']);
    expect(drained(await play([...sends(2), receive, b, { ...shared, actor: 'c' }]))).toEqual(['m2']);
    expect(drained(await play([...sends(3), receiveAll, { ...shared, receipts: [2] }]))).toEqual(['m2', 'm3']);
    const batch: Draft = { ...shared, call: 'DeleteMessageBatch', input: { Entries: [{ Id: 'x' }, { Id: 'y' }] } };
    expect(drained(await play([...sends(3), receiveAll, b, batch]))).toEqual(['m1']);
  });

  test('a receipt that somebody else holds is used by the actor of the step', async () => {
    const change: Draft = { call: 'ChangeMessageVisibility', input: { VisibilityTimeout: 0 }, actor: 'b', holder: 'a' };
    const history = await play([send, receive, change, { ...del, actor: 'c', holder: 'a' }]);
    expect(lines(history).slice(2)).toEqual(['3: b 3-3 ChangeMessageVisibility ok', '4: c 4-4 DeleteMessage ok']);
  });

  test('a step is skipped where the holder holds none, whatever the actor holds', async () => {
    const history = await play(
      [
        ...sends(2),
        { ...poll(20), actor: 'b', input: { WaitTimeSeconds: 20, QueueUrl: 'p' } },
        receive,
        { ...del, holder: 'b' },
        { ...del, holder: 'nobody' },
        del,
      ],
      { queues: { q: {}, p: {} } },
    );
    expect(lines(history).slice(3)).toEqual(['4: a 4-4 ReceiveMessage m1', '7: a 5-5 DeleteMessage ok']);
  });

  test('receipts stay held after they were used, and those of long polls are held too', async () => {
    const history = await play([poll(20), { ...send, actor: 'b' }, del, del]);
    expect(lines(history).slice(2)).toEqual(['3: a 3-3 DeleteMessage ok', '4: a 4-4 DeleteMessage ok']);
  });

  test.each([
    ['the newest unless said', undefined, 't2'],
    ['1 is the one before', [1], 't1'],
    ['2 is the newest again', [2], 't2'],
  ])("a move task is the actor's own, counted back: %s", async (_, receipts, TaskHandle) => {
    let started = 0;
    const tasks = stub(({ call }) =>
      call === 'StartMessageMoveTask' ? { TaskHandle: `t${++started}` } : { ApproximateNumberOfMessagesMoved: 0 },
    );
    const start: Draft = { call: 'StartMessageMoveTask', input: { SourceArn: arnOf('q') } };
    const cancel: Draft = { call: 'CancelMessageMoveTask', ...(receipts !== undefined && { receipts }) };
    const given: Draft = { ...cancel, input: { TaskHandle: 'given' } };
    const history = await run(schedule([start, start, { ...cancel, actor: 'b' }, cancel, given]), tasks);
    expect([3, 4, 5].map((step) => inputsOf(history, step))).toEqual([[], [{ TaskHandle }], [{ TaskHandle: 'given' }]]);
  });

  test("the next page of a list is the actor's own, from the same call; without one the step is skipped", async () => {
    const list: Draft = { call: 'ListQueues', input: { MaxResults: 1 } };
    const next: Draft = { ...list, receipts: [0] };
    const sources: Draft = { call: 'ListDeadLetterSourceQueues', input: { MaxResults: 1 }, receipts: [0] };
    const history = await play([next, list, { ...next, actor: 'b' }, sources, next, next, { ...next, receipts: [1] }], {
      queues: { p: {}, q: {}, r: {} },
    });
    const tokens = stepped(history).map(({ step, input }) => [step, (input as { NextToken?: string }).NextToken]);
    expect(tokens).toEqual([
      [2, undefined],
      [5, 'p'],
      [6, 'q'],
      [7, 'p'],
    ]);
  });

  test('a step without the receipt it needs is skipped, a batch as a whole', async () => {
    const batch: Draft = { call: 'ChangeMessageVisibilityBatch', input: { Entries: [{ Id: 'x' }, { Id: 'y' }] } };
    const history = await play([receive, del, batch, { ...del, actor: 'b' }, send]);
    expect(lines(history)).toEqual(['1: a 1-1 ReceiveMessage -', '5: a 2-2 SendMessage ok']);
  });
});

describe('times', () => {
  const delayed: Draft = { call: 'SendMessage', input: { DelaySeconds: 7 } };
  const hidden: Draft = { call: 'ReceiveMessage', input: { VisibilityTimeout: 5 } };
  const queues = { q: { VisibilityTimeout: '3', DelaySeconds: '2', ReceiveMessageWaitTimeSeconds: '4' } };
  const batch: Draft = {
    call: 'SendMessageBatch',
    input: {
      Entries: [
        { Id: 'x', DelaySeconds: 6 },
        { Id: 'y', DelaySeconds: 1 },
      ],
    },
  };

  /** The first step begins at 1 ms; when does the second? */
  const instants: [what: string, first: Draft, at: When | undefined, begins: number][] = [
    ['at once', send, undefined, 2],
    ['after a wait', send, { wait: 500 }, 501],
    ['after no wait, one tick later all the same', send, { wait: 0 }, 2],
    ['at the end of a delay', delayed, { after: 1, deadline: 'delay', tick: 0 }, 7001],
    ['a tick before it', delayed, { after: 1, deadline: 'delay', tick: -1 }, 7000],
    ['a tick after it', delayed, { after: 1, deadline: 'delay', tick: 1 }, 7002],
    ["at the end of the queue's delay", send, { after: 1, deadline: 'delay', tick: 0 }, 2001],
    ['at the end of the first delay of a batch', batch, { after: 1, deadline: 'delay', tick: 0 }, 6001],
    ['at the end of a window', hidden, { after: 1, deadline: 'visibility', tick: 0 }, 9001],
    ["at the end of the queue's window", receive, { after: 1, deadline: 'visibility', tick: 0 }, 7001],
    ['at the end of a life', send, { after: 1, deadline: 'retention', tick: -1 }, 345_600_000],
    ['at the end of a wait', poll(9), { after: 1, deadline: 'poll', tick: 0 }, 9001],
    ["at the end of the queue's wait", receive, { after: 1, deadline: 'poll', tick: 1 }, 4002],
    ['at the end of a guard', { call: 'PurgeQueue' }, { after: 1, deadline: 'guard', tick: 0 }, 60_001],
    ['12 h after a receive', poll(1), { after: 1, deadline: 'cap', tick: 0 }, 43_201_001],
    ['300 s after a send', send, { after: 1, deadline: 'dedup', tick: -1 }, 300_000],
    ['300 s after the end of a receive', poll(1), { after: 1, deadline: 'dedup', tick: 0 }, 301_001],
    ['at a deadline that is past', send, { after: 1, deadline: 'delay', tick: -1 }, 2000],
    ['after a step that is not there', send, { after: 9, deadline: 'delay', tick: 0 }, 2],
  ];

  test.each(instants)('a step begins %s', async (_, first, at, begins) => {
    const second: Draft = { call: 'ListQueues', actor: 'b', ...(at !== undefined && { at }) };
    const history = await play([first, second], { queues });
    expect(stepped(history).map(({ invoked }) => invoked)).toEqual([1, begins]);
  });

  test('a tick is as long as the run says', async () => {
    const at = { after: 1, deadline: 'delay', tick: -1 } as const;
    const history = await play([delayed, { ...send, at }], {}, { tick: 100 });
    expect(stepped(history)[1]!.invoked).toBe(6901);
  });

  test('a deadline of the past is met one tick after the step before', async () => {
    const at = { after: 1, deadline: 'delay', tick: 0 } as const;
    const history = await play([delayed, { ...send, at: { wait: 9000 } }, { ...receive, at }]);
    expect(stepped(history).map(({ invoked }) => invoked)).toEqual([1, 9001, 9002]);
  });

  test.each([-1, 0, 1])('a long poll that `ends` at a deadline, off by %d, is over then', async (tick) => {
    const ending: Draft = { ...poll(2), actor: 'b', at: { after: 1, deadline: 'retention', tick, ends: true } };
    const purged: Draft = { call: 'PurgeQueue', actor: 'b' };
    const history = await play([{ ...send, input: { DelaySeconds: 900 } }, purged, ending]);
    expect(stepped(history)[2]).toMatchObject({ invoked: 345_598_001 + tick, returned: 345_600_001 + tick });
  });

  test("a long poll that `ends` may wait for the queue's time", async () => {
    const ending: Draft = { ...receive, actor: 'b', at: { after: 1, deadline: 'delay', tick: 0, ends: true } };
    const history = await play([delayed, ending], { queues });
    expect(lines(history)).toEqual(['1: a 1-1 SendMessage ok', '2: b 3001-7001 ReceiveMessage m1']);
  });

  test('a window counts from the answer of a long poll, which is waited for', async () => {
    const again: Draft = { ...receive, actor: 'c', at: { after: 1, deadline: 'visibility', tick: 0 } };
    const history = await play([
      { call: 'ReceiveMessage', input: { WaitTimeSeconds: 20, VisibilityTimeout: 5 } },
      { ...send, actor: 'b', at: { wait: 10_000 } },
      again,
    ]);
    expect(lines(history)).toEqual([
      '1: a 1-10001 ReceiveMessage m2',
      '2: b 10001-10001 SendMessage ok',
      '3: c 15001-15001 ReceiveMessage m2',
    ]);
  });

  test.each([
    ['its own next call begins a millisecond later', 'a', 1002],
    ['that of another actor in the same one', 'b', 1001],
  ])('when an answer comes, %s', async (_, actor, begins) => {
    const next: Draft = { ...receive, actor, at: { after: 1, deadline: 'poll', tick: 0 } };
    const history = await play([poll(1), next]);
    expect(stepped(history).map(({ invoked, returned }) => [invoked, returned])).toEqual([
      [1, 1001],
      [begins, begins],
    ]);
  });

  test('the drain, too, begins its next call a millisecond after the last answer', async () => {
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf('q'), maxReceiveCount: 1 });
    const start: Draft = { call: 'StartMessageMoveTask', input: { SourceArn: arnOf('q') } };
    const { ops } = await play([start], { queues: { p: { RedrivePolicy }, q: {} } });
    const own = ops.filter(({ actor }) => actor === 'drain-q');
    expect(own.map(({ call }) => call)).toContain('ListMessageMoveTasks');
    own.forEach(({ invoked }, k) => {
      if (k > 0) expect(invoked).toBeGreaterThan(own[k - 1]!.returned);
    });
  });

  test('an actor does one thing at a time, others go on meanwhile', async () => {
    const history = await play([
      poll(3),
      { ...send, actor: 'b', at: { wait: 1 } },
      poll(2),
      receive,
      { ...send, actor: 'b' },
    ]);
    expect(lines(history)).toEqual([
      '1: a 1-2 ReceiveMessage m2',
      '2: b 2-2 SendMessage ok',
      '3: a 3-2003 ReceiveMessage -',
      '4: a 2004-2004 ReceiveMessage -',
      '5: b 2005-2005 SendMessage ok',
    ]);
  });
});

/** Ops of one client, in the order of invocation. */
const byActor = (ops: Op[]): Op[][] => {
  const actors = new Map<string, Op[]>();
  for (const op of ops) actors.set(op.actor, [...(actors.get(op.actor) ?? []), op]);
  return [...actors.values()];
};

describe('runs of generated schedules', () => {
  const seeds = Array.from({ length: 60 }, (_, k) => `run-${k}`);
  const histories = seeds.map((seed) => run(scheduleOf(seed), model()));

  test('number their ops in the order of invocation, never two at one instant', async () => {
    for (const { ops } of await Promise.all(histories)) {
      ops.forEach(({ id, invoked, returned }, place) => {
        expect(id).toBe(place);
        expect(returned).toBeGreaterThanOrEqual(invoked);
        if (place > 0) expect(invoked).toBeGreaterThan(ops[place - 1]!.invoked);
      });
    }
  });

  test('let no actor begin an op before it has the reply to the one before', async () => {
    for (const { ops } of await Promise.all(histories))
      for (const own of byActor(ops))
        own.forEach(({ invoked }, k) => {
          if (k > 0) expect(invoked).toBeGreaterThanOrEqual(own[k - 1]!.returned);
        });
  });

  test('let no actor take a step in the millisecond in which it has the reply to the one before', async () => {
    for (const history of await Promise.all(histories))
      for (const own of byActor(stepped(history)))
        own.forEach(({ invoked }, k) => {
          if (k > 0) expect(invoked).toBeGreaterThan(own[k - 1]!.returned);
        });
  });

  test('take their steps in the order of the list, each at most once but for repeats', async () => {
    for (const { ops } of await Promise.all(histories)) {
      const firsts = ops.filter(({ step, fault }) => step !== undefined && fault !== 'repeated');
      for (const [k, { step }] of firsts.entries()) if (k > 0) expect(step).toBeGreaterThan(firsts[k - 1]!.step!);
    }
  });

  test('are the same to the byte when run again, and from their recorded choices', async () => {
    for (const [k, history] of (await Promise.all(histories)).entries()) {
      expect(canonical(await run(scheduleOf(seeds[k]!), model()))).toBe(canonical(history));
      const replay = JSON.parse(JSON.stringify({ ...history.schedule, seed: 'other' })) as History['schedule'];
      const { ops, schedule: again } = await run(replay, model());
      expect(canonical(ops)).toBe(canonical(history.ops));
      expect(again.choices).toEqual(history.schedule.choices);
    }
  });

  test('end with all queues empty', async () => {
    for (const history of await Promise.all(histories)) {
      expect(history.drained).toBe(true);
      expect(history.drainedFrom).toBeLessThanOrEqual(history.ops.at(-1)!.invoked);
    }
  });
});

describe('endpoint', () => {
  test('is opened with the setup first and closed last, whatever happens', async () => {
    const said: string[] = [];
    const watched = (): Endpoint => {
      const inner = model();
      return {
        name: 'watched',
        clock: inner.clock,
        accuracy: inner.accuracy,
        open: (setup) => {
          said.push(`open ${setup.queues.map(({ name }) => name)}`);
          return inner.open(setup);
        },
        call: (call, choose) => {
          if (said.at(-1) !== 'call') said.push('call');
          return inner.call(call, choose);
        },
        close: () => {
          said.push('close');
          return inner.close();
        },
      };
    };
    const history = await run(schedule([send], { queues: { q: {}, p: {} } }), watched(), { mutant: 'none' });
    expect(said).toEqual(['open q,p', 'call', 'close']);
    expect(history).toMatchObject({ endpoint: { name: 'watched', early: 0, late: 0 }, mutant: 'none' });
    said.length = 0;
    await expect(run(schedule([send], { queues: { 'a b': {} } }), watched())).rejects.toThrow(SetupError);
    expect(said).toEqual(['open a b', 'close']);
  });

  test('has its queues before time 0, dead-letter queues in any order', async () => {
    const RedrivePolicy = '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:p","maxReceiveCount":1}';
    const read: Draft = {
      call: 'GetQueueAttributes',
      input: { AttributeNames: ['RedrivePolicy', 'CreatedTimestamp'] },
    };
    const history = await play([read], { queues: { q: { RedrivePolicy }, p: {} } });
    expect(stepped(history)[0]!.reply).toEqual({
      kind: 'ok',
      output: { Attributes: { RedrivePolicy, CreatedTimestamp: '1700000000' } },
    });
  });
});

describe('an actor goes on as soon as its late answer is there, whatever else is due', () => {
  test.each([
    ['slow-reply', 2002],
    ['repeated', 2003],
  ] as const)('%s', async (fault, at) => {
    const first: Draft = { ...poll(1), fault, ms: 1000 };
    const history = await play([first, { ...poll(20), actor: 'c' }, receive]);
    expect(history.ops.find(({ step }) => step === 3)!.invoked).toBe(at);
  });

  test('the second attempt of a repeated poll answers to its own key', async () => {
    const steps = [
      send,
      send,
      { ...poll(1), fault: 'repeated' as const },
      { ...poll(20), actor: 'c' },
      send,
      send,
      send,
    ];
    const frame = { liberties: ['order' as const, 'duplicate' as const, 'waiter' as const], seed: 'keys' };
    const { schedule: run } = await play(steps, frame);
    expect(Object.keys(run.choices!).every((key) => ['3', '3/1', '4'].includes(key))).toBe(true);
    expect(canonical(await play(steps, { ...frame, choices: run.choices! }))).toBe(canonical(await play(steps, frame)));
  });
});

test('a run that is not to be drained ends with its steps, and its trace can be read', async () => {
  const history = await run(schedule([send, receive]), model(), { drain: 'none' });
  expect(history.ops.map(({ step }) => step)).toEqual([1, 2]);
  expect(history.drained).toBe(false);
  expect(history).not.toHaveProperty('drainedFrom');
  expect(readTrace(writeTrace(history)).history).toEqual(history);
});

describe('an endpoint that throws', () => {
  test.each<[string, Draft[]]>([
    ['at a step', [send, send, send]],
    ['at a step with a fault', [send, { ...send, fault: 'repeated' }, send]],
    ['after its client had died', [send, { ...send, fault: 'crash' }, send]],
    ['in the drain', [send]],
  ])('%s ends the run, which passes the error on', async (_, drafts) => {
    let asked = 0;
    let isClosed = false;
    const endpoint: Endpoint = {
      ...stub(() => ({})),
      clock: wallClock(),
      call: async () => {
        if (asked++ > 0) throw new Error('it has gone');
        return { kind: 'ok', output: {} };
      },
      close: () => {
        isClosed = true;
      },
    };
    await expect(run(schedule(drafts), endpoint)).rejects.toThrow('it has gone');
    expect(asked).toBeLessThan(4);
    expect(isClosed).toBe(true);
  });

  test('at its last step ends a run that is not to be drained, too', async () => {
    const call = (): Promise<never> => Promise.reject(new Error('it has gone'));
    const endpoint: Endpoint = { ...stub(() => ({})), clock: wallClock(), call };
    await expect(run(schedule([send]), endpoint, { drain: 'none' })).rejects.toThrow('it has gone');
  });
});
