import type { Step } from '../../core/schedule.js';
import { type Recipe } from './recipe.js';
/** Tags are put on, overwritten, taken off and read; an empty value is a value (sqs:TG1). */
export declare function drawTags(id: number, recipe: Recipe): Step;
/** Few labels, so that one is given twice, and taken away when it is not there (sqs:PM2). */
export declare function drawPermission(id: number, recipe: Recipe): Step;
