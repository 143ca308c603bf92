import type { Step } from '../../core/schedule.js';
import type { Past, Sent } from './past.js';
import { type Recipe } from './recipe.js';
/** A duplicate of an earlier message; a plain send where there is none. */
export declare function drawDuplicate(id: number, recipe: Recipe, past: Past): Step;
/** The same deduplication id in this group: given as it was, or told by the content, or given as what the content tells. */
export declare function duplicate(id: number, recipe: Recipe, sent: Sent, group: string): Step;
