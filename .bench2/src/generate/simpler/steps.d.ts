import type { Schedule } from '../../core/schedule.js';
/** One step simpler. */
export declare function withSimplerSteps(schedule: Schedule): Generator<Schedule>;
