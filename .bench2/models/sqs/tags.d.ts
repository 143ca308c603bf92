import type { Calls, Refusal, Tags } from '../../src/core/calls.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';
/** TagQueue adds and overwrites (sqs:TG1). */
export declare function tagQueue(sqs: Sqs, queue: Queue, { Tags }: Calls['TagQueue']['input']): object | Refusal;
/** UntagQueue; keys that the queue has not are passed over (sqs:TG1). */
export declare function untagQueue(sqs: Sqs, queue: Queue, { TagKeys }: Calls['UntagQueue']['input']): object | Refusal;
/** ListQueueTags: no member without tags (sqs:TG1). */
export declare const listQueueTags: (queue: Queue) => Calls["ListQueueTags"]["output"];
/** Checks tags given to TagQueue or CreateQueue (sqs:TG2). */
export declare function faultOfTags(sqs: Sqs, queue: string, tags: Tags): Refusal | undefined;
