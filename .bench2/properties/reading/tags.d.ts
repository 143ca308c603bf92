import type { Facts } from './facts.js';
import type { Write } from './register.js';
import type { QueueFacts } from './words.js';
/** What calls wrote, or may have written, to one tag of the queue; undefined where they took it away (sqs:TG1). */
export declare function tagWrites(facts: Facts, queue: QueueFacts, key: string): Write<string | undefined>[];
/** The keys of all tags that the queue may ever have had. */
export declare function tagKeys(facts: Facts, queue: QueueFacts): Set<string>;
