import type { Calls, Refusal, SendResult } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';
/** SendMessage (sqs section 2.5). */
export declare function sendMessage(sqs: Sqs, queue: Queue, input: Calls['SendMessage']['input'], at: Millis): SendResult | Refusal;
/** SendMessageBatch (sqs section 2.6). */
export declare function sendMessageBatch(sqs: Sqs, queue: Queue, input: Calls['SendMessageBatch']['input'], at: Millis): Calls['SendMessageBatch']['output'] | Refusal;
