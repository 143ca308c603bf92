import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { QueueFacts, Sent, Timed, Wipe } from './words.js';
/** How long a deduplication id blocks what comes after its message (sqs:F20, sqs:F24). */
export declare const dedupWindow: Millis;
/** Do the two certainly count as the same for deduplication, if both are accepted (sqs:F22)? */
export declare function certainlySameKey(facts: Facts, a: Sent, b: Sent): boolean;
/** May the two count as the same? */
export declare function mayBeSameKey(facts: Facts, a: Sent, b: Sent): boolean;
/** May a purge, or an end of the queue, lie between the two, or reach into either (sqs:PQ4)? */
export declare function mayBeForgotten(facts: Facts, a: Timed, b: Timed, { wipes }: QueueFacts): boolean;
/** The purge, or end of the queue, that certainly lies between the two. */
export declare const forgotten: (facts: Facts, a: Timed, b: Timed, { wipes }: QueueFacts) => Wipe | undefined;
