import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { Timed } from './words.js';
/** A call that wrote, or may have written, one value. */
export interface Write<Value> extends Timed {
    outcome: 'ok' | 'unknown';
    value: Value;
}
/**
 * The values that a register may have had at some instant of [from, to], in the order of writing. A write certainly in
 * force ends what was certainly written before it, and nothing else; on AWS it takes up to 60 s (sqs:A30, sqs:A33).
 */
export declare function possibleValues<Value>({ strict }: Facts, initial: Value, writes: readonly Write<Value>[], from: Millis, to: Millis): Value[];
/** The last write that had begun by `t`, for the evidence. */
export declare const lastBy: <Value>(writes: readonly Write<Value>[], t: Millis) => Write<Value>[];
