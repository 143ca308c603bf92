import type { Facts } from './facts.js';
import type { MessageFacts } from './words.js';
export declare const newMessage: (id: string) => MessageFacts;
/** Finds out which send made each message, where the answers do not say it plainly. */
export declare function bindMessages(facts: Facts): void;
