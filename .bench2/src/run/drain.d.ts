import { type Call } from '../core/calls.js';
import type { Clock, Millis } from '../core/clock.js';
import type { Op } from '../core/history.js';
import type { Setup } from '../core/schedule.js';
import { Actor } from './actor.js';
/** What the drain needs of its run. */
interface Dispatcher {
    endpoint: {
        clock: Clock;
    };
    turn(at: Millis): Promise<void> | undefined;
    /** The op, which is complete once the actor has nothing pending. */
    ask(actor: Actor, call: Call): Op;
}
export interface DrainOptions {
    /** Wait of its long polls in seconds. */
    wait: number;
    /** Milliseconds that it waits for timers at most; with timers beyond, the queues are not drained. */
    patience: Millis;
}
/**
 * Calm weather: polls every queue and deletes what comes, until two rounds in a row found every queue empty after all
 * known timers had passed and all move tasks had ended (sqs:P12). Two, because the first may still have moved messages to
 * a dead-letter queue. Returns whether it got there.
 */
export declare function drain(run: Dispatcher, setup: Setup, past: readonly Op[], { wait, patience }: DrainOptions): Promise<boolean>;
export {};
