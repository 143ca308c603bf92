import { type Calls, type Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Sqs } from './service.js';
/** StartMessageMoveTask (sqs:MT1, sqs:MT2). */
export declare function startMoveTask(sqs: Sqs, input: Calls['StartMessageMoveTask']['input'], at: Millis): Calls['StartMessageMoveTask']['output'] | Refusal;
/** ListMessageMoveTasks, the newest first (sqs:MT7). */
export declare function listMoveTasks(sqs: Sqs, { SourceArn, MaxResults }: Calls['ListMessageMoveTasks']['input']): Calls['ListMessageMoveTasks']['output'] | Refusal;
/** CancelMessageMoveTask (sqs:MT8). */
export declare function cancelMoveTask(sqs: Sqs, { TaskHandle }: Calls['CancelMessageMoveTask']['input'], at: Millis): Calls['CancelMessageMoveTask']['output'] | Refusal;
