import type { ReceivedMessage, Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Kept } from './memory.js';
import type { Message } from './message.js';
import type { Queue } from './queue.js';
import type { ReceiveInput } from './receive.js';
import type { Sqs } from './service.js';
/** A receive that can be repeated under its ReceiveRequestAttemptId (sqs:F40). */
export interface Attempt extends Kept {
    readonly receipts: readonly Receipt[];
    /** One of its messages was deleted or had its visibility changed since (sqs:F41). */
    isSpoilt: boolean;
}
interface Receipt {
    readonly message: Message;
    /** How many receipts the message had with this one. */
    readonly receipts: number;
}
/** Remembers what a receive under an attempt id took, unless it is nothing (sqs:F43). */
export declare function keepAttempt(sqs: Sqs, queue: Queue, input: ReceiveInput, taken: readonly Message[], at: Millis): void;
/** What a receive answers that repeats an earlier one; undefined if it is one of its own. */
export declare function repeatAttempt(sqs: Sqs, queue: Queue, input: ReceiveInput, at: Millis): ReceivedMessage[] | Refusal | undefined;
export {};
