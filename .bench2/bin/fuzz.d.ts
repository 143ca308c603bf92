import { type Given } from './options.js';
/** `redrive fuzz`: a campaign on the model. Returns the exit code. */
export declare function fuzz(given: Given): Promise<number>;
