import type { Step } from '../../core/schedule.js';
import { type Recipe } from './recipe.js';
export declare function drawPurge(id: number, recipe: Recipe): Step;
export declare function drawRead(id: number, recipe: Recipe): Step;
export declare function drawSet(id: number, recipe: Recipe): Step;
/** A queue that is there, or a newcomer; with no attributes, with what it has, with defaults, or with another value. */
export declare function drawCreate(id: number, recipe: Recipe): Step;
/** With dead letters mostly the last queue, which is the target of others. */
export declare function drawDrop(id: number, recipe: Recipe): Step;
/** A look for one queue, for all, or for the sources of a dead-letter queue. */
export declare function drawLook(id: number, recipe: Recipe): Step;
