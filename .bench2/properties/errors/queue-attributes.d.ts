import type { QueueAttributes } from '../../src/core/calls.js';
import { type Check } from './check.js';
interface Given {
    Attributes?: QueueAttributes;
}
/** What can be wrong with the attributes that a queue is created with or set to. */
export declare const attributeChecks: readonly Check<Given>[];
/** Are some attributes given, and all of them numbers that are in range? */
export declare function areNumbersInRange(attributes: QueueAttributes | undefined): boolean;
/** Do two texts of one attribute say the same? `undefined` when AWS may see that either way. */
export declare function sameValue(name: string, a: string | undefined, b: string | undefined): boolean | undefined;
export {};
