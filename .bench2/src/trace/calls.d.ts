import type { CallName, Calls, QueueAttributes, Reply } from '../core/calls.js';
import { type Shape } from './shape.js';
/** An answer as others really give it: there must be only what no reading of the history can do without. */
type Least<T, K extends keyof T> = Pick<T, K> & Partial<T>;
/** Attributes of a queue of the setup, which nobody can have refused. */
export declare const settings: Shape<QueueAttributes>;
/** A question as it may have been asked in error, without values that AWS requires. */
type Asked<T> = Least<T, Extract<keyof T, 'QueueUrl' | 'QueueName' | 'MessageBody' | 'ReceiptHandle' | 'TaskHandle'>>;
/** What is asked, as it went to the endpoint. */
export declare const inputs: {
    [K in CallName]: Shape<Asked<Calls[K]['input']>>;
};
/** What a success answers. */
export declare const outputs: Record<CallName, Shape<unknown>>;
/** The reply to a call. */
export declare const replyTo: (call: CallName) => Shape<Reply>;
export {};
