import { type DrawStep } from './recipe.js';
export declare const drawDelete: DrawStep;
export declare const drawDeleteBatch: DrawStep;
export declare const drawChange: DrawStep;
export declare const drawChangeBatch: DrawStep;
