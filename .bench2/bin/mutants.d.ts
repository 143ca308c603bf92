import type { Given } from './options.js';
/** `redrive mutants`: the bugs that can be planted. */
export declare function mutants(given: Given): number;
