import { Arbitrary } from 'fast-check';
import type { Schedule } from '../core/schedule.js';
import { type Range } from './schedule.js';
/**
 * Schedules for fast-check: `fc.assert(fc.asyncProperty(schedules(), async (schedule) => …))`. Shrinks with our own
 * candidates, also a schedule that was read from a file.
 */
export declare const schedules: (range?: Range) => Arbitrary<Schedule>;
