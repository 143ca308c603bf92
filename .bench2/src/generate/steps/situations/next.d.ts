import type { CallName } from '../../../core/calls.js';
import type { AtDeadline, Step, When } from '../../../core/schedule.js';
import type { Members } from '../../members.js';
import { type Recipe } from '../recipe.js';
/** A step that is to come next; drawn when it gets its id. */
export type Next = (id: number) => Step;
/** A call of an actor; with the given receipts, or its newest, where it needs one. */
export declare const ask: (actor: string, call: CallName, input: Members, receipts?: number[]) => Next;
/** The step at a time of its own. */
export declare const at: (time: When, next: Next) => Next;
/** At a deadline. */
export declare const due: (after: number, deadline: AtDeadline["deadline"], next: Next) => Next;
/** A tick before a deadline, at it or a tick after it. */
export declare const around: ({ draw }: Recipe, after: number, deadline: AtDeadline["deadline"], next: Next) => Next;
export declare const remove: (actor: string, QueueUrl: unknown) => Next;
/** The receiver gives its newest message back. */
export declare const release: (actor: string, QueueUrl: unknown) => Next;
/** A message that can be received at once, unless the queue delays it. */
export declare function sendFresh(recipe: Recipe, queue: string): Next;
/** Everything that can be received, hidden for so many seconds. */
export declare const receiveAll: (recipe: Recipe, QueueUrl: unknown, seconds: number, actor?: string) => Next;
/** As many receives as make dead letters of all that the source has. */
export declare const poison: (recipe: Recipe, source: string) => Next[];
/** Another actor waits on the queue. */
export declare function pollBeside(actor: string, QueueUrl: unknown, recipe: Recipe): Next;
