import { type Given } from './options.js';
/** `redrive conform URL`: the same campaign on a real endpoint and a real clock. Returns the exit code. */
export declare function conform(target: string, given: Given): Promise<number>;
