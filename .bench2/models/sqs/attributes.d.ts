import type { QueueAttributes, Refusal } from '../../src/core/calls.js';
import type { Rules } from '../rules.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';
/**
 * Checks what CreateQueue or SetQueueAttributes gives to the queue of this name, one by one and then together with what
 * it has already (`current`, nothing for a new queue).
 */
export declare function faultOfAttributes(sqs: Sqs, queue: string, given: QueueAttributes, current: QueueAttributes | undefined): Refusal | undefined;
/** The attributes of a new queue: defaults and what was given (sqs:CQ9). */
export declare const newAttributes: (queue: string, given: QueueAttributes, rules: Rules) => QueueAttributes;
export declare const defaultsOf: (queue: string) => QueueAttributes;
/** As a queue keeps them: cleared ones gone (sqs:SA2), the two kinds of encryption apart (sqs:A3). */
export declare function stored(attributes: QueueAttributes): QueueAttributes;
/** The first attribute whose given value differs from the queue's (sqs:CQ5); unset ones compare as defaults (sqs:CQ7). */
export declare const differingAttribute: (has: QueueAttributes, given: QueueAttributes) => string | undefined;
/** GetQueueAttributes: those asked for that have a value (sqs:GA1, sqs:GA2, sqs:GA3). */
export declare function readAttributes(queue: Queue, names: string[], rules: Rules, epoch: number): QueueAttributes | undefined | Refusal;
