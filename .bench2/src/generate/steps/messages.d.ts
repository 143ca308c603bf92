import type { Step } from '../../core/schedule.js';
import { type Members } from '../members.js';
import { type Recipe } from './recipe.js';
export declare function drawSend(id: number, recipe: Recipe): Step;
/** To a FIFO queue often all entries in one group, so that the group has something behind its head. */
export declare function drawSendBatch(id: number, recipe: Recipe): Step;
/** Two to four messages that can be received at once, unless the queue delays them. */
export declare function sendFreshBatch(id: number, recipe: Recipe, queue: string): Step;
/** The members of a message without a delay of its own. */
export declare function freshMessage(recipe: Recipe, queue: string, own: string): Members;
export declare function drawReceive(id: number, recipe: Recipe): Step;
