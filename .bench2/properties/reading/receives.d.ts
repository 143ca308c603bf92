import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { Called, OpOf, Received } from './words.js';
export declare function readReceive(facts: Facts, called: Called, op: OpOf<'ReceiveMessage'>): void;
/** The queue's values for what the call left out; known once all writes are, for one may fall into a long poll. */
export declare function bindReceive(facts: Facts, receive: Received): void;
/** Had a receive without a known outcome begun on the queue by `t`? */
export declare function blindBy(facts: Facts, queue: string, t: Millis): boolean;
