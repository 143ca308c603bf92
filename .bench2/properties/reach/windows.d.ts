import { type Scene } from './reach.js';
/** Windows, lives and handles. */
export declare const windows: readonly Scene[];
