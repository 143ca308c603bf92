import type { Mutant } from './mutant.js';
export declare const purgeGoesOn: Mutant;
