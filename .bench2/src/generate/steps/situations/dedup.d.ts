import type { Step } from '../../../core/schedule.js';
import { type Recipe } from '../recipe.js';
import { type Next } from './next.js';
/** The message is sent again inside its window, at the end of it, or after something that does or does not end it (sqs:F23). */
export declare function afterFifoSend(last: Step, recipe: Recipe): Next[];
