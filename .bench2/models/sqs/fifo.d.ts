import type { CallName, QueueAttributes, SendEntry } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Rules } from '../rules.js';
import type { Attempt } from './attempt.js';
import { type Kept, Memory } from './memory.js';
import type { Leaving, Message } from './message.js';
/** Which sends a deduplication id is compared with: all of the queue, or those of its group (sqs:F22). */
export type Scope = 'queue' | 'messageGroup';
/** A send that was accepted, and bars others like it for a while (sqs:F20). */
export interface Accepted extends Kept {
    readonly group: string;
    /** MessageId. */
    readonly id: string;
    readonly sequence: number;
}
type Sent = Pick<Message, 'id' | 'dedupId' | 'sequence'>;
/** What only a FIFO queue has: sequence numbers and memories of sends and of receives. */
export declare class Fifo {
    #private;
    readonly attempts: Memory<Attempt>;
    isContentBased: boolean;
    constructor(rules: Rules);
    configure({ ContentBasedDeduplication, DeduplicationScope }: QueueAttributes): void;
    /** Counts the call; whether it is one too many in its second (sqs:Q18). */
    throttles(call: CallName, at: Millis): boolean;
    /** The next number of the queue, greater than all before (sqs:F5). */
    nextSequence(): number;
    /** The deduplication id of a send: its own, else that of its content (sqs:F3). */
    dedupIdOf(entry: Omit<SendEntry, 'Id'>): string | undefined;
    /** The send of the last minutes of which this one is a duplicate (sqs:F20, sqs:F22, sqs:F24). */
    firstOf(dedupId: string, group: string, at: Millis): Accepted | undefined;
    /** Remembers a send for its deduplication id. */
    accept({ id, dedupId, sequence }: Sent, group: string, at: Millis): void;
    /** A message leaves the queue: its id stays barred, unless all are let go by a purge (sqs:F23, sqs:PQ4). */
    release({ id, dedupId, groupId }: Message, how: Leaving): void;
    purge(): void;
}
export {};
