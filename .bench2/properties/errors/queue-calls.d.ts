import { type Calls } from '../../src/core/calls.js';
import { type Check, type Part } from './check.js';
type Input<K extends keyof Calls> = Calls[K]['input'];
/** What can be wrong with the queue of any call that names one. */
export declare const queueChecks: readonly Check<unknown>[];
export declare const createQueue: readonly Check<Input<'CreateQueue'>>[];
export declare const getQueueUrl: readonly Check<Input<'GetQueueUrl'>>[];
export declare const listQueues: readonly Check<{
    QueueNamePrefix?: string;
    MaxResults?: number;
    NextToken?: string;
}>[];
export declare const listSources: readonly Check<{
    QueueNamePrefix?: string;
    MaxResults?: number;
    NextToken?: string;
}>[];
export declare const getQueueAttributes: readonly Part<Input<'GetQueueAttributes'>>[];
export declare const setQueueAttributes: readonly Part<Input<'SetQueueAttributes'>>[];
export declare const purgeQueue: readonly Check<Input<'PurgeQueue'>>[];
export {};
