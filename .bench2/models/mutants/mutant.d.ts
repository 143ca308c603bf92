import type { Rules } from '../rules.js';
/** Where in a queue's behaviour the bug sits. */
export type BugClass = 'visibility' | 'receipt-handle' | 'delay' | 'dlq/redrive' | 'fifo-order' | 'fifo-dedup' | 'long-poll' | 'counters' | 'retention' | 'attributes/md5' | 'purge/delete-queue' | 'limits/validation' | 'queues' | 'tags/permissions' | 'concurrency/race';
/** One deliberate bug, mostly what somebody's server really did, as an override of the contract's decisions. */
export interface Mutant {
    /** `A-…`: its number in our catalogue of real bugs. `R-…`: a bug of our own, where no real one breaks the promise. */
    readonly id: string;
    readonly title: string;
    /** The bug in one sentence: when this happens, the server does that instead of what it should. */
    readonly says: string;
    /** Where the real bug is reported, fixed or can be read; for one of our own, where AWS makes the promise. */
    readonly link: string;
    /** The rule of the contract that it breaks. */
    readonly rule: `sqs:${string}`;
    readonly class: BugClass;
    /** Where the bug lives, and so which schedules look for it: standard queues unless given. */
    readonly profile?: 'standard' | 'fifo';
    /** AWS permits it, or nobody has recorded what AWS does. */
    readonly contested?: true;
    readonly rules: Partial<Rules>;
}
