import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { QueueFacts } from './words.js';
/** The two kinds of encryption of a queue, of which one turns the other off (sqs:A3, sqs:SA6). */
/** Has any call or the setup given the queue a KMS key? */
export declare const mayHaveKey: ({ initial, writes }: QueueFacts) => boolean;
/** What becomes of a key when the other kind is asked for, is not written. */
export declare function isDisputed(queue: QueueFacts): boolean;
/** SqsManagedSseEnabled during [from, to]: a key turns it off, and it stays off without the key. */
export declare function managedOf(facts: Facts, queue: QueueFacts, from: Millis, to: Millis): readonly (string | undefined)[];
/** KmsDataKeyReusePeriodSeconds during [from, to]; undefined without a key. Whether a new key keeps the old one's is not written. */
export declare function keyPeriodOf(facts: Facts, queue: QueueFacts, from: Millis, to: Millis): readonly (string | undefined)[];
