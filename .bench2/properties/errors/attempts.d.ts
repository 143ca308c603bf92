import type { Calls } from '../../src/core/calls.js';
import type { Check } from './check.js';
type Receive = Calls['ReceiveMessage']['input'];
/**
 * A FIFO receive can be repeated until one of its messages is deleted or changed (sqs:F41). What AWS takes for the end of
 * an attempt beyond that is not known (sqs:U25): a window that is over, five minutes that have passed.
 */
export declare const retryChecks: readonly Check<Receive>[];
export {};
