import type { Millis } from '../../src/core/clock.js';
import type { Op } from '../../src/core/history.js';
import type { MessageFacts } from './words.js';
/** The name of a call in a sentence: "receive #4". */
export declare function nameOf(op: Op): string;
/** The name of a message in a sentence: the birth certificate at the front of its body, else its MessageId. */
export declare function titleOf(message: MessageFacts): string;
/** Milliseconds as seconds for a sentence: 29.6 s. */
export declare const seconds: (ms: Millis) => string;
