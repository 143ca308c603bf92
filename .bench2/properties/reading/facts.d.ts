import type { Millis } from '../../src/core/clock.js';
import type { History } from '../../src/core/history.js';
import type { BatchCall, Called, Delivery, MessageFacts, NamingCall, OpOf, QueueFacts, Received, Sent, Settling, StartedTask } from './words.js';
/** What a history says, put in order once for all properties: sends, deliveries and settlings bucketed by message. */
export declare class Facts {
    #private;
    readonly history: History;
    readonly strict: boolean;
    /** Milliseconds that a server timer may be early. */
    readonly early: Millis;
    /** Milliseconds that a server timer may be late. */
    readonly late: Millis;
    /** A purge or queue deletion may go on working for 60 s on AWS (sqs:PQ3, sqs:DQ2). */
    readonly wipeLag: Millis;
    /** When the last call of the drain was answered; Infinity in a history without a drain. */
    readonly drainEnd: Millis;
    readonly queues: Map<string, QueueFacts>;
    /** Stands for the queue of a call that names none. */
    readonly nameless: QueueFacts;
    /** All ops. */
    readonly calls: Called[];
    readonly sends: Sent[];
    readonly receives: Received[];
    readonly deliveries: Delivery[];
    readonly settlings: Settling[];
    /** Everything that has a MessageId, in the order of its first appearance. */
    readonly messages: MessageFacts[];
    /** Those that were delivered more than once. */
    readonly redelivered: MessageFacts[];
    /** First delivery by handle. */
    readonly handles: Map<string, Delivery>;
    /** Sends without a known outcome by body, and those of move tasks; a body may have been sent more than once. */
    readonly unknownSends: Map<string, Sent[]>;
    /** Deliveries from another queue than the message was sent to, where that is known. */
    readonly moved: Delivery[];
    /** Accepted batch calls. */
    readonly batches: OpOf<BatchCall>[];
    /** Answered reads of attributes. */
    readonly reads: OpOf<'GetQueueAttributes'>[];
    /** Answered calls that give names of queues. */
    readonly namings: OpOf<NamingCall>[];
    /** Move tasks that were started, or may have been. */
    readonly tasks: StartedTask[];
    /** Is there a receive without a known outcome? */
    isBlind: boolean;
    /** Were two sends answered with one id? */
    shared: boolean;
    constructor(history: History);
    queue(name: string): QueueFacts;
    message(id: string): MessageFacts;
}
/** The facts of a history; kept for the last one asked, so that all properties share one reading. */
export declare function factsOf(history: History): Facts;
