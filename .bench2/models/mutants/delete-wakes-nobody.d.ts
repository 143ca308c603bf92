import type { Mutant } from './mutant.js';
export declare const deleteWakesNobody: Mutant;
