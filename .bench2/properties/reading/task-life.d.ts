import type { MoveTask, MoveTaskStatus } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Existence } from './existence.js';
import type { Facts } from './facts.js';
import type { OpOf, QueueFacts, StartedTask, Timed } from './words.js';
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
export declare const isOver: (status: MoveTaskStatus) => boolean;
/** All lines of all lists, in the order of invocation. */
export declare function sightsOf(facts: Facts): readonly Sight[];
export declare function cancellationsOf(facts: Facts): Cancellation[];
/**
 * Is the task running during the whole call? A list tells: what it shows running was running before, and what it shows
 * at its end stays there (sqs:MT6). So does a cancellation, which only a running task has (sqs:MT8).
 */
export declare function isActive(facts: Facts, task: StartedTask, call: Timed): Existence;
/** The messages a second that a task moves at most (sqs:MT10, sqs:Q17). */
export declare const rateOf: ({ rate }: StartedTask) => number;
/** How many messages may have been in the queue, for a task to move, by `t`: at most so many. */
export declare function mostIn(facts: Facts, queue: QueueFacts, t: Millis): number;
/** When the task is over at the latest, if nobody cancels it: it ends when it finds nothing to move (sqs:I46). */
export declare function overBy(facts: Facts, task: StartedTask, t: Millis): Millis;
