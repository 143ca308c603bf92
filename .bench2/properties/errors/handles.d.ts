import type { OpId } from '../../src/core/history.js';
import type { Delivery } from '../reading/words.js';
import { type Ask, type Check, type Part } from './check.js';
type Settling = {
    ReceiptHandle?: string;
    VisibilityTimeout?: number;
};
export declare const handle: Part<Settling>;
/** What can be wrong with a visibility change beyond its handle. */
export declare const changeChecks: readonly Check<Settling>[];
/** The delivery that issued the handle, if it is of this queue. */
export declare function receipt({ ReceiptHandle }: Settling, { facts, queue }: Ask): Delivery | undefined;
/** Was an accepted change one of a message that nobody deleted, to a timeout that is legal and not up to the cap? */
export declare function isPlainChange(settling: Settling, ask: Ask): boolean;
/** The receive that issued the handle. */
export declare function issue({ ReceiptHandle }: Settling, { facts }: Ask): OpId[];
export {};
