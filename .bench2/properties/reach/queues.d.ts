import { type Scene } from './reach.js';
/** What is done to queues and read of them. */
export declare const queues: readonly Scene[];
