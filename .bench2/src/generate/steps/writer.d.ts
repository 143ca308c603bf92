import type { Step } from '../../core/schedule.js';
import type { Recipe } from './recipe.js';
/** Writes the steps of one schedule, remembering what later steps can refer to. */
export declare class StepWriter {
    #private;
    constructor(recipe: Recipe);
    /** The next step; call it once for each id, upwards. */
    step(id: number): Step;
}
