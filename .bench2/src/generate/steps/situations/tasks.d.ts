import type { Step } from '../../../core/schedule.js';
import { type Recipe } from '../recipe.js';
import { type Next } from './next.js';
/** The messages become dead letters, and a task moves them on. */
export declare function afterBatch({ input }: Step, recipe: Recipe): Next[];
export declare function afterStart({ actor, input }: Step, recipe: Recipe): Next[];
