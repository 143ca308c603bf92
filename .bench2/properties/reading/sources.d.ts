import { type Existence } from './existence.js';
import type { Facts } from './facts.js';
import type { QueueFacts, Timed } from './words.js';
/** Has the queue a redrive policy to `target` during the whole call (sqs:LD1)? A target that was deleted may have lost it. */
export declare function isSource(facts: Facts, queue: QueueFacts, target: string, call: Timed): Existence;
/** Is the queue the dead-letter queue of any other during the whole call (sqs:MT2)? */
export declare function isDeadLetterQueue(facts: Facts, target: string, call: Timed): Existence;
