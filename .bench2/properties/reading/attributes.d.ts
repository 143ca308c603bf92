import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { QueueFacts, Range } from './words.js';
/**
 * The values that a numeric attribute of the queue may have had at some instant of [from, to]. Under the documented
 * level a change may take 60 s (900 s for the retention period) to be seen everywhere (sqs:A30).
 */
export declare function attributeOf(facts: Facts, queue: QueueFacts, name: string, from: Millis, to: Millis): Range;
/**
 * The texts that any attribute of the queue may have had at some instant of [from, to]; undefined where it is not set.
 * A write certainly in force ends what was certainly written before it, and nothing else.
 */
export declare function valuesOf(facts: Facts, queue: QueueFacts, name: string, from: Millis, to: Millis): readonly (string | undefined)[];
/** Did a call of the run write the attribute, or may one have? A creation writes all. */
export declare const isWritten: ({ writes }: QueueFacts, name: string) => boolean;
/** One value of an attribute, and the time in which it may have been in force. */
interface Written {
    value: string | undefined;
    from: Millis;
    to: Millis;
}
/** All values that the attribute may ever have had; each until a later one is certainly in force. */
export declare function writesOf(facts: Facts, queue: QueueFacts, name: string): Written[];
export {};
