import type { Millis } from '../core/clock.js';
import type { Op } from '../core/history.js';
import type { Setup } from '../core/schedule.js';
/** When delays and windows of a run may end: upper bounds, known from the calls alone. */
export declare class Timers {
    #private;
    constructor(setup: Setup, past: readonly Op[]);
    get size(): number;
    /** The ends of all that the op may have delayed or hidden. */
    add(op: Op): void;
    /** The first end after `now` and not after `until`. */
    next(now: Millis, until: Millis): Millis | undefined;
    isOver(until: Millis): boolean;
}
