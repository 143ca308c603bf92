import fc from 'fast-check';
import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import { properties } from '../properties/index.js';
import { check } from '../src/check.js';
import type { Call, ReceivedMessage } from '../src/core/calls.js';
import { Heap } from '../src/core/heap.js';
import type { History } from '../src/core/history.js';
import { modelEndpoint, modelEpoch } from '../src/endpoints/model.js';
import { scheduleOf } from '../src/generate/schedule.js';
import { run } from '../src/run/run.js';
import { writeTrace } from '../src/trace.js';
import { type Figure, measure } from './measure.js';

/** Schedules of one repeat. */
const schedules = 2000;
const calls = 300_000;

const bareLoop: Figure = {
  name: 'bare loop: heap, Map, one object an event; 1,000 pending',
  unit: 'events',
  prepare: () => () => {
    const heap = new Heap<{ id: number; at: number }>();
    const byId = new Map<number, { id: number; at: number }>();
    let id = 0;
    const add = (at: number): void => {
      const event = { id: id++, at };
      heap.push(at, event);
      byId.set(event.id, event);
    };
    for (let k = 0; k < 1000; k++) add((k * 7919) % 1000);
    for (let k = 0; k < calls; k++) {
      const event = heap.pop()!;
      byId.delete(event.id);
      add(event.at + 1 + ((k * 7919) % 1000));
    }
    return calls;
  },
};

const fastCheck: Figure = {
  name: 'fast-check: arrays of 100 five-field records',
  unit: 'arrays',
  prepare() {
    const record = fc.record({
      a: fc.nat(9),
      b: fc.nat(99),
      c: fc.boolean(),
      d: fc.constantFrom('x', 'y'),
      e: fc.string({ maxLength: 4 }),
    });
    const arbitrary = fc.array(record, { minLength: 100, maxLength: 100 });
    return () => fc.sample(arbitrary, { numRuns: 500, seed: 1 }).length;
  },
};

/** Send, receive, delete in turn on a queue that keeps its depth. */
const modelAlone = (depth: number): Figure => ({
  name: `model alone: send, receive, delete with ${depth.toLocaleString('en-US')} messages stored`,
  unit: 'calls',
  prepare() {
    const sqs = new Sqs(contract, modelEpoch);
    const plain = (): number => 0;
    const QueueUrl = 'q1';
    let at = 0;
    const ask = (call: Call) => sqs.call(++at, call, plain);
    const send = (k: number) => ask({ call: 'SendMessage', input: { QueueUrl, MessageBody: `m${k}` } });
    ask({ call: 'CreateQueue', input: { QueueName: QueueUrl } });
    for (let k = 0; k < depth; k++) send(k);
    return () => {
      for (let k = 0; k < calls; k += 3) {
        send(depth + k);
        const reply = ask({ call: 'ReceiveMessage', input: { QueueUrl } }) as {
          output: { Messages: ReceivedMessage[] };
        };
        const { ReceiptHandle } = reply.output.Messages[0]!;
        ask({ call: 'DeleteMessage', input: { QueueUrl, ReceiptHandle } });
      }
      return calls;
    };
  },
});

const seeds = Array.from({ length: schedules }, (_, k) => `bench-${k}`);
const onModel = (seed: string): Promise<History> => run(scheduleOf(seed), modelEndpoint(new Sqs(contract, modelEpoch)));
const opsOf = (histories: readonly History[]): number => histories.reduce((sum, { ops }) => sum + ops.length, 0);

/** Few, so that keeping them does not burden the garbage collector while other figures are measured. */
async function histories(): Promise<History[]> {
  const all: History[] = [];
  for (const seed of seeds.slice(0, 300)) all.push(await onModel(seed));
  return all;
}

const generating: Figure = {
  name: 'generate alone',
  unit: 'steps',
  prepare: () => () => seeds.reduce((sum, seed) => sum + scheduleOf(seed).steps.length, 0),
};

const running: Figure = {
  name: 'generate and run',
  unit: 'calls',
  prepare: () => async () => {
    let sum = 0;
    for (const seed of seeds) sum += (await onModel(seed)).ops.length;
    return sum;
  },
};

const judged = await histories();

const checking: Figure = {
  name: `check alone: ${properties.length} properties`,
  unit: 'calls',
  prepare: () => () => {
    for (let k = 0; k < 5; k++) for (const history of judged) check(history, properties);
    return 5 * opsOf(judged);
  },
};

const writing: Figure = {
  name: 'write traces',
  unit: 'calls',
  prepare: () => () => {
    for (let k = 0; k < 5; k++) for (const history of judged) writeTrace(history);
    return 5 * opsOf(judged);
  },
};

const wholeLoop: Figure = {
  name: 'whole loop: generate, run, all properties',
  unit: 'calls',
  prepare: () => async () => {
    let sum = 0;
    for (const seed of seeds) {
      const history = await onModel(seed);
      check(history, properties);
      sum += history.ops.length;
    }
    return sum;
  },
};

const figures = [
  bareLoop,
  fastCheck,
  modelAlone(1000),
  modelAlone(100_000),
  generating,
  running,
  checking,
  writing,
  wholeLoop,
];
for (const line of await measure(figures, Number(process.env.REPEATS ?? 5))) console.log(JSON.stringify(line));
