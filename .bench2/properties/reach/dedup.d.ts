import { type Scene } from './reach.js';
export declare const dedup: readonly Scene[];
