import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { QueueFacts, Redrive } from './words.js';
interface Policy {
    target: string;
    max: number;
}
/** A queue's redrive policy as text, read; undefined when there is none, or none that a service takes (sqs:X1). */
export declare function policyOf(text: string | undefined): Policy | undefined;
type Members = Readonly<Record<string, unknown>>;
/** The members of the JSON object that the text is; undefined if it is none. */
export declare function parsed(text: string): Members | undefined;
/**
 * The maxReceiveCount that may have been in force in [from, to]: lowest and highest; Infinity stands for no policy.
 * `target` is the dead-letter queue when all policies in force agree on one.
 */
export declare function redriveOf(facts: Facts, queue: QueueFacts, from: Millis, to: Millis): Redrive;
/** The queue that dead letters of `queue` went to at any time of the run, following no chain. */
export declare function deadLetterQueueOf(facts: Facts, queue: string): string | undefined;
/** Did a policy of the queue, at any time of the run, name `target`? */
export declare const leadsTo: ({ initial, writes }: QueueFacts, target: string) => boolean;
/** All queues that moves can have led to from `queue`, along every policy of the run: the whole chain. */
export declare const deadLetterQueues: (facts: Facts, queue: string) => ReadonlySet<string>;
export declare function behind(facts: Facts, queue: QueueFacts): ReadonlySet<string>;
export {};
