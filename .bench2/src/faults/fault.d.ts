import type { Reply } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { Op } from '../core/history.js';
import type { FaultName } from '../core/schedule.js';
/** One ask of one actor, as a fault can bend it. Every `send` and `answer` makes one op of the history. */
export interface Exchange {
    /** Sends the call; the client sees `see(reply)`, `lateBy` milliseconds after the service answered. */
    send(see?: (reply: Reply) => Reply, lateBy?: Millis): Op | Promise<Op>;
    /** Sends nothing; the client sees this reply. */
    answer(reply: Reply): Op;
    /** Sends the call and does not wait for the reply; the client has forgotten everything it held. */
    crash(reply: Reply): Op;
    /** Lets time pass before the next `send`. */
    wait(ms: Millis): Promise<void>;
}
/** What we do to one call. Works on any endpoint. `ms` is the fault's own duration, where it has one. */
export interface Fault {
    name: FaultName;
    around(exchange: Exchange, ms: Millis): Op | Promise<Op>;
}
export declare const unknown: (why: string) => Reply;
