import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { QueueFacts, Timed } from './words.js';
/** What is wrong with a policy, and the calls that show it. */
interface PolicyFault {
    says: string;
    because: Timed[];
}
/**
 * What is wrong with the policy that permissions alone have made: it has the statement of every label that is certainly
 * there, as AddPermission writes it, no others, and goes with the last one (sqs:PM1, sqs:PM2).
 */
export declare function faultOfPolicy(facts: Facts, queue: QueueFacts, text: string | undefined, from: Millis, to: Millis): PolicyFault | undefined;
export {};
