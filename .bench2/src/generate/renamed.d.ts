import type { Schedule } from '../core/schedule.js';
/** The same schedule with small names: queues from `q1`, groups from `g1`, and so on. See also `renumbered`. */
export declare function renamed(schedule: Schedule): Schedule;
/** The same schedule with its steps numbered from 1 and its actors named from `a`. */
export declare function renumbered(schedule: Schedule): Schedule;
