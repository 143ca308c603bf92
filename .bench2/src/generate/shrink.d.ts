import type { History } from '../core/history.js';
import type { Schedule } from '../core/schedule.js';
/** Runs a schedule again; the history if it still fails in the same way. */
export type StillFails = (schedule: Schedule) => Promise<History | undefined>;
export interface Shrinking {
    /** How many candidates are tried side by side; 1 unless given. More is for endpoints that make one wait. */
    parallel?: number;
    /** Asked before every round: whether to be content with what there is. */
    isOver?: () => boolean;
}
/**
 * The smallest failing history found from a failing one: fewest steps, then least time, then least text. Every candidate
 * is run, and what is returned is a history that was just executed.
 */
export declare function shrink(failing: History, stillFails: StillFails, shrinking?: Shrinking): Promise<History>;
