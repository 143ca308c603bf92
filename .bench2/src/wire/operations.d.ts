import type { CallName } from '../core/calls.js';
import { type Structure } from './kinds.js';
export interface Operation {
    input: Structure;
    output: Structure;
    /** Whether an answer says anything but that it went well. */
    answers: boolean;
}
export declare const operations: Readonly<Record<CallName, Operation>>;
/** Is it a call of SQS? */
export declare const isCallName: (name: string) => name is CallName;
