import {
  type Call,
  type CallName,
  type Calls,
  isFifo,
  type MoveTask,
  queueOfArn,
  type ReceivedMessage,
} from '../core/calls.js';
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
 * known timers had passed and all move tasks had ended (sqs:P12). Two, because the first may still have moved messages to
 * a dead-letter queue. Returns whether it got there.
 */
export async function drain(
  run: Dispatcher,
  setup: Setup,
  past: readonly Op[],
  { wait, patience }: DrainOptions,
): Promise<boolean> {
  const { clock } = run.endpoint;
  const until = clock.now() + patience;
  const timers = new Timers(setup, past);
  const sources = sourcesOf(past);
  let drainers = queuesOf(setup, past).map((queue) => ({ queue, actor: new Actor(`drain-${queue}`) }));
  let empty = false;
  // far more rounds than there are reasons for; an endpoint that hands messages out for ever is not drained
  const roundsMax = 20 + 4 * timers.size;
  for (let round = 0, quiet = 0; round < roundsMax && drainers.length > 0; round++) {
    const next = timers.next(clock.now(), until);
    // a second ahead, so that the polls are open when the timer ends
    await run.turn(empty && next !== undefined ? next - 1000 : 0);
    const answers = await poll(run, drainers, wait);
    drainers = drainers.filter(({ queue }) => !answers.missing.has(queue));
    for (const op of answers.left) timers.add(op);
    empty = answers.empty;
    quiet = empty && next === undefined && !(await isMoving(run, sources)) ? quiet + 1 : 0;
    if (quiet === 2) return timers.isOver(until);
  }
  return drainers.length === 0;
}

interface Answers {
  empty: boolean;
  /** Queues that are gone. */
  missing: Set<string>;
  /** Receives whose messages may not have been deleted. */
  left: Op[];
}

/** One long poll on every queue side by side, and the deletes of all that came. */
async function poll(run: Dispatcher, drainers: Drainer[], wait: number): Promise<Answers> {
  const polls: (Op | Promise<Op>)[] = [];
  for (const { queue, actor } of drainers) {
    await run.turn(0);
    polls.push(run.ask(actor, receive(queue, wait)));
  }
  const answers: Answers = { empty: true, missing: new Set(), left: [] };
  for (const [k, pending] of polls.entries()) {
    const op = await settled(run, pending);
    const { queue, actor } = drainers[k]!;
    if (isMissing(op)) answers.missing.add(queue);
    else if (op.reply.kind !== 'ok') answers.empty = false;
    else {
      const { Messages } = op.reply.output as { Messages?: ReceivedMessage[] };
      if (Messages === undefined || Messages.length === 0) continue;
      answers.empty = false;
      await run.turn(0);
      if (!isDone(await settled(run, run.ask(actor, deletion(queue, Messages))))) answers.left.push(op);
    }
  }
  return answers;
}

async function settled(run: Dispatcher, op: Op | Promise<Op>): Promise<Op> {
  if (op instanceof Promise) await run.endpoint.clock.until(op);
  return op;
}

const isMissing = ({ reply }: Op): boolean =>
  reply.kind === 'error' &&
  (reply.code === 'QueueDoesNotExist' || reply.legacy?.endsWith('.NonExistentQueue') === true);

function isDone({ reply }: Op): boolean {
  if (reply.kind !== 'ok') return false;
  const { Failed = [] } = reply.output as { Failed?: object[] };
  return Failed.length === 0;
}

/** Does a task still move messages out of one of these queues? */
async function isMoving(run: Dispatcher, sources: readonly string[]): Promise<boolean> {
  for (const SourceArn of sources) {
    await run.turn(0);
    const actor = new Actor(`drain-${queueOfArn(SourceArn)}`);
    const call: Call = { call: 'ListMessageMoveTasks', input: { SourceArn, MaxResults: limits.moveTasksMax } };
    const { reply } = await settled(run, run.ask(actor, call));
    if (reply.kind === 'unknown') return true;
    if (reply.kind === 'ok' && hasRunning(reply.output)) return true;
  }
  return false;
}

function hasRunning(output: object): boolean {
  const { Results = [] } = output as { Results?: MoveTask[] };
  return Results.some(({ Status }) => Status === 'RUNNING' || Status === 'CANCELLING');
}

function receive(QueueUrl: string, WaitTimeSeconds: number): Call {
  const input: Calls['ReceiveMessage']['input'] = {
    QueueUrl,
    MaxNumberOfMessages: limits.receiveMax,
    WaitTimeSeconds,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  };
  // a FIFO handle must still be good when the polls beside it have ended (sqs:RH9, sqs:RH11)
  if (isFifo(QueueUrl)) input.VisibilityTimeout = WaitTimeSeconds + 10;
  return { call: 'ReceiveMessage', input };
}

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

/** The ARNs of the queues that a move task may have been started for. */
function sourcesOf(past: readonly Op[]): string[] {
  const arns = new Set<string>();
  for (const { call, input, reply } of past)
    if (call === 'StartMessageMoveTask' && reply.kind !== 'error' && input.SourceArn) arns.add(input.SourceArn);
  return [...arns];
}

const timedBy: Partial<Record<CallName, 'DelaySeconds' | 'VisibilityTimeout'>> = {
  SendMessage: 'DelaySeconds',
  SendMessageBatch: 'DelaySeconds',
  ReceiveMessage: 'VisibilityTimeout',
  ChangeMessageVisibility: 'VisibilityTimeout',
  ChangeMessageVisibilityBatch: 'VisibilityTimeout',
};

/** When delays and windows of a run may end: upper bounds, known from the calls alone. */
class Timers {
  readonly #setup: Setup;
  readonly #writes: readonly Op[];
  readonly #ends: Millis[] = [];

  constructor(setup: Setup, past: readonly Op[]) {
    this.#setup = setup;
    this.#writes = past.filter(({ call }) => call === 'SetQueueAttributes' || call === 'CreateQueue');
    for (const op of past) this.add(op);
  }

  get size(): number {
    return this.#ends.length;
  }

  /** The ends of all that the op may have delayed or hidden. */
  add(op: Op): void {
    const member = timedBy[op.call];
    if (member === undefined || op.reply.kind === 'error') return;
    const { QueueUrl, Entries } = op.input as { QueueUrl: string; Entries?: object[] };
    // a FIFO queue knows no delay but its own, whatever a send says (sqs:DY2)
    const isOwn = member === 'VisibilityTimeout' || !isFifo(QueueUrl);
    for (const entry of Entries ?? [op.input]) {
      const own = isOwn ? (entry as Record<string, unknown>)[member] : undefined;
      this.#ends.push(op.returned + 1000 * (typeof own === 'number' ? own : this.#slowest(op, member)));
    }
  }

  /** The first end after `now` and not after `until`. */
  next(now: Millis, until: Millis): Millis | undefined {
    let next: Millis | undefined;
    for (const at of this.#ends) if (at > now && at <= until && (next === undefined || at < next)) next = at;
    return next;
  }

  isOver(until: Millis): boolean {
    return this.#ends.every((at) => at <= until);
  }

  /** The longest value, in seconds, that the attribute had on any queue that was written to, or has on the op's own. */
  #slowest(op: Op, name: string): number {
    let slowest = attribute(op, name, this.#setup);
    for (const { input } of this.#writes) {
      const { Attributes } = input as { Attributes?: Record<string, string> };
      const value = Number(Attributes?.[name] ?? 0);
      if (value > slowest && value <= limits.visibilityMax) slowest = value;
    }
    return slowest;
  }
}
