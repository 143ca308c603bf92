import { type Fault } from './fault.js';
/** The request never arrives; the client only sees that no reply came (sqs:OP6). */
export declare const lostRequest: Fault;
