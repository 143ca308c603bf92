import type { Mutant } from './mutant.js';
export declare const contentIdByMd5: Mutant;
