import type { Mutant } from './mutant.js';
export declare const deletedIdForgotten: Mutant;
