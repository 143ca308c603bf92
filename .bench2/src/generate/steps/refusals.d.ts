import { type CallName } from '../../core/calls.js';
import type { Step } from '../../core/schedule.js';
import type { Members } from '../members.js';
import type { Past } from './past.js';
import { type Recipe } from './recipe.js';
/** Where a refusal is tried: a queue, another one where there is one, a dead-letter queue where there is one. */
interface Place {
    queue: string;
    other: string;
    deadLetters: string;
}
/** What has to be true of the place. `explicit` is a FIFO queue whose messages need a deduplication id. */
type Where = 'standard' | 'fifo' | 'explicit' | 'dead-letters' | 'foreign';
/**
 * One thing wrong: the row of the error catalogue or the rule, the call, its input. The queue, and what a FIFO queue wants of
 * a message, are filled in where they are not given; an undefined member is left out.
 */
export type Refusal = readonly [
    rule: string,
    call: CallName,
    input?: Members | ((at: Place) => Members),
    where?: Where
];
/** A handle that nobody issued. */
export declare const garbage = "garbage";
/** Every refusal. */
export declare const refusals: readonly Refusal[];
/** A step that must be refused, mostly by the queue of somebody who may hold receipts. */
export declare function drawRefusal(id: number, recipe: Recipe, past: Past): Step;
/** The step of a refusal at a place that it is possible at. */
export declare function refused(id: number, actor: string, [, call, given, where]: Refusal, place: Place): Step;
export {};
