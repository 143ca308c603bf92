import type { Structure } from './kinds.js';
/** AWS JSON 1.0 (sqs:W10 to sqs:W14). The sentences about wrong types are those of AWS's framework. */
/** The input in a request's body, without null and unknown members. @throws Refused */
export declare const readJson: (input: Structure, body: Uint8Array) => Record<string, unknown>;
/** The same of members that were never JSON; `binary` makes base64 of a binary value. @throws Refused */
export declare const readMembers: (input: Structure, value: unknown, binary: Binary) => Record<string, unknown>;
type Binary = (value: unknown) => string;
/** The one writer of JSON: byte for byte the same for the same answer. */
export declare const writeJson: (output: object) => string;
export {};
