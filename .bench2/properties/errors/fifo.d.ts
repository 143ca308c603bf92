import type { Calls, SendEntry } from '../../src/core/calls.js';
import { type Ask, type Check, type Part } from './check.js';
type Message = Omit<SendEntry, 'Id'>;
/** Letters, digits and punctuation of ASCII, no space (sqs:SM8, sqs:Q14, sqs:Q15). */
export declare const isLegalId: (id: string) => boolean;
/** The ids of a message that is sent alone. */
export declare const ids: Part<Message>;
/** In an entry the code of a missing id is open, for AWS may have changed from failing the call to failing the entry (sqs:U7). */
export declare const entryIds: Part<Message>;
interface Batch {
    Entries?: readonly Message[];
}
export declare const envelopeNeeds: readonly Check<Batch>[];
export declare const haveTheirIds: ({ Entries }: Batch, { place }: Ask) => boolean;
type Receive = Calls['ReceiveMessage']['input'];
export declare const attemptChecks: readonly Check<Receive>[];
export {};
