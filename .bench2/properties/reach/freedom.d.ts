import type { Scene } from './reach.js';
/** Faults, liberties and refusals. */
export declare const freedom: readonly Scene[];
