import type { Call, Reply } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { Choose, Endpoint } from '../core/endpoint.js';
import type { Op } from '../core/history.js';
import type { FaultName } from '../core/schedule.js';
import type { Exchange } from '../faults/fault.js';
import type { Actor } from './actor.js';
/** What an exchange needs of its run. */
export interface Recorder {
    endpoint: Endpoint;
    /** The history so far, in the order of invocation; an op's number is its place in it. */
    readonly ops: Op[];
    /** When the latest op began; the next one begins later. */
    readonly last: Millis;
    /** The open decisions of one attempt of a step; of the drain when there is no step. */
    choose(step: number | undefined, attempt: number): Choose;
}
/**
 * One actor, one call, one endpoint: sends, sees, records. While an answer is on its way to the actor, time stands still;
 * whoever launched the exchange calls `letGo` when its outcome has settled.
 */
export declare class ActorExchange implements Exchange {
    #private;
    constructor(run: Recorder, actor: Actor, call: Call, step?: number, fault?: FaultName);
    send(see?: (reply: Reply) => Reply, lateBy?: Millis): Op | Promise<Op>;
    answer(reply: Reply): Op;
    crash(reply: Reply): Op;
    wait(ms: Millis): Promise<void>;
    /** Lets time go on. */
    letGo(): void;
}
