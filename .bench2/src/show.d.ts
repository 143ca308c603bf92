import type { History, OpId } from './core/history.js';
/** How to colour the parts of a picture; the functions of a terminal's colours fit. */
export interface Paint {
    /** Times and empty lanes. */
    quiet(text: string): string;
    /** Names of actors. */
    actor(text: string): string;
    /** Rows of the violation. */
    broken(text: string): string;
}
/**
 * A history as lanes of time, one actor each, and one row for each op in the order of invocation:
 *
 *                  a             b
 *        0.001 s   send m1 → ok  │
 *     ✗  2.001 s   │             receive → m1 (count 1)
 *
 * The rows of `ops` are marked. A lane is thick while its actor waits for an answer. Ops of the drain are left out unless
 * they are marked or return messages.
 */
export declare function lanes(history: History, ops?: readonly OpId[], paint?: Paint): string;
