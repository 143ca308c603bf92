import { type Calls, type Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';
/** AddPermission writes one more statement into the policy (sqs:PM1). */
export declare function addPermission(sqs: Sqs, queue: Queue, input: Calls['AddPermission']['input'], at: Millis): object | Refusal;
/** RemovePermission takes the statement of that label out; the policy goes with its last one (sqs:PM2). */
export declare function removePermission(sqs: Sqs, queue: Queue, { Label }: Calls['RemovePermission']['input'], at: Millis): object | Refusal;
/** A policy is a JSON object of limited size (sqs:PM3). */
export declare function faultOfPolicy(text: string): Refusal | undefined;
