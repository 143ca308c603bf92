import type { Schedule } from '../../core/schedule.js';
/** One queue less, or simpler attributes of one. */
export declare function withFewerQueues(schedule: Schedule): Generator<Schedule>;
/** A lower receive limit needs fewer receives: both at once. */
export declare function withLowerLimits(schedule: Schedule): Generator<Schedule>;
