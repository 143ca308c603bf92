import type { Schedule, Step } from '../../core/schedule.js';
import type { Members } from '../members.js';
/** The schedule with another step in place `k` of its list. */
export declare const withStep: (schedule: Schedule, k: number, step: Step) => Schedule;
/** The step with these members of its input set. */
export declare const withMembers: (step: Step, members: Members) => Step;
/** The schedule with other attributes of the queue in place `k` of its setup. */
export declare function withAttributes(schedule: Schedule, k: number, attributes: Members): Schedule;
