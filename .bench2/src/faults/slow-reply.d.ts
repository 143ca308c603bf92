import type { Fault } from './fault.js';
/** The reply arrives late, perhaps after a deadline that the client believes to hold. */
export declare const slowReply: Fault;
