import type { Op } from '../../core/history.js';
import type { Schedule } from '../../core/schedule.js';
/**
 * The schedule without the steps of these ids. The others close up; with the ops of its last run, a step that loses its
 * reference, or whose time was a wait, begins as long after the step before it as it did then.
 */
export declare function without(schedule: Schedule, left: ReadonlySet<number>, ops?: readonly Op[]): Schedule;
/** The first op of each step, by the step's id. */
export declare function firstOps(ops: readonly Op[]): ReadonlyMap<number, Op>;
