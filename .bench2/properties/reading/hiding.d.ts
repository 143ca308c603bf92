import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { Delivery, MessageFacts, Settling, Timed } from './words.js';
/** What sets the end of a message's window: a delivery, or a visibility change that was not refused. */
export interface Hiding extends Timed {
    /** The one or the other. */
    delivery: Delivery | undefined;
    change: Settling | undefined;
    /** Latest instant at which the message is visible again, whichever of the calls so far took effect last. */
    until: Millis;
}
/**
 * All deliveries and visibility changes of the message, from all queues, in the order in which they ended; those without
 * a known outcome come last. What a call certainly followed no longer counts for its `until`; a change that may do
 * nothing (sqs:RH7) leaves the old end standing beside the new one.
 */
export declare function hidingsOf(facts: Facts, { deliveries, changes }: MessageFacts): Hiding[];
