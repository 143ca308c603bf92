import type { Refused } from '../reading/words.js';
import type { Ask, Check, Part } from './check.js';
/** What may be wrong with a call or an entry; nothing at all is `undefined`. */
export interface Weighed {
    sure: Check<unknown>[];
    /** Wrong or not: an unknown outcome or a freedom of the contract decides. */
    doubtful: Check<unknown>[];
    open: boolean;
    odd: boolean;
    /** The refusal names what is surely wrong: nothing else that is wrong can change that it is right. */
    settled: boolean;
}
/** Adds to `weighed` what the checks find, until that settles it. */
export declare function weigh(parts: readonly Part<unknown>[], subject: unknown, ask: Ask, weighed?: Weighed): Weighed | undefined;
/**
 * Is the refusal legal? With several faults any of them may be named first, so then every refusal is (sqs:OP5); with
 * none surely there, it must name one that may be there.
 */
export declare function explains({ sure, doubtful, odd }: Weighed, refusal: Refused): boolean;
