import type { Call } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { Choose, Endpoint } from '../core/endpoint.js';
import type { History, Op } from '../core/history.js';
import type { FaultName, Schedule } from '../core/schedule.js';
import { Actor } from '../run/actor.js';
import type { Recorder } from '../run/exchange.js';
/** One call that somebody made: the step that it would be in a schedule, and its first op. */
interface Visit {
    step: number;
    actor: Actor;
    call: Call;
    op: number;
    fault: FaultName | undefined;
}
/**
 * What every client asked and saw, as a history: one step for each call. Who asks is told from what a client holds and
 * from its connection; since an actor makes one call at a time, a client that makes several is several actors.
 */
export declare class Journal implements Recorder {
    #private;
    readonly endpoint: Endpoint;
    readonly ops: Op[];
    /** The settings are those of the schedule that the history will have. What it does not keep it forgets when it can. */
    constructor(endpoint: Endpoint, settings: Omit<Schedule, 'steps'>, keeps: boolean);
    get last(): Millis;
    choose(step: number | undefined, attempt: number): Choose;
    /** Undefined for a call of a form that no trace has: every service refuses it. `faultOf` a step is known by its number. */
    begin(call: Call, from: string | undefined, faultOf: (step: number) => FaultName | undefined): Visit | undefined;
    end({ actor }: Visit, op: Op): void;
    history(): History;
}
export {};
