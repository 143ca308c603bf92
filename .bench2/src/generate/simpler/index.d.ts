import type { Op } from '../../core/history.js';
import type { Schedule } from '../../core/schedule.js';
/**
 * Schedules that are simpler than the given one, the boldest first: fewer steps, then less of everything else. `ops`,
 * where known, are the ops of the schedule's last run; with them, steps that lose their reference keep their time.
 */
export declare function simpler(schedule: Schedule, ops?: readonly Op[]): Generator<Schedule>;
