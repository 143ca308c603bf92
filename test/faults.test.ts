import { describe, expect, test } from 'vitest';
import type { FaultName } from '../src/core/schedule.js';
import { faults } from '../src/faults/index.js';
import { type Draft, drained, lines, play, stepped } from './steps.js';

const send: Draft = { call: 'SendMessage' };
const receive: Draft = { call: 'ReceiveMessage' };
const del: Draft = { call: 'DeleteMessage' };
const poll = (seconds: number): Draft => ({ call: 'ReceiveMessage', input: { WaitTimeSeconds: seconds } });
const later = (ms: number) => ({ at: { wait: ms } });

/** What the history shows of these steps, and what the drain found. */
const tales: { tale: string; steps: Draft[]; shows: string[]; left: string[] }[] = [
  {
    tale: 'a lost request: no reply, no effect',
    steps: [{ ...send, fault: 'lost-request' }, receive],
    shows: ['1: a 1-1 SendMessage ?', '2: a 2-2 ReceiveMessage -'],
    left: [],
  },
  {
    tale: 'a lost request of a long poll does not wait',
    steps: [{ ...poll(20), fault: 'lost-request' }, send],
    shows: ['1: a 1-1 ReceiveMessage ?', '2: a 2-2 SendMessage ok'],
    left: ['m2'],
  },
  {
    tale: 'a lost reply: no reply, but the effect',
    steps: [{ ...send, fault: 'lost-reply' }, receive],
    shows: ['1: a 1-1 SendMessage ?', '2: a 2-2 ReceiveMessage m1'],
    left: ['m1'],
  },
  {
    tale: 'a lost reply of a receive hides a message from everyone, and nobody has its handle',
    steps: [send, { ...receive, fault: 'lost-reply' }, { ...receive, actor: 'b' }, del],
    shows: ['1: a 1-1 SendMessage ok', '2: a 2-2 ReceiveMessage ?', '3: b 3-3 ReceiveMessage -'],
    left: ['m1'],
  },
  {
    tale: 'a lost reply of a delete: the message is gone',
    steps: [send, receive, { ...del, fault: 'lost-reply' }],
    shows: ['1: a 1-1 SendMessage ok', '2: a 2-2 ReceiveMessage m1', '3: a 3-3 DeleteMessage ?'],
    left: [],
  },
  {
    tale: 'a lost reply of a long poll is missed when it would have come',
    steps: [
      { ...poll(20), fault: 'lost-reply' },
      { ...send, actor: 'b', ...later(5000) },
    ],
    shows: ['1: a 1-5001 ReceiveMessage ?', '2: b 5001-5001 SendMessage ok'],
    left: ['m2'],
  },
  {
    tale: 'repeated: both attempts take effect, the client sees the second reply (sqs:N11)',
    steps: [
      { ...send, fault: 'repeated' },
      { call: 'ReceiveMessage', input: { MaxNumberOfMessages: 10 } },
    ],
    shows: ['1: a 1-1 SendMessage ?', '1: a 2-2 SendMessage ok', '2: a 3-3 ReceiveMessage m1 m1'],
    left: ['m1', 'm1'],
  },
  {
    tale: 'a repeated receive hides what the first attempt took',
    steps: [send, send, { ...receive, fault: 'repeated' }, del],
    shows: [
      '1: a 1-1 SendMessage ok',
      '2: a 2-2 SendMessage ok',
      '3: a 3-3 ReceiveMessage ?',
      '3: a 4-4 ReceiveMessage m2',
      '4: a 5-5 DeleteMessage ok',
    ],
    left: ['m1'],
  },
  {
    tale: 'a repeated long poll waits twice, one after the other',
    steps: [
      { ...poll(1), fault: 'repeated' },
      { ...send, actor: 'b', ...later(1500) },
    ],
    shows: ['1: a 1-1001 ReceiveMessage ?', '1: a 1002-1501 ReceiveMessage m2', '2: b 1501-1501 SendMessage ok'],
    left: ['m2'],
  },
  {
    tale: 'a slow reply arrives after its time, one second unless said; only its actor waits',
    steps: [{ ...send, fault: 'slow-reply' }, { ...receive, actor: 'b' }, receive],
    shows: ['1: a 1-1001 SendMessage ok', '2: b 2-2 ReceiveMessage m1', '3: a 1002-1002 ReceiveMessage -'],
    left: ['m1'],
  },
  {
    tale: 'a slow reply of a receive may arrive after its window: the handle is stale by then',
    steps: [
      send,
      { call: 'ReceiveMessage', input: { VisibilityTimeout: 1 }, fault: 'slow-reply', ms: 3000 },
      { ...receive, actor: 'b', ...later(1000) },
      del,
    ],
    shows: [
      '1: a 1-1 SendMessage ok',
      '2: a 2-3002 ReceiveMessage m1',
      '3: b 1002-1002 ReceiveMessage m1',
      '4: a 3003-3003 DeleteMessage ok',
    ],
    left: [],
  },
  {
    tale: 'a slow reply of a long poll is late from when the service answered',
    steps: [
      { ...poll(20), fault: 'slow-reply', ms: 500 },
      { ...send, actor: 'b', ...later(5000) },
      { ...receive, actor: 'b' },
    ],
    shows: ['1: a 1-5501 ReceiveMessage m2', '2: b 5001-5001 SendMessage ok', '3: b 5002-5002 ReceiveMessage -'],
    left: ['m2'],
  },
  {
    tale: 'throttled: refused without effect',
    steps: [{ ...send, fault: 'throttled' }, receive],
    shows: ['1: a 1-1 SendMessage RequestThrottled', '2: a 2-2 ReceiveMessage -'],
    left: [],
  },
  {
    tale: 'a crash: the call takes effect, the client comes back without the receipts it held',
    steps: [send, send, receive, { ...receive, fault: 'crash' }, del, receive, { ...receive, actor: 'b' }],
    shows: [
      '1: a 1-1 SendMessage ok',
      '2: a 2-2 SendMessage ok',
      '3: a 3-3 ReceiveMessage m1',
      '4: a 4-4 ReceiveMessage ?',
      '6: a 5-5 ReceiveMessage -',
      '7: b 6-6 ReceiveMessage -',
    ],
    left: ['m1', 'm2'],
  },
  {
    tale: 'a crash forgets nothing of other clients',
    steps: [send, receive, { ...receive, actor: 'b', fault: 'crash' }, del],
    shows: [
      '1: a 1-1 SendMessage ok',
      '2: a 2-2 ReceiveMessage m1',
      '3: b 3-3 ReceiveMessage ?',
      '4: a 4-4 DeleteMessage ok',
    ],
    left: [],
  },
  {
    tale: 'a crash in a long poll leaves a poll behind that swallows a message (sqs:P10)',
    steps: [
      { ...poll(20), fault: 'crash' },
      { ...send, ...later(1000) },
      { ...receive, actor: 'b' },
    ],
    shows: ['1: a 1-1 ReceiveMessage ?', '2: a 1001-1001 SendMessage ok', '3: b 1002-1002 ReceiveMessage -'],
    left: ['m2'],
  },
];

describe('faults', () => {
  for (const { tale, steps, shows, left } of tales)
    test(tale, async () => {
      const history = await play(steps);
      expect(lines(history)).toEqual(shows);
      expect(drained(history)).toEqual(left);
      expect(history.drained).toBe(true);
    });

  test.each(Object.keys(faults) as FaultName[])('%s is written down with every attempt of its step', async (name) => {
    expect(faults[name].name).toBe(name);
    const history = await play([send, { ...send, fault: name }]);
    for (const op of stepped(history)) expect(op.fault).toBe(op.step === 2 ? name : undefined);
    expect(stepped(history)).toHaveLength(name === 'repeated' ? 3 : 2);
  });

  test('a throttled call is refused in the words of the contract (sqs:OP6)', async () => {
    const [op] = stepped(await play([{ ...send, fault: 'throttled' }]));
    expect(op!.reply).toMatchObject({
      kind: 'error',
      code: 'RequestThrottled',
      legacy: 'RequestThrottled',
      status: 403,
    });
  });

  test('each attempt asks for its own liberties', async () => {
    const twice: Draft = { ...receive, fault: 'repeated' };
    const choices = { '2': { empty: [1] }, '3/1': { empty: [1] } };
    const history = await play([send, twice, twice], { liberties: ['empty'], choices });
    expect(lines(history)).toEqual([
      '1: a 1-1 SendMessage ok',
      '2: a 2-2 ReceiveMessage ?',
      '2: a 3-3 ReceiveMessage m1',
      '3: a 4-4 ReceiveMessage ?',
      '3: a 5-5 ReceiveMessage -',
    ]);
    expect(history.schedule.choices).toEqual(choices);
  });
});
