import { type Scene } from './reach.js';
/** Message groups: what blocks them, and what sets them free. */
export declare const groups: readonly Scene[];
