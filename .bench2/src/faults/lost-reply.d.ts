import { type Fault } from './fault.js';
/** The call takes effect, its reply is lost; to the client it looks like a lost request (sqs:OP6, sqs:N11). */
export declare const lostReply: Fault;
