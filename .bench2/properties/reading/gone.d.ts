import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { MessageFacts, QueueFacts, Sent, StartedTask } from './words.js';
/** Could a purge or queue deletion have removed, by `t`, what was put into the queue at `since` or later? */
export declare function possiblyWiped(facts: Facts, queue: QueueFacts, since: Millis, t: Millis): boolean;
/**
 * Could the message have been gone from every queue of the run at `t`: deleted, wiped, expired, or taken by a move task?
 * A possible move to a dead-letter queue does not count: see `possiblyMoved`.
 */
export declare function possiblyGone(facts: Facts, message: MessageFacts, t: Millis): boolean;
/**
 * Could the message have left `queue` for its dead-letter queue by `t`? It needs as many receives as the lowest limit
 * that was ever legal; receives with an unknown outcome count as possible ones. A standard queue need not count exactly
 * under the documented level (sqs:N9).
 */
export declare function possiblyMoved(facts: Facts, message: MessageFacts, queue: QueueFacts, t: Millis): boolean;
/** Can a move task that had begun by `t` have taken the message out of a dead-letter queue? */
export declare function possiblyRedriven(facts: Facts, { sent }: MessageFacts, t?: number): boolean;
/** May the message of the send be in the source of the task at some time, and have somewhere to go? */
export declare function mayTake(facts: Facts, { source, destination }: StartedTask, origin: Sent): boolean;
/**
 * When the message may be too old at the earliest: in its queue or any dead-letter queue, with the shortest period legal
 * there. In a FIFO dead-letter queue its age starts anew (sqs:RT5). Of a message that nobody sent it is not known.
 */
export declare function expiresFrom(facts: Facts, message: MessageFacts): Millis;
