import type { Draw } from '../../chance/seed.js';
import type { Step } from '../../core/schedule.js';
/** An actor that made a receive, and the queue whose receipts it may hold since. */
export interface Holder {
    actor: string;
    queue: string;
}
/** A message sent to a FIFO queue, as far as a later one can be its duplicate. */
export interface Sent {
    step: number;
    queue: string;
    group: string;
    /** The deduplication id that it gave; absent where its content is its id. */
    dedup?: string;
    /** What its body says after the birth certificate. */
    text?: string;
}
/** What the steps of one schedule left for later ones to refer to. */
export declare class Past {
    #private;
    constructor(draw: Draw);
    /** Somebody who may hold receipts, most likely of a late receive; undefined before the first receive. */
    holder(): Holder | undefined;
    /** A message sent by its own call to a FIFO queue, most likely a late one. */
    sent(): Sent | undefined;
    /** An actor that started a move task, most likely a late one. */
    starter(): string | undefined;
    remember(step: Step): void;
    /** Its receipts are probably used up. */
    forget(holder: Holder): void;
}
/** What a send to a FIFO queue sent; undefined for one that is refused for want of a group. */
export declare function sentBy({ id, input, body }: Step): Sent | undefined;
