import { type Refusal } from '../../src/core/calls.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';
/** A RedrivePolicy as written: the target's ARN, and the limit as number or text (sqs:X1). */
export declare function readPolicy(text: string): {
    target: unknown;
    max: unknown;
};
/** Both members are needed, and a target that this queue may have (sqs:X1, sqs:X2, sqs:X12, sqs:U16, sqs:E40). */
export declare function faultOfRedrivePolicy(text: string, sqs: Sqs, source: string): Refusal | undefined;
/** `byQueue` names 1 to 10 source queues, nothing else does (sqs:X12, sqs:Q20). */
export declare function faultOfAllowPolicy(text: string): Refusal | undefined;
/** The queue with this ARN, if there is one in this region and account (sqs:X2). */
export declare function queueAt(sqs: Sqs, arn: string): Queue | undefined;
/** The queues that send their dead letters to this one (sqs:LD1). */
export declare const sourcesOf: (sqs: Sqs, queue: Queue) => string[];
