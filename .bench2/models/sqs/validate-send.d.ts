import type { CallName, Refusal, SendEntry } from '../../src/core/calls.js';
import type { Rules } from '../rules.js';
import type { Queue } from './queue.js';
type Content = Omit<SendEntry, 'Id'>;
/** Checks one send in the recorded order (sqs:OP5); undefined when nothing is wrong. */
export declare function faultOfSend(rules: Rules, queue: Queue, entry: Content, call: CallName): Refusal | undefined;
/** What a FIFO queue asks of every entry of a batch: one that lacks it fails the whole call (sqs:SB6, sqs:U7). */
export declare function faultOfFifoEntries(rules: Rules, queue: Queue, entries: readonly Content[]): Refusal | undefined;
/** Bytes of body and message attributes: names, full types, values (sqs:SM3). */
export declare function sizeOf(entry: Content): number;
export {};
