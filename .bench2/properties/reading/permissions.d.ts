import type { Facts } from './facts.js';
import type { Write } from './register.js';
import type { QueueFacts } from './words.js';
/** One statement of a queue's policy. */
export type Statement = object;
/** What calls wrote, or may have written, under one label of the queue's policy; undefined where they took it away. */
export declare function statementWrites(facts: Facts, queue: QueueFacts, label: string): Write<Statement | undefined>[];
/** The statement that the setup's policy has under the label. */
export declare const firstStatement: ({ initial }: QueueFacts, label: string) => Statement | undefined;
/** All labels that AddPermission may have written. */
export declare function labelsOf(facts: Facts, queue: QueueFacts): Set<string>;
/** Was the policy written as a whole too, by the setup or by a call? */
export declare const isWrittenWhole: ({ initial, writes }: QueueFacts) => boolean;
/** The label of a statement. */
export declare const sidOf: (statement: Statement) => string;
export declare function statementsIn(policy: string): Statement[];
/** Has AddPermission or RemovePermission written, or may it have written, anything into the policy of the queue? */
export declare const isPermitted: (facts: Facts, queue: QueueFacts) => boolean;
