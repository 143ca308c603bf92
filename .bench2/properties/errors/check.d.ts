import type { OpId } from '../../src/core/history.js';
import type { Called } from '../reading/words.js';
import type { Row } from './rows.js';
/**
 * Is this one input wrong?
 * - `true`, `false`: surely.
 * - `open`: an unknown outcome or overlapping calls leave it open.
 * - `free`: the contract allows both answers.
 * - `odd`: the contract does not speak of such input; the call is not judged.
 */
export type Wrong = boolean | 'open' | 'free' | 'odd';
/** The call that is judged, or one entry of it, which may be refused alone. */
export type Ask = Called;
/** One fault that an input may have, and the refusal that it must be answered with. */
export interface Check<Subject> {
    /** The rule that asks for the refusal. */
    rule: string;
    /** What is wrong, as a clause: "the queue does not exist". */
    fault: string;
    /** The E row; undefined where the contract leaves the code open. */
    row: Row | undefined;
    wrong(subject: Subject, ask: Ask): Wrong;
    /** Earlier calls that make the input wrong. */
    because?(subject: Subject, ask: Ask): OpId[];
}
/** Checks of one part of an input. */
export interface Part<Subject> {
    /** A cheap look at the usual input: true only if none of the checks would find anything. */
    isPlain(subject: Subject, ask: Ask): boolean;
    checks: readonly Check<Subject>[];
}
/** A part that is always looked at closely. */
export declare const closely: <Subject>(checks: readonly Check<Subject>[]) => Part<Subject>;
/** The worse of two findings: what is surely wrong beats every doubt. */
export declare function worse(a: Wrong, b: Wrong): Wrong;
/** The worst of the findings on the parts of one input. */
export declare const worst: (findings: readonly Wrong[]) => Wrong;
/** Outside of whole numbers the contract is silent (sqs:RM3, sqs:SM5); a number that is left out is right. */
export declare function outside(value: number | undefined, lo: number, hi: number): Wrong;
/** Whether the contract takes both answers or an unknown outcome decides, when it is not known what a call has met. */
export declare const doubt: ({ facts }: Ask) => Wrong;
/** A null is as good as nothing (sqs:OP4). */
export declare const isGiven: <T>(value: T | null | undefined) => value is T;
