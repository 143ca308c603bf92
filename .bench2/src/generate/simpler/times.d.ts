import type { Op } from '../../core/history.js';
import type { Schedule } from '../../core/schedule.js';
/** Waits that end at a deadline of an earlier step, tied to it, so that the deadline can move. */
export declare function withDeadlines(schedule: Schedule, ops: readonly Op[]): Generator<Schedule>;
/** Time for timeout: what needs 12 h of waiting for the cap often needs a second with the longest change (sqs:V8). */
export declare function withLongestChange(schedule: Schedule): Generator<Schedule>;
/** Two durations shortened by the same amount, where one is bound to the other. Only for schedules already small. */
export declare function withShorterPairs(schedule: Schedule): Generator<Schedule>;
