import type { CallName, Calls } from '../../src/core/calls.js';
import type { Op } from '../../src/core/history.js';
import type { Facts } from './facts.js';
import type { Called, Timed } from './words.js';
export declare function calledOf(facts: Facts, op: Op): Called;
/** What the call answered; only for one that was accepted. */
export declare const outputOf: <K extends CallName>(op: Op & {
    call: K;
}) => Calls[K]["output"];
export declare const certainlyBefore: (a: Timed, b: Timed) => boolean;
export declare const possiblyBefore: (a: Timed, b: Timed) => boolean;
