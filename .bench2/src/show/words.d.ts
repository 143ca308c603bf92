import { type ReceivedMessage } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { History, Op } from '../core/history.js';
/** Milliseconds as seconds: `31.002 s`. */
export declare const seconds: (ms: Millis) => string;
/** Others' text in a terminal: on one line, without control characters, not too long. */
export declare function tame(text: string, longest?: number): string;
/** The messages in the answer to a receive; none for other ops. */
export declare function messagesOf({ call, reply }: Op): ReceivedMessage[];
/** Puts ops into a few words: `receive W=20 … m1 (count 2) at 31.002 s`. */
export declare class Words {
    #private;
    constructor({ schedule, ops }: History);
    of(op: Op): string;
}
