import type { History, Op } from '../core/history.js';
import { type Choices, type Schedule, type Setup, type Step } from '../core/schedule.js';
import type { Violation } from '../core/verdict.js';
import { type Shape } from './shape.js';
/** The version of the format that is written. All versions up to it are read, and none ever changes its meaning. */
export declare const traceVersion = 2;
/** Line 1 of a trace. */
export interface Header extends Pick<Schedule, 'seed' | 'level' | 'liberties' | 'setup'> {
    redrive: 'trace';
    version: number;
    endpoint: History['endpoint'];
    mutant?: string;
}
/** The last line of a trace: how much came before it, and what was found broken. */
export interface End extends Pick<History, 'drained' | 'drainedFrom'> {
    ops: number;
    steps: number;
    broken: Violation[];
}
export declare const setup: Shape<Setup>;
export declare const header: Shape<Header>;
export declare const step: Shape<Step>;
export declare const choices: Shape<Choices>;
export declare const op: Shape<Op>;
export declare const end: Shape<End>;
