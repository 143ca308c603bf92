import { type Scene } from './reach.js';
/** Dead letters and move tasks. */
export declare const deadLetters: readonly Scene[];
