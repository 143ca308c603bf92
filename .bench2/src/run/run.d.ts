import type { Millis } from '../core/clock.js';
import type { Endpoint } from '../core/endpoint.js';
import type { History } from '../core/history.js';
import type { Schedule } from '../core/schedule.js';
import { type DrainOptions } from './drain.js';
export interface RunOptions {
    /** How the queues are drained at the end: long polls of 20 s and endless patience unless said. */
    drain?: DrainOptions;
    /** Length of one tick of the steps' times in milliseconds; 1 unless said. */
    tick?: Millis;
    /** Name of the mutant planted in the endpoint, for the record. */
    mutant?: string;
}
/** For a real clock: short polls, ticks far above the jitter of a loopback and far below a timer, 15 s of patience. */
export declare const wallOptions: RunOptions;
/**
 * Runs the schedule on the endpoint: opens it, walks the steps in order, drains the queues, closes it. The same
 * schedule on a deterministic endpoint gives the same history, byte for byte. Errors of `open` pass through.
 */
export declare function run(schedule: Schedule, endpoint: Endpoint, options?: RunOptions): Promise<History>;
