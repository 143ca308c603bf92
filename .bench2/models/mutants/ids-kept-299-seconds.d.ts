import type { Mutant } from './mutant.js';
export declare const idsKept299Seconds: Mutant;
