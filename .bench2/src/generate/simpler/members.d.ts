import type { Members } from '../members.js';
/** Members left out one by one, except those kept, or with a smaller value. */
export declare function simplerMembers(members: Members, kept?: readonly string[]): Generator<Members>;
/** A redrive policy with its limit as a number, and with a lower one; nothing for a text that is no such policy. */
export declare function simplerPolicies(text: string): Generator<string>;
/** 0, then from the half up to one less: a bisection when retried. */
export declare function smaller(value: number): Generator<number>;
