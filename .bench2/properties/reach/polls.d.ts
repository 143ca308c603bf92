import { type Scene } from './reach.js';
export declare const polls: readonly Scene[];
