import type { History } from './core/history.js';
import type { Schedule } from './core/schedule.js';
import type { Verdict, Violation } from './core/verdict.js';
import { type Shrinking } from './generate/shrink.js';
/** What a campaign needs: everything that touches an endpoint, a clock or the properties comes in here. */
export interface Campaign {
    seed: string;
    /** How many schedules to run; unlimited unless given. */
    runs?: number;
    /** Asked before every schedule: whether to stop. */
    isOver?: () => boolean;
    /** Schedules under way at the same time; 1 unless given. */
    parallel?: number;
    /** Goes on after a failing schedule; each property is then shrunk once. */
    keepGoing?: boolean;
    /** Called when the shrinking of a failure begins; says from then on whether to stop it. */
    shrinkTime?: () => () => boolean;
    /** Every so many-th schedule runs twice and has to give the same trace; 0 for never, 20 unless given. */
    repeatEvery?: number;
    schedule(seed: string): Schedule;
    execute(schedule: Schedule): Promise<History>;
    judge(history: History): Verdict[];
    /** Names of what the history reached. */
    reached(history: History): Iterable<string>;
    /** Called after every judged schedule, for a progress line. */
    progress?: (tally: Tally) => void;
}
/** How often each property was judged and what it said. */
export interface PropertyTally {
    holds: number;
    broken: number;
    undecided: number;
    /** Obligations decided and left open, over all schedules. */
    judged: number;
    open: number;
}
export interface Tally {
    runs: number;
    steps: number;
    calls: number;
    simulated: number;
    /** Schedules that were run twice and compared. */
    repeated: number;
    properties: Map<string, PropertyTally>;
    reached: Map<string, number>;
}
/** A shrunk failure: the violation as it stands in the history that was just executed. */
export interface Failure {
    violation: Violation;
    history: History;
    /** Seed of the schedule that failed first, and its number in the campaign, from 1. */
    seed: string;
    run: number;
}
export interface Outcome extends Tally {
    /** SHA-256 over all traces in order. */
    digest: string;
    failures: Failure[];
}
/** The same schedule gave two different traces: something outside the seed decides. */
export declare class NotDeterministic extends Error {
    readonly name = "NotDeterministic";
}
/** Runs schedules, judges every one, shrinks what fails. Deterministic but for `isOver`. */
export declare function runCampaign(campaign: Campaign): Promise<Outcome>;
/** The smallest history found in which the property, or any without one named, is still broken; it was just executed. */
export declare const shrinkFailure: ({ execute, judge }: Pick<Campaign, "execute" | "judge">, property: string | undefined, history: History, shrinking?: Shrinking) => Promise<History>;
