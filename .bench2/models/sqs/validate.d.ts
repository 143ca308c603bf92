import type { Call, Refusal } from '../../src/core/calls.js';
/** Refuses a call without what it needs, before anything else is looked at (sqs:OP4, sqs:OP5). */
export declare const faultOfMembers: ({ call, input }: Call) => Refusal | undefined;
/** Refuses a call or an entry of a batch that lacks one of the members, or has null there (sqs:OP4). */
export declare function missing(input: object, names: readonly string[]): Refusal | undefined;
/** Is it an integer of [lo, hi]? */
export declare const within: (value: unknown, lo: number, hi: number) => boolean;
