import type { Given } from './options.js';
/** `redrive check TRACE`: judges a recorded history again. Returns the exit code. */
export declare function checkTrace(path: string, given: Given): number;
