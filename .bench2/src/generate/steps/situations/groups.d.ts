import type { Step } from '../../../core/schedule.js';
import { type Recipe } from '../recipe.js';
import { type Next } from './next.js';
/** A prefix of the group is received, something is done to a part of it, and somebody looks at what is left (sqs:F30). */
export declare function afterFifoBatch({ id, input }: Step, recipe: Recipe): Next[];
/** The head of a group comes to the end of its life in flight, and one behind it is free (sqs:F54). */
export declare function outlive({ id, input }: Step, recipe: Recipe): Next[];
/** Somebody waits for the group; its head is deleted, or moved to the dead-letter queue. */
export declare function afterFifoReceive(last: Step, recipe: Recipe): Next[];
