import type { Millis } from '../../src/core/clock.js';
import { type Message } from './message.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';
/** Moves an available message of the source to its dead-letter queue, which exists (sqs:X8). */
export declare function moveToDeadLetters(sqs: Sqs, source: Queue, message: Message, at: Millis): void;
/** A second message of the same MessageId, whose receipts so far count as received elsewhere. */
export declare const secondOf: (sqs: Sqs, message: Message) => Message;
