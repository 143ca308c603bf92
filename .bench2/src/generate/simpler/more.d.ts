import type { Schedule } from '../../core/schedule.js';
/** One attribute or member more, alone to save time or for one step less. Only for schedules already small. */
export declare function withOneMore(schedule: Schedule): Generator<Schedule>;
