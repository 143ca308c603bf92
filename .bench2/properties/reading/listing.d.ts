import type { Op } from '../../src/core/history.js';
import type { Existence } from './existence.js';
import type { Facts } from './facts.js';
import type { Judgement } from './judge.js';
import type { Timed } from './words.js';
/** One page of a listing of queues, as it was asked for and answered. */
export interface Page extends Timed {
    op: Op;
    names: readonly string[];
    /** The token that was answered, and the one that was given. */
    token: string | undefined;
    from: string | undefined;
    max: number | undefined;
    /** Pages belong together only if they ask for the same (sqs:LQ3). */
    of: string;
}
/** What a listing is about. */
export interface Subject {
    /** Is the queue one to be listed, during the whole call? */
    has(name: string, call: Timed): Existence;
    /** May that have changed during the call, or so shortly before that it does not show? */
    hasTurned(name: string, call: Timed): boolean;
    /** Why a queue should not be listed: "there is no such queue". */
    whyNot(name: string): string;
    /** Why a queue should be listed: "that queue exists". */
    why: string;
}
/** Judges the pages of one kind of listing, in the order of invocation. */
export declare class Pages {
    #private;
    constructor(facts: Facts, judgement: Judgement);
    judge(page: Page, subject: Subject): void;
}
