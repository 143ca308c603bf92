import type { ReceivedMessage } from '../../src/core/calls.js';
import { type Message } from './message.js';
import type { Queue } from './queue.js';
import type { ReceiveInput } from './receive.js';
import type { Sqs } from './service.js';
/** A message as a receive shows it, under the handle of its newest receipt (sqs:RM4). */
export declare function shown(sqs: Sqs, queue: Queue, message: Message, input: ReceiveInput): ReceivedMessage;
