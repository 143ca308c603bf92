import type { Campaign } from '../src/campaign.js';
import type { Clock } from '../src/core/clock.js';
/** Signals that end the program, by its exit code. */
export declare const codes: {
    readonly SIGHUP: 129;
    readonly SIGINT: 130;
    readonly SIGTERM: 143;
};
export type Signal = keyof typeof codes;
export declare const signals: Signal[];
/** Signals so soon after the first are its echoes: npm and tsx pass on what the terminal sends to everybody. */
export declare const echo = 1000;
type Execute = Campaign['execute'];
interface Work {
    execute: Execute;
    /** Ends the progress line. */
    quiet(): void;
    /** Deletes the queues of a real endpoint. */
    close?: () => Promise<void>;
}
/**
 * Does `work`, and cleans up after it. After a signal no schedule is begun any more, and the process ends as soon as
 * the queues are deleted, without a word about what was half done; another signal ends it at once.
 */
export declare function interruptible<T>({ execute, quiet, close }: Work, work: (execute: Execute) => Promise<T>): Promise<T>;
/** Lets signals through now and then: a campaign in virtual time never waits for anything. */
export declare function breathing(execute: Execute, clock: Clock): Execute;
export {};
