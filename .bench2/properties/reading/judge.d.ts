import type { OpId } from '../../src/core/history.js';
import type { Property, Verdict, Violation } from '../../src/core/verdict.js';
import type { Facts } from './facts.js';
/** Collects what a property finds in one history. */
export declare class Judgement {
    #private;
    judged: number;
    undecided: number;
    why: string;
    readonly violations: Violation[];
    constructor(property: string);
    /** One obligation was decided; `broken` is the sentence and the ops that contradict each other. */
    violated(says: string, ops: OpId[]): void;
    /** One obligation could not be decided, and why. */
    open(why: string): void;
    verdict(): Verdict;
}
/** A property from its prose and one function that walks the facts. */
export declare function property(prose: Omit<Property, 'check'>, judge: (facts: Facts, judgement: Judgement) => void): Property;
