import type { Call, Reply } from './calls.js';
import type { Millis } from './clock.js';
import type { Accuracy } from './endpoint.js';
import type { FaultName, Schedule } from './schedule.js';
/** The number of an op: its place in the order of invocation, from 0. */
export type OpId = number;
/**
 * What one client asked and saw. Its effect happened once at some instant of [invoked, returned]; with an unknown reply,
 * at some instant from `invoked` on, or never.
 */
export type Op = Call & {
    id: OpId;
    /** The step it came from; absent for the ops of the drain. */
    step?: number;
    actor: string;
    fault?: FaultName;
    invoked: Millis;
    returned: Millis;
    reply: Reply;
};
/** All ops of a run in the order of invocation, with the schedule that asked for them (its choices filled in). */
export interface History {
    schedule: Schedule;
    endpoint: {
        name: string;
    } & Accuracy;
    /** The mutant planted in the model, if any. */
    mutant?: string;
    ops: Op[];
    /** When the drain began; absent if the run has none. */
    drainedFrom?: Millis;
    /** True if every queue was seen empty after all known timers had passed (sqs:P12). */
    drained: boolean;
}
