import type { MoveTask, MoveTaskStatus } from '../../src/core/calls.js';
import { queueOfArn } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { limits } from '../../src/core/limits.js';
import { outputOf } from './calls.js';
import type { Existence } from './existence.js';
import type { Facts } from './facts.js';
import { possiblyMoved } from './gone.js';
import { none, push } from './lists.js';
import { behind } from './redrive.js';
import type { OpOf, QueueFacts, Sent, StartedTask, Timed } from './words.js';

/** One line of an answered ListMessageMoveTasks. */
export interface Sight extends Timed {
  op: OpOf<'ListMessageMoveTasks'>;
  /** The queue that was asked about. */
  source: string;
  line: MoveTask;
  /** Its place in the list, from 0. */
  index: number;
  /** The task that it is, if it can be only one. */
  task: StartedTask | undefined;
}

/** An accepted cancellation, or one without a known outcome. */
export interface Cancellation extends Timed {
  op: OpOf<'CancelMessageMoveTask'>;
  handle: string;
}

export const isOver = (status: MoveTaskStatus): boolean => status !== 'RUNNING' && status !== 'CANCELLING';

/** What a history says of its tasks after their starts. */
interface Reading {
  sights: readonly Sight[];
  ofTask: ReadonlyMap<StartedTask | undefined, readonly Sight[]>;
  cancellations: readonly Cancellation[];
}

const readings = new WeakMap<Facts, Reading>();

function readingOf(facts: Facts): Reading {
  let reading = readings.get(facts);
  if (reading === undefined) {
    const sights = allSights(facts);
    const ofTask = new Map<StartedTask | undefined, Sight[]>();
    for (const sight of sights) push(ofTask, sight.task, sight);
    reading = { sights, ofTask, cancellations: allCancellations(facts) };
    readings.set(facts, reading);
  }
  return reading;
}

/** All lines of all lists, in the order of invocation. */
export const sightsOf = (facts: Facts): readonly Sight[] => readingOf(facts).sights;

/** Those of one task. */
export const sightsOfTask = (facts: Facts, task: StartedTask): readonly Sight[] =>
  readingOf(facts).ofTask.get(task) ?? none;

export const cancellationsOf = (facts: Facts): readonly Cancellation[] => readingOf(facts).cancellations;

function allSights(facts: Facts): Sight[] {
  const sights: Sight[] = [];
  for (const { op, s, e, outcome } of facts.calls) {
    if (op.call !== 'ListMessageMoveTasks' || outcome !== 'ok' || typeof op.input.SourceArn !== 'string') continue;
    const source = queueOfArn(op.input.SourceArn);
    const lines = outputOf(op).Results ?? [];
    lines.forEach((line, index) => {
      sights.push({ op, s, e, source, line, index, task: taskOf(facts, source, line, e) });
    });
  }
  return sights;
}

/** By its handle, which only a running task shows (sqs:MT7), else by the time at which it was started. */
function taskOf(facts: Facts, source: string, line: MoveTask, t: number): StartedTask | undefined {
  const tasks = facts.tasks.filter((task) => task.source === source && task.s <= t);
  const byHandle = tasks.find(({ handle }) => handle !== undefined && handle === line.TaskHandle);
  if (byHandle !== undefined) return byHandle;
  const { epoch, epochError } = facts.history.endpoint;
  const started = line.StartedTimestamp - epoch;
  const byTime = tasks.filter(({ s, e }) => s - epochError <= started && started <= e + epochError);
  return byTime.length === 1 ? byTime[0] : undefined;
}

function allCancellations(facts: Facts): Cancellation[] {
  const cancellations: Cancellation[] = [];
  for (const { op, s, e, outcome } of facts.calls)
    if (op.call === 'CancelMessageMoveTask' && outcome !== 'refused')
      cancellations.push({ op, s, e, handle: op.input.TaskHandle });
  return cancellations;
}

/**
 * Is the task running during the whole call? A list tells: what it shows running was running before, and what it shows
 * at its end stays there (sqs:MT6). So does a cancellation, which only a running task has (sqs:MT8).
 */
export function isActive(facts: Facts, task: StartedTask, call: Timed): Existence {
  if (task.s > call.e || task.op === call.op) return 'no';
  const seen = sightsOfTask(facts, task);
  if (seen.some(({ e, line }) => e < call.s && isOver(line.Status))) return 'no';
  return task.e < call.s && ranAfter(facts, task, seen, call) ? 'yes' : 'maybe';
}

function ranAfter(facts: Facts, { handle }: StartedTask, seen: readonly Sight[], { e }: Timed): boolean {
  if (seen.some(({ s, line }) => s > e && !isOver(line.Status))) return true;
  return cancellationsOf(facts).some(
    (cancel) => cancel.handle === handle && cancel.s > e && cancel.op.reply.kind === 'ok',
  );
}

/** The messages a second that a task moves at most (sqs:MT10, sqs:Q17). */
export const rateOf = ({ rate }: StartedTask): number => rate ?? limits.moveRateMax;

/** How many messages may have been in the queue, for a task to move, by `t`: at most so many. */
export function mostIn(facts: Facts, queue: QueueFacts, t: Millis): number {
  let most = 0;
  for (const { s } of queue.sends) if (s <= t) most++;
  for (const source of facts.queues.values())
    if (source !== queue && behind(facts, source).has(queue.name)) {
      for (const sent of source.sends) if (mayEnter(facts, sent, queue, t)) most++;
      most += returnsFrom(source, t);
    }
  return most;
}

function mayEnter(facts: Facts, { s, message, place }: Sent, queue: QueueFacts, t: Millis): boolean {
  if (s > t) return false;
  if (message === undefined || message.deliveries.some((delivery) => delivery.queue === queue.name)) return true;
  return possiblyMoved(facts, message, place, t);
}

/** What was moved out may come back for as long as the task runs, by one more receive each time. */
function returnsFrom(source: QueueFacts, t: Millis): number {
  let returns = 0;
  for (const { s, outcome, max, deliveries } of source.receives) {
    if (s > t) break;
    if (outcome === 'unknown') returns += max;
    else for (const { of } of deliveries) if (of.sent?.op.call === 'StartMessageMoveTask') returns++;
  }
  return returns;
}

/** When the task is over at the latest, if nobody cancels it: it ends when it finds nothing to move (sqs:I46). */
export function overBy(facts: Facts, task: StartedTask, t: Millis): Millis {
  return task.e + Math.ceil((mostIn(facts, facts.queue(task.source), t) * 1000) / rateOf(task)) + facts.late;
}
