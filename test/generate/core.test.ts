import { describe, expect, test } from 'vitest';
import { check, model, mutant, profileOf, properties, run, scheduleOf, violationsOf } from '../../index.js';
import type { History } from '../../src/core/history.js';
import { coreOf } from '../../src/generate/core.js';
import { without } from '../../src/generate/simpler/without.js';
import { wallValues } from '../../src/generate/values.js';
import { type Draft, play } from '../steps.js';

const broken = (history: History): string[] => violationsOf(check(history, properties)).map(({ property }) => property);

/** Shows what the whole history shows, and nothing else. */
const showsAs = (history: History, property: string) => {
  const known = new Set(broken(history));
  return (part: History): boolean => {
    const now = broken(part);
    return now.includes(property) && now.every((one) => known.has(one));
  };
};

/** Asks nobody for the answers that it has read. */
const answering = (history: History, step: number, output: object): History => ({
  ...history,
  ops: history.ops.map((op) => (op.step === step ? { ...op, reply: { kind: 'ok', output } } : op)) as History['ops'],
});

describe('the core of a record', () => {
  const steps: Draft[] = [
    { call: 'SendMessage' },
    { call: 'SendMessage' },
    { call: 'GetQueueUrl', input: { QueueName: 'q' } },
    { call: 'ReceiveMessage', input: { MaxNumberOfMessages: 1 } },
    { call: 'ReceiveMessage', input: { MaxNumberOfMessages: 1, WaitTimeSeconds: 0 } },
    { call: 'ListQueues' },
  ];

  test('is what the contradiction needs, with the sends of what is still delivered', async () => {
    const history = await play(steps, { queues: { q: { VisibilityTimeout: '30' } } });
    const first = history.ops.find(({ step }) => step === 4)!.reply as { output: { Messages: object[] } };
    const [message] = first.output.Messages;
    const twice = answering(history, 5, { Messages: [{ ...message, ReceiptHandle: 'another' }] });
    expect(broken(twice)).toContain('no-delivery-inside-window');
    expect([...coreOf(twice, showsAs(twice, 'no-delivery-inside-window'))]).toEqual([1, 4, 5]);
  });

  test('is one step where one answer is wrong by itself', async () => {
    const history = await play(steps, { queues: { q: {} } });
    const odd = answering(history, 3, { QueueUrl: 'r' });
    expect([...coreOf(odd, showsAs(odd, 'queue-names'))]).toEqual([3]);
  });

  test('is all of it where every part shows something else', async () => {
    const history = await play(steps, { queues: { q: {} } });
    expect([...coreOf(history, () => false)]).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

test.each(['A-022', 'A-045', 'R-006'])('the core of what %s breaks mostly fails when it is run', async (id) => {
  const planted = mutant(id)!;
  const range = { profile: profileOf(planted), level: 'strict', liberties: [], values: wallValues } as const;
  let cores = 0;
  let failing = 0;
  for (let k = 0; cores < 10 && k < 300; k++) {
    const schedule = scheduleOf(`core-${k}`, range);
    const history = await run(schedule, model(planted));
    const [property] = broken(history);
    if (property === undefined) continue;
    const core = coreOf(history, showsAs(history, property));
    const left = new Set(schedule.steps.map((step) => step.id).filter((step) => !core.has(step)));
    cores++;
    if (broken(await run(without(schedule, left, history.ops), model(planted))).includes(property)) failing++;
  }
  expect(cores).toBe(10);
  expect(failing).toBeGreaterThanOrEqual(5);
});
