import type { Mutant } from './mutant.js';
export declare const taskKeepsAge: Mutant;
