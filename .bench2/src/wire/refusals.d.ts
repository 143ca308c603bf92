import type { Refusal } from '../core/calls.js';
/** A body that cannot be read, or a value of the wrong type. `message` may be empty, as AWS has it for broken JSON. */
export declare const malformed: (message: string) => Refusal;
/** sqs:E50, also the JSON protocol's answer to an operation that SQS does not have */
export declare const invalidAction: (action: string) => Refusal;
/** sqs:W20: nothing says what is asked */
export declare const noAction: () => Refusal;
/** sqs:E2 */
export declare const missingParameter: (name: string) => Refusal;
/** sqs:M1 */
export declare const unsupportedLists: () => Refusal;
/** The body is longer than any call needs. */
export declare const tooLarge: (max: number) => Refusal;
/** Thrown inside the wire only, and caught where a request is decoded. */
export declare class Refused extends Error {
    readonly refusal: Refusal;
    constructor(refusal: Refusal);
}
