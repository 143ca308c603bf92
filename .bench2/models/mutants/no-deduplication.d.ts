import type { Mutant } from './mutant.js';
export declare const noDeduplication: Mutant;
