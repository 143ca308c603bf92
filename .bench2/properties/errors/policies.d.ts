import { type QueueAttributes } from '../../src/core/calls.js';
import { type Check } from './check.js';
interface Given {
    Attributes?: QueueAttributes;
}
/** What can be wrong with the three policies of a queue; for most of it no code is known (sqs:U16). */
export declare const policyChecks: readonly Check<Given>[];
/** Does it say what a queue without one says (sqs:CQ7)? */
export declare const allowsAll: (text: string) => boolean;
export {};
