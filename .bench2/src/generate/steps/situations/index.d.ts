import type { Step } from '../../../core/schedule.js';
import type { Recipe } from '../recipe.js';
import type { Next } from './next.js';
export type { Next } from './next.js';
/** Now and then steps that make a situation of the last one, of a sort that single steps rarely make. */
export declare function drawSituation(last: Step, recipe: Recipe): Next[];
