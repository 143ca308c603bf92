import type { Op } from '../../core/history.js';
import { type Schedule } from '../../core/schedule.js';
/** Leaves out runs of steps: halves, quarters, …, single ones; each first closed up, then with the others' times kept. */
export declare function withFewerSteps(schedule: Schedule, ops: readonly Op[]): Generator<Schedule>;
/** No liberties, one liberty less, one op's choices less, and a level that demands more. */
export declare function withFewerLiberties(schedule: Schedule): Generator<Schedule>;
/** One actor less: another one, with an earlier name, does its steps. */
export declare function withFewerActors(schedule: Schedule): Generator<Schedule>;
