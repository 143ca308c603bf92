import type { MoveTaskStatus } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { limits } from '../../src/core/limits.js';
import { secondOf } from './dead-letter.js';
import { copyOf, type Message } from './message.js';
import type { Queue } from './queue.js';
import { queueAt, sourcesOf } from './redrive-policy.js';
import type { Sqs } from './service.js';

/** A message move task (sqs section 7.3). It moves one message at each of its steps, the first when it starts. */
export interface Task {
  readonly id: string;
  readonly source: Queue;
  /** ARN of the destination, where one was given. */
  readonly destination: string | undefined;
  /** Messages a second, where given. */
  readonly rate: number | undefined;
  readonly startedAt: Millis;
  readonly toMove: number;
  /** It moves what arrived in its source before this arrival: what was there when it started. */
  readonly before: number;
  status: MoveTaskStatus;
  moved: number;
  /** When its next step is; never for a task that has ended. */
  nextAt: Millis;
  failure: string | undefined;
}

/** The tasks of a service; `nextAt` is when the next step of any of them is. */
export class Tasks {
  readonly #bySource = new Map<string, Task[]>();
  readonly #active = new Set<Task>();
  nextAt: Millis = Number.POSITIVE_INFINITY;
  #started = 0;

  /** The tasks of a source, the newest first. */
  of(source: string): readonly Task[] {
    return this.#bySource.get(source) ?? [];
  }

  get active(): ReadonlySet<Task> {
    return this.#active;
  }

  newId(): string {
    return `00000000-0000-4000-8000-${String(++this.#started).padStart(12, '0')}`;
  }

  add(task: Task): void {
    const { name } = task.source;
    this.#bySource.set(name, [task, ...this.of(name)].slice(0, limits.moveTasksMax));
    this.#active.add(task);
    this.schedule(task, task.nextAt);
  }

  schedule(task: Task, at: Millis): void {
    task.nextAt = at;
    this.nextAt = Math.min(...[...this.#active].map(({ nextAt }) => nextAt));
  }

  end(task: Task, status: MoveTaskStatus, failure?: string): void {
    task.status = status;
    task.failure = failure;
    this.#active.delete(task);
    this.schedule(task, Number.POSITIVE_INFINITY);
  }

  /** The tasks of a source that is deleted are forgotten. */
  forget(source: string): void {
    for (const task of this.of(source)) this.end(task, 'FAILED');
    this.#bySource.delete(source);
  }
}

/** Lets every step happen that is due by `at`, in the order of time. */
export function takeSteps(sqs: Sqs, at: Millis): void {
  for (let now = sqs.tasks.nextAt; now <= at; now = sqs.tasks.nextAt)
    for (const task of sqs.tasks.active) if (task.nextAt === now) takeStep(sqs, task, now);
}

/** Moves the next message, or ends the task. */
function takeStep(sqs: Sqs, task: Task, at: Millis): void {
  if (task.status === 'CANCELLING') sqs.tasks.end(task, 'CANCELLED');
  else {
    sqs.turn(task.source, at);
    const message = nextOf(sqs, task);
    if (message !== undefined) moveNext(sqs, task, message, at);
    else if (sqs.rules.taskEnds()) sqs.tasks.end(task, 'COMPLETED');
    else sqs.tasks.schedule(task, Number.POSITIVE_INFINITY);
  }
}

/** The next message that was in the source when the task started and is available now (sqs:X20, sqs:X21). */
function nextOf({ rules }: Sqs, { source, rate, before }: Task): Message | undefined {
  const message = rules.taskMoves(rate) ? rules.taskTakes(source) : undefined;
  if (message === undefined || message.order < before) return message;
  source.putBack(message);
  return undefined;
}

/** To the given destination or back to where it came from; a task that finds no such queue fails (sqs:MT4, sqs:MT9). */
function moveNext(sqs: Sqs, task: Task, message: Message, at: Millis): void {
  const { rules, tasks } = sqs;
  const destination = rules.taskDestination(task.destination, message, () => sourcesOf(sqs, task.source));
  const target = destination === undefined ? undefined : queueAt(sqs, destination);
  if (target === undefined) {
    task.source.putBack(message);
    tasks.end(task, rules.statusWithoutDestination(), destination === undefined ? noSource : noDestination);
    return;
  }
  move(sqs, task.source, target, message, at);
  task.moved++;
  tasks.schedule(task, rules.taskStepAt(task.startedAt, task.moved, task.rate));
}

/** Why a task fails: a message says not where it came from (sqs:U21), or that queue is gone (sqs:MT9). */
const noSource = 'CouldNotDetermineMessageSource';
const noDestination = 'AWS.SimpleQueueService.NonExistentQueue';

/** A move is a new message with body, attributes and group of the old one, available at once (sqs:X22, sqs:U23, sqs:DY6). */
function move(sqs: Sqs, source: Queue, target: Queue, message: Message, at: Millis): void {
  const { rules } = sqs;
  sqs.turn(target, at);
  source.remove(message, 'move');
  if (rules.taskLeavesCopy()) source.add(secondOf(sqs, message), 'available');
  const number = ++sqs.messages;
  const moved = copyOf(message, {
    number,
    origin: number,
    groupId: rules.groupAfterTask(message.groupId),
    dedupId: rules.dedupIdAfterTask(message.dedupId),
    sequence: target.fifo?.nextSequence() ?? 0,
    sentAt: at,
    bornAt: rules.bornAtAfterTask(message, at),
    visibleAt: at,
    firstReceivedAt: undefined,
    receives: rules.countAfterTask(message),
    receivedAt: [],
    receiptsElsewhere: 0,
    deadLetterSource: undefined,
  });
  target.add(moved, 'available');
  sqs.woken(target, 'move', at);
}

/** The available message that arrived first, off the shelf of its queue (sqs:X20); of a FIFO queue one that leads its group. */
export function takeOldest(queue: Queue): Message | undefined {
  let oldest = queue.takeFirst();
  if (queue.fifo === undefined || oldest === undefined) return oldest;
  const others: Message[] = [];
  for (let next = queue.takeFirst(); next !== undefined; next = queue.takeFirst()) {
    const isOlder = next.order < oldest.order;
    others.push(isOlder ? oldest : next);
    if (isOlder) oldest = next;
  }
  for (const other of others) queue.putBack(other);
  return oldest;
}
