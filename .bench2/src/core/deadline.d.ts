import type { Millis } from './clock.js';
import type { Op } from './history.js';
import type { Deadline, Setup } from './schedule.js';
/** Every kind of deadline that a step can set. */
export declare const deadlines: readonly Deadline[];
/** A deadline counts from where its op's effect is known to lie: the end of what may take long, the beginning of all else. */
export declare const countsFromReply: (deadline: Deadline) => boolean;
/** When the op's deadline is, resolved from the schedule alone: the op's input and the setup's attributes. */
export declare function deadlineOf(op: Op, deadline: Deadline, setup: Setup): Millis;
/** A numeric attribute of the op's queue at time 0, in seconds. */
export declare function attribute(op: Op, name: string, setup: Setup): number;
