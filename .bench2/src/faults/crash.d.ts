import { type Fault } from './fault.js';
/** The client dies with the call under way and comes back without its receipts; the call may go on (sqs:P10). */
export declare const crash: Fault;
