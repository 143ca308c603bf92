import fc from 'fast-check';
import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import { properties } from '../properties/index.js';
import { check } from '../src/check.js';
import type { Call, Calls, ReceivedMessage, SendEntry } from '../src/core/calls.js';
import { Heap } from '../src/core/heap.js';
import type { History } from '../src/core/history.js';
import { limits } from '../src/core/limits.js';
import { modelEndpoint, modelEpoch } from '../src/endpoints/model.js';
import { scheduleOf } from '../src/generate/schedule.js';
import { run } from '../src/run/run.js';
import { writeTrace } from '../src/trace.js';
import { type Figure, type Measured, measure } from './measure.js';

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

/** A queue to call, and the k-th send to it. */
interface Traffic {
  queue: string;
  create: Calls['CreateQueue']['input'];
  content(k: number): Omit<SendEntry, 'Id'>;
}

const standard: Traffic = {
  queue: 'q1',
  create: { QueueName: 'q1' },
  content: (k) => ({ MessageBody: `m${k}` }),
};

const fifo: Traffic = {
  queue: 'q1.fifo',
  create: { QueueName: 'q1.fifo', Attributes: { FifoQueue: 'true' } },
  content: (k) => ({ MessageBody: `m${k}`, MessageGroupId: `g${(k * 7919) % 1000}`, MessageDeduplicationId: `d${k}` }),
};

const count = (n: number): string => n.toLocaleString('en-US');

/** Send, receive, delete in turn on a queue that keeps its depth. */
const modelAlone = (name: string, depth: number, { queue: QueueUrl, create, content }: Traffic): Figure => ({
  name: `model alone: ${name}send, receive, delete with ${count(depth)} messages stored`,
  unit: 'calls',
  prepare() {
    const sqs = new Sqs(contract, modelEpoch);
    const plain = (): number => 0;
    let at = 0;
    const ask = (call: Call) => sqs.call(++at, call, plain);
    const send = (k: number) => ask({ call: 'SendMessage', input: { QueueUrl, ...content(k) } });
    ask({ call: 'CreateQueue', input: create });
    for (let k = 0; k < depth; k++) send(k);
    // at every depth the deduplication ids of the backlog have been forgotten
    at += limits.dedupWindow * 1000;
    send(depth);
    return () => {
      for (let k = 0; k < calls; k += 3) {
        send(depth + 1 + k);
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

/** The same FIFO queue ever deeper. */
const depths = [1000, 10_000, 100_000, 1_000_000];
const series = depths.map((depth) => modelAlone('FIFO, 1,000 groups, ', depth, fifo));

/** What a call costs at each depth, divided by the logarithm of the depth; 1 at the first one. */
function costByDepth(measured: readonly Measured[]): Record<string, number> {
  const costs = series.map(
    ({ name }, k) => 1 / measured.find(({ figure }) => figure === name)!.perSecond / Math.log(depths[k]!),
  );
  return Object.fromEntries(costs.map((cost, k) => [count(depths[k]!), Number((cost / costs[0]!).toFixed(2))]));
}

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
  modelAlone('', 1000, standard),
  modelAlone('', 100_000, standard),
  generating,
  running,
  checking,
  writing,
  wholeLoop,
  ...series,
];
/** The model, the runs on it and their judging, in this process. */
export async function lines(repeats: number): Promise<object[]> {
  const measured = await measure(figures, repeats);
  return [...measured, { figure: 'FIFO: cost of a call by log n, n messages stored', ...costByDepth(measured) }];
}
