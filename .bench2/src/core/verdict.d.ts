import type { History, OpId } from './history.js';
/** One breach of a property: a sentence that says why, and the ops that contradict each other, in the order it names them. */
export interface Violation {
    property: string;
    says: string;
    ops: OpId[];
}
/**
 * What a property says of one history. `judged` counts the obligations that were decided, `undecided` those that an
 * unknown outcome or slow times left open; they are never counted as held.
 */
export type Verdict = {
    property: string;
    judged: number;
    undecided: number;
} & ({
    kind: 'holds';
} | {
    kind: 'broken';
    violations: Violation[];
} | {
    kind: 'undecided';
    why: string;
});
/** One law, judged from what the clients saw and from nothing else. */
export interface Property {
    name: string;
    /** The promise, in one sentence. */
    claim: string;
    /** What is looked at. */
    judges: string;
    /** What it lets pass although it looks wrong, and why. */
    forgives: string;
    /** What it cannot see. */
    blind: string;
    /** Rules of the contract, `sqs:I5` and the like. */
    source: string[];
    check(history: History): Verdict;
}
