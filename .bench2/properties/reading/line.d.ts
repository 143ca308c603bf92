import type { Millis } from '../../src/core/clock.js';
import type { Op } from '../../src/core/history.js';
import type { Facts } from './facts.js';
import type { Member, MessageFacts, QueueFacts } from './words.js';
/** What stands in the way of a FIFO message: it waits until everything before it in its group is available or gone (sqs:F30). */
/**
 * May the message wait behind another one of its group at some instant of [from, to]? Receives without a known outcome
 * are the caller's business: they may have hidden anything. `but` is a receive that does not count.
 */
export declare function mayWait(facts: Facts, message: MessageFacts, queue: QueueFacts, from: Millis, to: Millis, but?: Op): boolean;
/** Has it certainly left the queue by `t`: deleted, purged, expired, or seen in another queue? */
export declare function certainlyOut(facts: Facts, member: Member, queue: QueueFacts, t: Millis): boolean;
/** When a message that was sent to the queue is certainly too old for it. */
export declare const expiryOf: (facts: Facts, sent: Member["sent"], queue: QueueFacts) => Millis;
