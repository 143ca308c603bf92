import type { Step } from '../../../core/schedule.js';
import type { Recipe } from '../recipe.js';
import { type Next } from './next.js';
/** The receive is tried again under its attempt id, after nothing or after something that matters to it (sqs:F40, sqs:F41). */
export declare function afterAttempt({ id, actor, input }: Step, recipe: Recipe): Next[];
