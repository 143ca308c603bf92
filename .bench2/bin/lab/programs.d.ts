import type { Reply } from '../../src/core/calls.js';
import { type Call, type ReceivedMessage } from '../../src/core/calls.js';
import type { Consumer, Producer } from './scenario.js';
/** What a program wants next: a call answered, or some seconds of sleep. */
export type Ask = {
    call: Call;
} | {
    sleep: number;
};
/** One of the lecture's programs; resumed with the reply to its call. */
export type Program = Generator<Ask, 'ended' | 'crashed', Reply | undefined>;
export declare const queueUrl = "mynewq";
export declare const deadLetterUrl = "mynewq-dead";
/** sns:LL2 */
export declare function producer({ speed, delay, messages }: Producer): Program;
/** sns:LL3; an empty answer has no member Messages, and the program dies of its KeyError. */
export declare function consumer({ visibility, sleep, handling }: Consumer): Program;
/** The queue of the lecture (sns:LL1), with a dead-letter queue where the scenario wants one. */
export declare function creations(maxReceives?: number): Call[];
/** What queue_status asks every second (sns:LL4). */
export declare const status: (QueueUrl: string) => Call;
/** The message in the answer to a receive; none in an empty one. */
export declare function messageIn(reply: Reply | undefined): ReceivedMessage | undefined;
/** The lecture's body is one record of a data file as JSON; ours says only which. */
export declare const nameIn: (body: string) => string;
