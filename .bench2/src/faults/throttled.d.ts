import type { Fault } from './fault.js';
/** The service refuses to look at the call (sqs:OP6). */
export declare const throttled: Fault;
