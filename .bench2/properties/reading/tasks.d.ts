import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { Called, OpOf, Sent } from './words.js';
export declare function readTask(facts: Facts, { op, s, e, outcome }: Called, start: OpOf<'StartMessageMoveTask'>): void;
/**
 * What a task may move comes to its destination as a new message (sqs:X22), like a send of which nobody knows whether and
 * when it arrived. So that is how it is read: for each task one unknown send of every message to every legal destination.
 */
export declare function bindTasks(facts: Facts): void;
/** Can a move task that had begun by `t` have brought the message of the send to `queue`, under its old id (sqs:X24)? */
export declare const redrivenTo: (facts: Facts, sent: Sent, queue: string, t: Millis) => boolean;
