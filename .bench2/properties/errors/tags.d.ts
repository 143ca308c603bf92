import type { Calls } from '../../src/core/calls.js';
import { type Check } from './check.js';
export declare const createTags: readonly Check<Calls['CreateQueue']['input']>[];
export declare const tagQueue: readonly Check<Calls['TagQueue']['input']>[];
export declare const untagQueue: readonly Check<Calls['UntagQueue']['input']>[];
