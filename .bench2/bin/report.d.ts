import type { Failure, Outcome, Tally } from '../src/campaign.js';
import type { History } from '../src/core/history.js';
import type { Verdict, Violation } from '../src/core/verdict.js';
export declare const say: (text: string) => void;
/** The last line of stdout with --json. */
export declare const sayJson: (value: unknown) => void;
/** A line on stderr that keeps changing while a campaign runs; nothing where nobody watches. */
export interface ProgressLine {
    show(tally: Tally): void;
    /** Says so when the shrinking of a failure begins. */
    shrinking(time: () => () => boolean): () => () => boolean;
    end(): void;
}
/** `text` stands there until the first schedule is judged. */
export declare function progressLine(isQuiet: boolean, elapsed: () => number, text: string): ProgressLine;
export declare const number: (value: number) => string;
/** A simulated time in the unit that fits. */
export declare function duration(ms: number): string;
/** What a summary tells beside the outcome itself. */
interface Around {
    seed: string;
    /** Milliseconds that all of it took. */
    elapsed: number;
    /** The campaign goes on after a failure. */
    keepGoing: boolean;
    /** Situations that were not reached; absent on a real endpoint, where many cannot be. */
    missed?: readonly string[];
}
/** What a campaign did, in a few lines. */
export declare function summary(outcome: Outcome, { seed, elapsed, keepGoing, missed }: Around): string;
/** One failure: the property, the sentence, the steps as lanes of time, the line to replay it. */
export declare function failure({ violation, history, run, seed }: Failure, replay: string): string;
/** One violation of a history that was run or judged again. */
export declare const story: (history: History, violation: Violation) => string;
export declare const plural: (count: number, word: string) => string;
/** Every property's verdict on one history. */
export declare const verdictLines: (verdicts: readonly Verdict[]) => string;
/** Every property's verdicts over a campaign. */
export declare function propertyTable({ properties }: Tally): string;
export {};
