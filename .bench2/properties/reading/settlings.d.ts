import type { Facts } from './facts.js';
import type { Called, Delivery, OpOf, Settling, Timed } from './words.js';
/** `code` is that of a refusal, of the call or of the entry alone. */
export declare function readSettling(facts: Facts, { op, s, e, place, outcome }: Called, kind: Settling['kind'], entry: {
    ReceiptHandle: string;
    VisibilityTimeout?: number;
}, code: string | undefined): void;
export declare function readSettlingBatch(facts: Facts, called: Called, op: OpOf<'DeleteMessageBatch' | 'ChangeMessageVisibilityBatch'>): void;
/** Ties it to its message by the handle; a client may have settled before the reading knew the handle. */
export declare function bindSettling(facts: Facts, settling: Settling): void;
/** Do both carry one handle, so that the one is the other or repeats it (sqs:F40)? */
export declare const isSameReceipt: (a: Delivery, b: Delivery) => boolean;
/** Is there no delivery, seen by a client and with another handle, that may lie between `delivery` and `settling`? */
export declare function isLatestSeen(delivery: Delivery, settling: Timed): boolean;
/** Is the handle of `delivery` certainly the message's newest at `settling`: nobody can have received it in between? */
export declare function certainlyLatest(facts: Facts, delivery: Delivery, settling: Timed): boolean;
