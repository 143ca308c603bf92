import { type Calls, type Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { Queue } from './queue.js';
import type { Sqs } from './service.js';
/** CreateQueue (sqs section 2.2). */
export declare function createQueue(sqs: Sqs, input: Calls['CreateQueue']['input'], at: Millis): Calls['CreateQueue']['output'] | Refusal;
/** DeleteQueue; its waiting polls end with the refusal of any later call (sqs:DQ1, sqs:U11), its tasks are forgotten. */
export declare function deleteQueue(sqs: Sqs, queue: Queue, at: Millis): object;
/** GetQueueUrl; no other account has queues here (sqs:GU1). */
export declare function getQueueUrl(sqs: Sqs, { QueueName, QueueOwnerAWSAccountId }: Calls['GetQueueUrl']['input']): Calls['GetQueueUrl']['output'] | Refusal;
/** ListQueues (sqs:LQ1). */
export declare function listQueues(sqs: Sqs, input: Calls['ListQueues']['input']): Calls['ListQueues']['output'] | Refusal;
/** ListDeadLetterSourceQueues (sqs:LD1). */
export declare function listDeadLetterSources(sqs: Sqs, queue: Queue, input: Calls['ListDeadLetterSourceQueues']['input']): Calls['ListDeadLetterSourceQueues']['output'] | Refusal;
/** GetQueueAttributes (sqs section 2.4). */
export declare function getQueueAttributes(sqs: Sqs, queue: Queue, input: Calls['GetQueueAttributes']['input']): Calls['GetQueueAttributes']['output'] | Refusal;
/** SetQueueAttributes: all or nothing (sqs:SA1, sqs:SA7). */
export declare function setQueueAttributes(sqs: Sqs, queue: Queue, input: Calls['SetQueueAttributes']['input'], at: Millis): object | Refusal;
/** PurgeQueue, once in a while (sqs:PQ1, sqs:PQ2, sqs:B5). */
export declare function purgeQueue(sqs: Sqs, queue: Queue, at: Millis): object | Refusal;
