import type { CallName, FailedEntry, Refusal } from '../../src/core/calls.js';
import type { Rules } from '../rules.js';
/** Faults of the envelope fail the whole call (sqs:SB1, sqs:DB1, sqs:CB1). */
export declare function faultOfEnvelope(rules: Rules, entries: {
    Id: string;
}[], entryName: string): Refusal | undefined;
/** Entries succeed or fail one by one; an empty list is left out of the answer (sqs:OP7, sqs:SB9). */
export declare function eachEntry<E extends {
    Id: string;
}, R extends object>(rules: Rules, call: CallName, entries: E[], act: (entry: E) => R | Refusal): {
    Successful?: ({
        Id: string;
    } & R)[];
    Failed?: FailedEntry[];
} | Refusal;
export declare const isRefusal: (result: object) => result is Refusal;
