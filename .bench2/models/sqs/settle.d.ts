import type { CallName, Calls, Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Choose } from '../../src/core/endpoint.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';
/** DeleteMessage (sqs section 1.5, sqs:DM1), also of an entry of a batch. */
export declare function deleteMessage(sqs: Sqs, queue: Queue, text: string, at: Millis, choose: Choose, call?: CallName): object | Refusal;
/** DeleteMessageBatch (sqs:DB1, sqs:DB2). */
export declare function deleteMessageBatch(sqs: Sqs, queue: Queue, input: Calls['DeleteMessageBatch']['input'], at: Millis, choose: Choose): Calls['DeleteMessageBatch']['output'] | Refusal;
/** ChangeMessageVisibility (sqs section 1.5, sqs:CV1, sqs:CV2). */
export declare function changeVisibility(sqs: Sqs, queue: Queue, entry: {
    ReceiptHandle: string;
    VisibilityTimeout?: number;
}, at: Millis, choose: Choose): object | Refusal;
/** ChangeMessageVisibilityBatch (sqs:CB1). */
export declare function changeVisibilityBatch(sqs: Sqs, queue: Queue, input: Calls['ChangeMessageVisibilityBatch']['input'], at: Millis, choose: Choose): Calls['ChangeMessageVisibilityBatch']['output'] | Refusal;
