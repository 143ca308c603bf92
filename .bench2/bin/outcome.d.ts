import type { Failure, Outcome } from '../src/campaign.js';
import type { rangeOf } from './options.js';
/** A failure with the path of its trace and the line that replays it. */
export interface Kept {
    found: Failure;
    trace: string;
    replay: string;
}
export declare function keep(found: Failure, folder: string, url?: string): Kept;
/** Situations that the campaign could have reached and did not. */
export declare function missedBy(reached: ReadonlyMap<string, number>, { profile, faults, liberties: taken, level }: ReturnType<typeof rangeOf>): string[];
/** The members of --json that every campaign prints. */
export declare function told(outcome: Outcome, seed: string, elapsed: number, notReached: readonly string[], kept: readonly Kept[]): Record<string, unknown>;
