import { expect, test } from 'vitest';
import type { History } from '../../src/core/history.js';
import type { Schedule } from '../../src/core/schedule.js';
import { slices } from '../../src/generate/slices.js';
import { type Draft, play } from '../steps.js';

const ids = ({ steps }: Schedule): number[] => steps.map(({ id }) => id);

/** The steps kept by each guess. */
const guessed = (history: History, violated: number[]): number[][] =>
  slices(history, violated).map(([one]) => ids(one));

const queues = { q: {}, r: {} };
const onR = { input: { QueueUrl: 'r' } };
const steps: Draft[] = [
  { call: 'SendMessage' },
  { call: 'SendMessage', ...onR },
  { call: 'ListQueues' },
  { call: 'ReceiveMessage' },
  { call: 'ReceiveMessage', ...onR },
  { call: 'PurgeQueue', ...onR },
  { call: 'DeleteMessage', at: { wait: 500 } },
  { call: 'GetQueueUrl', input: { QueueName: 'q' } },
];

test('the steps that are told, those with their sources, those of their queues, all up to the last', async () => {
  const history = await play(steps, { queues });
  const deleted = history.ops.find(({ call }) => call === 'DeleteMessage')!;
  expect(guessed(history, [deleted.id])).toEqual([[7], [1, 4, 7], [1, 2, 3, 4, 5, 6, 7]]);
});

test('another poll of the queue may have taken what was meant for one that is told', async () => {
  const wait = { input: { WaitTimeSeconds: 2 } };
  const history = await play(
    [
      { call: 'ReceiveMessage' },
      { call: 'ReceiveMessage', ...wait },
      { call: 'ReceiveMessage', actor: 'b', ...wait },
      { call: 'ReceiveMessage', actor: 'c', input: { QueueUrl: 'r', WaitTimeSeconds: 2 } },
      { call: 'SendMessage', actor: 'd', at: { wait: 500 } },
    ],
    { queues },
  );
  const told = history.ops.find(({ step }) => step === 2)!;
  expect(guessed(history, [told.id])).toEqual([[2], [2, 5], [2, 3, 5], [1, 2, 3, 5]]);
});

test('what the drain saw may come from every step of its queue', async () => {
  const history = await play([...steps.slice(0, 6), { call: 'SendMessage' }], { queues });
  const drained = history.ops.findLast(
    ({ step, input }) => step === undefined && 'QueueUrl' in input && input.QueueUrl === 'q',
  )!;
  expect(guessed(history, [drained.id])).toEqual([
    [1, 7],
    [1, 4, 7],
  ]);
});

test('a guess keeps the times of the last run, or closes up', async () => {
  const history = await play(steps, { queues });
  const deleted = history.ops.find(({ call }) => call === 'DeleteMessage')!;
  const [[closed, timed]] = slices(history, [deleted.id]) as [[Schedule, Schedule]];
  expect(closed.steps[0]!.at).toEqual({ wait: 500 });
  expect(timed.steps[0]!.at).toEqual({ wait: deleted.invoked });
});

test('a guess that leaves nothing out is none', async () => {
  const history = await play([{ call: 'SendMessage' }]);
  expect(slices(history, [0])).toEqual([]);
});

test('a receipt comes from a receive of its holder', async () => {
  const history = await play([
    { call: 'SendMessage' },
    { call: 'ReceiveMessage' },
    { call: 'ReceiveMessage', actor: 'b' },
    { call: 'DeleteMessage', actor: 'b', holder: 'a' },
  ]);
  expect(guessed(history, [3])).toEqual([[4], [1, 2, 4]]);
});
