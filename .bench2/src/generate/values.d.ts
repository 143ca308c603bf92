import type { Millis } from '../core/clock.js';
/** Values to draw from; `undefined` stands for an absent member, which is a value of its own. */
export interface Values {
    /** How many steps a schedule has: from `steps[0]` to `steps[1]`. */
    steps: readonly [number, number];
    queueVisibility: readonly (string | undefined)[];
    queueDelay: readonly (string | undefined)[];
    queueWait: readonly (string | undefined)[];
    queueRetention: readonly (string | undefined)[];
    visibility: readonly (number | undefined)[];
    delay: readonly (number | undefined)[];
    wait: readonly (number | undefined)[];
    /** Waits of long polls that something is to happen beside. */
    poll: readonly number[];
    change: readonly number[];
    max: readonly (number | undefined)[];
    /** Messages a second of a move task. */
    rate: readonly (number | undefined)[];
    pauses: readonly Millis[];
    /** Waits that reach past guards, retention and the 12 h cap; without any, no step aims at those deadlines. */
    farPauses: readonly Millis[];
    /** Deadlines farther off than this many seconds, of refused calls mostly, are nothing to wait for. */
    horizon: number;
    /** How late a slow reply comes. */
    lateness: readonly Millis[];
}
/** For virtual time, where a day costs nothing. */
export declare const virtualValues: Values;
/** For a real clock: every timer within three seconds, a schedule within about twenty. */
export declare const wallValues: Values;
