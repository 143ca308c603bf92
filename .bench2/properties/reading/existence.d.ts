import type { Facts } from './facts.js';
import type { QueueFacts, Timed, Wipe } from './words.js';
export type Existence = 'yes' | 'no' | 'maybe';
/**
 * What did the call find: was the queue there all the time of it, or not at all? Setup and accepted creations begin a
 * queue, accepted deletions end it; calls without a known outcome may do either at any later time. Under the documented
 * level a deletion may take 60 s (sqs:DQ2).
 */
export declare function existence(facts: Facts, name: string, call: Timed): Existence;
/** The calls that may have begun or ended the queue. */
export declare function turningPoints(queue: QueueFacts): Timed[];
export declare const isDeletion: (wipe: Wipe) => boolean;
