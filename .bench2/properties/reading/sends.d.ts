import type { SendEntry, SendResult } from '../../src/core/calls.js';
import type { Facts } from './facts.js';
import type { Called, OpOf, Sent } from './words.js';
type Entry = Omit<SendEntry, 'Id'>;
export declare function readSend(facts: Facts, called: Called, entry: Entry, result: SendResult | undefined, index?: number): void;
export declare function readSendBatch(facts: Facts, called: Called, op: OpOf<'SendMessageBatch'>): void;
/** Lower-case hex SHA-256 of the UTF-8 body (sqs:F3). */
export declare function contentId(body: string): string;
/** Puts in the queue's value where the call left it out; known once all writes of attributes are. */
export declare function bindSend(facts: Facts, sent: Sent): void;
export {};
