import type { Facts } from '../reading/facts.js';
import type { Delivery, Settling } from '../reading/words.js';
/**
 * What a campaign must have met at least once, else it has judged less than it seems. Each is told from the history
 * alone, like a property.
 */
export interface Reach {
    name: string;
    /** The only type of queues that it is about; both unless said. */
    on?: 'standard' | 'fifo';
}
/** A reach that is told from one thing of the history: an op, a delivery, a pair of sends. */
interface Sight<T> extends Reach {
    seen(thing: T, facts: Facts): boolean;
}
/** Things of one kind, looked at once for all that can be seen in them. */
export interface Scene {
    reaches: readonly Reach[];
    /** Adds the names of what is there. */
    look(facts: Facts, found: Set<string>): void;
}
export declare const scene: <T>(things: (facts: Facts) => Iterable<T>, sights: readonly Sight<T>[]) => Scene;
/** The latest delivery of the message from the same queue that was over before this one. */
export declare const deliveryBefore: ({ of, queue, s }: Delivery) => Delivery | undefined;
/** When the message of the delivery may come again, unless something is done to it. */
export declare const endOfWindow: ({ receive }: Delivery) => number;
/** Is it the first delivery of the message from its queue? */
export declare const isFirst: (delivery: Delivery) => boolean;
export declare const isFifo: ({ receive }: Delivery) => boolean;
/** Was the handle's message received again, certainly before the settling? */
export declare const isStale: ({ delivery, s }: Settling) => boolean;
/** Is the handle the newest known one, its own window over, and the message not touched since? */
export declare function isExpired(settling: Settling): boolean;
/** Is it the newest known handle, and its window running? */
export declare const isCurrent: (c: Settling) => boolean;
export {};
