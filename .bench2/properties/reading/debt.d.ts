import type { Facts } from './facts.js';
import type { MessageFacts, Received } from './words.js';
/**
 * What the drain owes for an accepted message: `paid` when it delivered it, `none` when the message may be gone by a
 * call of known outcome or by age, `open` when a call without a known outcome may have removed it or the drain may have
 * been too short to see it, `owed` when it should have come. `last` is the poll that should have brought it at the latest.
 */
export type Debt = {
    kind: 'paid';
} | {
    kind: 'none';
} | {
    kind: 'open';
    why: string;
} | {
    kind: 'owed';
    last: Received;
};
/** Only for a message with an accepted send. */
export declare function debtOf(facts: Facts, message: MessageFacts): Debt;
