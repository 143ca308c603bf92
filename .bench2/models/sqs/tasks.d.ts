import type { MoveTaskStatus } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { type Message } from './message.js';
import type { Queue } from './queue.js';
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
export declare class Tasks {
    #private;
    nextAt: Millis;
    /** The tasks of a source, the newest first. */
    of(source: string): readonly Task[];
    get active(): ReadonlySet<Task>;
    newId(): string;
    add(task: Task): void;
    schedule(task: Task, at: Millis): void;
    end(task: Task, status: MoveTaskStatus, failure?: string): void;
    /** The tasks of a source that is deleted are forgotten. */
    forget(source: string): void;
}
/** Lets every step happen that is due by `at`, in the order of time. */
export declare function takeSteps(sqs: Sqs, at: Millis): void;
/** The available message that arrived first, off the shelf of its queue (sqs:X20); of a FIFO queue one that leads its group. */
export declare function takeOldest(queue: Queue): Message | undefined;
