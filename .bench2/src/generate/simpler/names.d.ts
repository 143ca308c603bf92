import type { Schedule } from '../../core/schedule.js';
/** All FIFO queues as standard ones, or one of several. */
export declare function withStandardQueues(schedule: Schedule): Generator<Schedule>;
/** One group less: its messages belong to another. */
export declare function withFewerGroups(schedule: Schedule): Generator<Schedule>;
