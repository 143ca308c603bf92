import type { Mutant } from './mutant.js';
export declare const idsKept301Seconds: Mutant;
