import type { Millis } from '../../src/core/clock.js';
import type { HandleState, Rules } from '../rules.js';
import type { Message } from './message.js';
/** What a receipt handle says: the issuing queue, the message and which of its receipts. */
export interface Handle {
    queue: string;
    message: number;
    receipt: number;
}
/** Issues the handle of the message's newest receipt (sqs:D5). */
export declare const issueHandle: (rules: Rules, queue: string, message: Message) => string;
/** Reads a handle; undefined if it has never been the form of one. */
export declare function readHandle(text: string): Handle | undefined;
/** What the handle is to its live message at `at` (sqs section 1.5). */
export declare function stateOf(rules: Rules, handle: Handle, message: Message, at: Millis): HandleState;
