import type { Call, ReceivedMessage } from '../core/calls.js';
import type { Clock, Millis } from '../core/clock.js';
import { attribute } from '../core/deadline.js';
import type { Op } from '../core/history.js';
import { limits } from '../core/limits.js';
import type { Setup } from '../core/schedule.js';
import { Actor } from './actor.js';

/** What the drain needs of its run. */
interface Dispatcher {
  endpoint: { clock: Clock };
  turn(at: Millis): Promise<void> | undefined;
  ask(actor: Actor, call: Call): Op | Promise<Op>;
}

export interface DrainOptions {
  /** Wait of its long polls in seconds. */
  wait: number;
  /** Milliseconds that it waits for timers at most; with timers beyond, the queues are not drained. */
  patience: Millis;
}

interface Drainer {
  queue: string;
  actor: Actor;
}

/**
 * Calm weather: polls every queue and deletes what comes, until two rounds in a row found every queue empty after all
 * known timers had passed (sqs:P12). Two, because the first may still have moved messages to a dead-letter queue.
 * Returns whether it got there.
 */
export async function drain(
  run: Dispatcher,
  setup: Setup,
  past: readonly Op[],
  { wait, patience }: DrainOptions,
): Promise<boolean> {
  const { clock } = run.endpoint;
  const all = timersOf(setup, past);
  const timers = all.filter((at) => at <= clock.now() + patience);
  let drainers = queuesOf(setup, past).map((queue) => ({ queue, actor: new Actor(`drain-${queue}`) }));
  let empty = false;
  // far more rounds than there are reasons for; an endpoint that hands messages out for ever is not drained
  const roundsMax = 20 + 4 * timers.length;
  for (let round = 0, quiet = 0; round < roundsMax && drainers.length > 0; round++) {
    const next = timers.find((at) => at > clock.now());
    // a second ahead, so that the polls are open when the timer ends
    await run.turn(empty && next !== undefined ? next - 1000 : 0);
    const answers = await poll(run, drainers, wait);
    drainers = drainers.filter(({ queue }) => !answers.missing.has(queue));
    empty = answers.empty;
    quiet = empty && next === undefined ? quiet + 1 : 0;
    if (quiet === 2) return timers.length === all.length;
  }
  return drainers.length === 0;
}

/** One long poll on every queue side by side, and the deletes of all that came. */
async function poll(
  run: Dispatcher,
  drainers: Drainer[],
  wait: number,
): Promise<{ empty: boolean; missing: Set<string> }> {
  const polls: (Op | Promise<Op>)[] = [];
  for (const { queue, actor } of drainers) {
    await run.turn(0);
    polls.push(run.ask(actor, receive(queue, wait)));
  }
  const answers = { empty: true, missing: new Set<string>() };
  for (const [k, pending] of polls.entries()) {
    if (pending instanceof Promise) await run.endpoint.clock.until(pending);
    const { reply } = await pending;
    const { queue, actor } = drainers[k]!;
    if (reply.kind === 'error') answers.missing.add(queue);
    else if (reply.kind === 'unknown') answers.empty = false;
    else {
      const { Messages } = reply.output as { Messages?: ReceivedMessage[] };
      if (Messages === undefined || Messages.length === 0) continue;
      answers.empty = false;
      await run.turn(0);
      const done = run.ask(actor, deletion(queue, Messages));
      if (done instanceof Promise) await run.endpoint.clock.until(done);
    }
  }
  return answers;
}

const receive = (QueueUrl: string, WaitTimeSeconds: number): Call => ({
  call: 'ReceiveMessage',
  input: {
    QueueUrl,
    MaxNumberOfMessages: limits.receiveMax,
    WaitTimeSeconds,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  },
});

const deletion = (QueueUrl: string, messages: ReceivedMessage[]): Call => ({
  call: 'DeleteMessageBatch',
  input: { QueueUrl, Entries: messages.map(({ ReceiptHandle }, k) => ({ Id: String(k + 1), ReceiptHandle })) },
});

/** Every queue that the run may have left behind. */
function queuesOf(setup: Setup, past: readonly Op[]): string[] {
  const names = new Set(setup.queues.map(({ name }) => name));
  for (const op of past) if (op.call === 'CreateQueue' && op.reply.kind !== 'error') names.add(op.input.QueueName);
  return [...names];
}

/** When delays and windows of the run may end, in order: upper bounds, known from the calls alone. */
function timersOf(setup: Setup, past: readonly Op[]): Millis[] {
  const timers = new Set<Millis>();
  const writes = past.filter(({ call }) => call === 'SetQueueAttributes' || call === 'CreateQueue');
  for (const op of past) {
    const member = timedBy[op.call];
    if (member === undefined || op.reply.kind === 'error') continue;
    const { Entries } = op.input as { Entries?: Record<string, unknown>[] };
    const changed = slowestAttribute(op, member, setup, writes);
    for (const entry of Entries ?? [op.input as unknown as Record<string, unknown>]) {
      const own = entry[member];
      timers.add(op.returned + 1000 * (typeof own === 'number' ? own : changed));
    }
  }
  return [...timers].sort((a, b) => a - b);
}

const timedBy: Partial<Record<Call['call'], 'DelaySeconds' | 'VisibilityTimeout'>> = {
  SendMessage: 'DelaySeconds',
  SendMessageBatch: 'DelaySeconds',
  ReceiveMessage: 'VisibilityTimeout',
  ChangeMessageVisibility: 'VisibilityTimeout',
  ChangeMessageVisibilityBatch: 'VisibilityTimeout',
};

/** The longest value, in seconds, that the attribute had on any queue that was written to, or has on the op's own. */
function slowestAttribute(op: Op, name: string, setup: Setup, writes: readonly Op[]): number {
  let slowest = attribute(op, name, setup);
  for (const write of writes) {
    const { Attributes } = write.input as { Attributes?: Record<string, string> };
    const value = Number(Attributes?.[name] ?? 0);
    if (value > slowest && value <= limits.visibilityMax) slowest = value;
  }
  return slowest;
}
