import type { Step } from '../../../core/schedule.js';
import { type Recipe } from '../recipe.js';
import { type Next } from './next.js';
/** Poison that has nowhere to go, and a queue that comes back empty. */
export declare function afterDrop({ id, actor, input }: Step, recipe: Recipe): Next[];
/** The queue is created again, with the value that it has or had; or its delay changed under delayed messages (sqs:DY4). */
export declare function afterSet({ actor, input }: Step, recipe: Recipe): Next[];
/** The same again, which changes nothing; or what was given before (sqs:CQ4, sqs:CQ5). */
export declare function afterCreate({ actor, input }: Step, { draw }: Recipe): Next[];
/** What was written is read. */
export declare function afterLabel({ call, input }: Step, recipe: Recipe): Next[];
