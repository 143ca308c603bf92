import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import { type Write } from './register.js';
import type { QueueFacts, Timed } from './words.js';
/** Statements of a queue's policy as canonical text, their order in a list being free (sqs:PM1). */
export type Statement = string;
/** What calls wrote, or may have written, under one label of the queue's policy; undefined where they took it away. */
export declare function statementWrites(facts: Facts, queue: QueueFacts, label: string): Write<Statement | undefined>[];
/** The statement that the setup's policy has under the label. */
export declare const firstStatement: ({ initial }: QueueFacts, label: string) => Statement | undefined;
/** All labels that AddPermission may have written. */
export declare function labelsOf(facts: Facts, queue: QueueFacts): Set<string>;
/** Was the policy written as a whole too, by the setup or by a call? */
export declare const isWrittenWhole: ({ initial, writes }: QueueFacts) => boolean;
export declare function statementsIn(policy: string): unknown[];
/** A list of one is that one, a list is in order, and all partitions and regions are alike. */
export declare const normal: (statement: unknown) => Statement;
/** Has AddPermission or RemovePermission written, or may it have written, anything into the policy of the queue? */
export declare const isPermitted: (facts: Facts, queue: QueueFacts) => boolean;
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
