import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { MessageFacts, Settling, Timed } from './words.js';
/** When the newest visibility window of a message ends in one queue, as a call at some time may find it. */
export interface Window {
    /** Earliest end; Infinity while nothing has hidden the message. */
    lo: Millis;
    /** Latest end; -Infinity while nothing has hidden the message. */
    hi: Millis;
    /** False if nothing that opens a window is certainly before the call. */
    certain: boolean;
}
type Interval = Pick<Timed, 's' | 'e'>;
/**
 * The end of the window as a call in [s, e] may find it, from all deliveries out of the queue and all visibility changes
 * there by any handle (sqs:RH6). What a later delivery or effective change has overwritten does not count (sqs:V7).
 * Receives without a known outcome are the caller's business: they can only have hidden the message once more.
 */
export declare function windowOf(facts: Facts, message: MessageFacts, queue: string, { s, e }: Interval, but?: Settling): Window;
/** Is the message certainly in flight from `queue` during all of [s, e]? */
export declare function certainlyHidden(facts: Facts, message: MessageFacts, queue: string, at: Interval, but?: Settling): boolean;
/** Is the message certainly deleted before `t`, by a handle that was certainly its newest (sqs section 11.1)? */
export declare function certainlyDeleted(facts: Facts, message: MessageFacts, t: Millis): Settling | undefined;
/**
 * With the handle of a message that may be out of flight a change may do nothing (sqs:RH7), on a FIFO queue with a stale
 * one either (sqs:U3).
 */
export declare function certainlyActs(facts: Facts, change: Settling): boolean;
export {};
