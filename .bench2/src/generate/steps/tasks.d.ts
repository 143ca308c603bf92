import type { Step } from '../../core/schedule.js';
import type { Past } from './past.js';
import { type Recipe } from './recipe.js';
/** Messages that are to become dead letters are sent, or a move task is started, listed or cancelled. */
export declare function drawTask(id: number, recipe: Recipe, past: Past): Step;
/** Back to where each came from, or to one queue of the type; at a low rate, so that it is still running for a while. */
export declare function startTask(id: number, recipe: Recipe, source: string, actor: string): Step;
export declare function listTasks(id: number, recipe: Recipe, source: string): Step;
export declare const cancelTask: (id: number, starter: string) => Step;
