import type { Choose } from '../core/endpoint.js';
import { type Choices, type Schedule } from '../core/schedule.js';
import type { Draw } from './seed.js';
/** A stream of draws fixed by the seed. */
export declare function drawsOf(seed: string): Draw;
/** Answers the open decisions of one run. */
export interface Chooser {
    /** The decisions of one op; `key` is its step's id, with a mark when the same step asks twice. */
    of(key: string): Choose;
    /** Every answer other than 0 so far. */
    readonly taken: Choices;
}
/**
 * Keyed, not streamed: an answer depends on (seed, op, label, how often this op asked it), so that removing a step does
 * not re-roll the others. A schedule that records its choices is answered from the record.
 */
export declare function chooserOf(schedule: Schedule): Chooser;
