import {
  type Call,
  type Calls,
  isFifo,
  isRefusal,
  type MoveTask,
  queueOfArn,
  type ReceivedMessage,
} from '../core/calls.js';
import type { Clock, Millis } from '../core/clock.js';
import type { Op } from '../core/history.js';
import { limits } from '../core/limits.js';
import type { Setup } from '../core/schedule.js';
import { Actor } from './actor.js';
import { Timers } from './timers.js';

/** What the drain needs of its run. */
interface Dispatcher {
  endpoint: { clock: Clock };
  turn(at: Millis, actor?: Actor): Promise<void> | undefined;
  /** The op, which is complete once the actor has nothing pending. */
  ask(actor: Actor, call: Call): Op;
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
  const actors = new Map<string, Actor>();
  const actorOf = (queue: string): Actor => {
    const actor = actors.get(queue) ?? new Actor(`drain-${queue}`);
    actors.set(queue, actor);
    return actor;
  };
  let drainers = queuesOf(setup, past).map((queue) => ({ queue, actor: actorOf(queue) }));
  let empty = false;
  const most = roundsMax(timers.size);
  for (let round = 0, quiet = 0; round < most && drainers.length > 0; round++) {
    const next = timers.next(clock.now(), until);
    // a second ahead, so that the polls are open when the timer ends
    await run.turn(empty && next !== undefined ? next - 1000 : 0);
    const answers = await poll(run, drainers, wait);
    drainers = drainers.filter(({ queue }) => !answers.missing.has(queue));
    for (const op of answers.left) timers.add(op);
    empty = answers.empty;
    const isQuiet = empty && next === undefined;
    const isWaiting = isQuiet && (await isMoving(run, sources, actorOf));
    if (isWaiting && clock.now() > until) return false;
    quiet = isQuiet && !isWaiting ? quiet + 1 : 0;
    if (quiet === 2) return timers.isOver(until);
  }
  return drainers.length === 0;
}

/** Far more rounds than there are reasons for: an endpoint that hands messages out for ever is not drained. */
export const roundsMax = (timers: number): number => 20 + 4 * timers;

interface Answers {
  empty: boolean;
  /** Queues that are gone. */
  missing: Set<string>;
  /** Receives whose messages may not have been deleted. */
  left: Op[];
}

/** One long poll on every queue side by side, and the deletes of all that came. */
async function poll(run: Dispatcher, drainers: Drainer[], wait: number): Promise<Answers> {
  const { clock } = run.endpoint;
  const polls: Op[] = [];
  for (const { queue, actor } of drainers) {
    await run.turn(0, actor);
    polls.push(run.ask(actor, receive(queue, wait)));
  }
  const answers: Answers = { empty: true, missing: new Set(), left: [] };
  for (const [k, op] of polls.entries()) {
    const { queue, actor } = drainers[k]!;
    if (actor.pending !== undefined) await clock.until(actor.pending);
    if (isMissing(op)) answers.missing.add(queue);
    else if (op.reply.kind !== 'ok') answers.empty = false;
    else {
      const { Messages } = op.reply.output as { Messages?: ReceivedMessage[] };
      if (Messages === undefined || Messages.length === 0) continue;
      answers.empty = false;
      const deleted = await answered(run, actor, deletion(queue, Messages));
      if (!isDone(deleted)) answers.left.push(op);
    }
  }
  return answers;
}

async function answered(run: Dispatcher, actor: Actor, call: Call): Promise<Op> {
  await run.turn(0, actor);
  const op = run.ask(actor, call);
  if (actor.pending !== undefined) await run.endpoint.clock.until(actor.pending);
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
async function isMoving(
  run: Dispatcher,
  sources: readonly string[],
  actorOf: (queue: string) => Actor,
): Promise<boolean> {
  for (const SourceArn of sources) {
    const actor = actorOf(queueOfArn(SourceArn));
    const call: Call = { call: 'ListMessageMoveTasks', input: { SourceArn, MaxResults: limits.moveTasksMax } };
    const { reply } = await answered(run, actor, call);
    if (reply.kind !== 'ok' && !isRefusal(reply)) return true;
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
  for (const op of past) if (op.call === 'CreateQueue' && !isRefusal(op.reply)) names.add(op.input.QueueName);
  return [...names];
}

/** The ARNs of the queues that a move task may have been started for. */
function sourcesOf(past: readonly Op[]): string[] {
  const arns = new Set<string>();
  for (const { call, input, reply } of past)
    if (call === 'StartMessageMoveTask' && !isRefusal(reply) && input.SourceArn) arns.add(input.SourceArn);
  return [...arns];
}
