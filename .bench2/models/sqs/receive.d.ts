import type { Calls, ReceivedMessage, Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Choose, Waiting } from '../../src/core/endpoint.js';
import type { Rules } from '../rules.js';
import type { Queue, Waiter } from './queue.js';
import type { Sqs } from './service.js';
export type ReceiveInput = Calls['ReceiveMessage']['input'];
export type ReceiveOutput = Calls['ReceiveMessage']['output'];
/** ReceiveMessage (sqs section 2.7): answers, or waits where a long poll finds nothing. */
export declare function receiveMessage(sqs: Sqs, queue: Queue, input: ReceiveInput, at: Millis, choose: Choose): ReceiveOutput | Refusal | Waiting;
/** Asks all servers; finds nothing while there is nothing to answer with (sqs:P3). */
export declare function longPoll(sqs: Sqs, queue: Queue, waiter: Waiter, at: Millis): ReceivedMessage[];
export declare const answer: (rules: Rules, messages: ReceivedMessage[]) => ReceiveOutput;
