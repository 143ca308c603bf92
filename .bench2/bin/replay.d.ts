import { type Given } from './options.js';
/** `redrive replay SEED|TRACE`: runs it again and says what became of it. Returns the exit code. */
export declare function replay(what: string, given: Given): Promise<number>;
