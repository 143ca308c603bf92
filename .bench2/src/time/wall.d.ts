import type { Clock } from '../core/clock.js';
/** Milliseconds since 1970 by the machine's clock; the histories of real endpoints tie their time 0 to it. */
export declare const epochNow: () => number;
/** When everything that can go on at once has gone on. */
export declare const nextTurn: () => Promise<void>;
/**
 * Real time: integer milliseconds since this call, never backwards. Nothing rings before its time. Holding is a no-op,
 * since real time waits for nobody.
 */
export declare function wallClock(): Clock;
