import type { QueueAttributes, Reply, Tags } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Choose } from '../../src/core/endpoint.js';
import type { Cause, Counters, Rules } from '../rules.js';
import { Fifo } from './fifo.js';
import type { Leaving, Message } from './message.js';
import type { ReceiveInput } from './receive.js';
import { type Shelf } from './shelf.js';
/** A receive that found nothing and waits. */
export interface Waiter {
    ticket: number;
    input: ReceiveInput;
    until: Millis;
    choose: Choose;
    /** It stays empty although there are messages (sqs:P5). */
    blind: boolean;
}
export interface Answer {
    ticket: number;
    reply: Reply;
}
/**
 * One queue. Messages are indexed by their next deadline; `settle` moves those that are due. Every heap is lazy: an entry
 * counts only while the message is still where the entry says. Which available message comes next is its shelf's affair.
 */
export declare class Queue {
    #private;
    readonly name: string;
    readonly createdAt: Millis;
    modifiedAt: Millis;
    /** The attributes that it was created with, and those that it has now. */
    readonly created: QueueAttributes;
    attributes: QueueAttributes;
    tags: Tags;
    /** Numeric attributes in force, in seconds and bytes. */
    delay: number;
    visibility: number;
    wait: number;
    retention: number;
    messageSizeMax: number;
    deadLetter: {
        target: string;
        max: number;
    } | undefined;
    purgedAt: Millis;
    /** There if it is a FIFO queue. */
    readonly fifo: Fifo | undefined;
    readonly shelf: Shelf;
    readonly live: Map<number, Message>;
    readonly waiters: Waiter[];
    readonly graveyard: Message[];
    constructor(name: string, createdAt: Millis, attributes: QueueAttributes, rules: Rules);
    /** Takes the attributes over at `at`; running windows keep their ends, and delays on a standard queue (sqs:V10, sqs:DY4). */
    configure(attributes: QueueAttributes, at: Millis): void;
    get available(): number;
    /** How many messages have entered the queue; the next one gets this as its order. */
    get arrivals(): number;
    get hidden(): number;
    /** How many messages are in each state (sqs:C1). */
    get counters(): Counters;
    /** A message enters the queue, from a sender or from another queue. */
    add(message: Message, place: 'delayed' | 'available'): void;
    /** It is available from `since` on; `back` says how, if it has been before. */
    show(message: Message, since: Millis, back?: 'window' | 'change'): void;
    /** A receive takes it, for a window that is still to be opened. */
    take(message: Message): void;
    hide(message: Message, until: Millis): void;
    /** Hides it until then; an empty window leaves it available (sqs:V6). */
    openWindow(message: Message, until: Millis, at: Millis): void;
    /** The message leaves the queue. */
    remove(message: Message, how: Leaving): void;
    /** Remembers a deleted message for a while. */
    bury(message: Message, at: Millis): void;
    /** Puts a deleted message back, in flight until its window ends. */
    unbury(message: Message): void;
    /** Empties the queue (sqs:PQ2, sqs:PQ4). */
    purge(at: Millis): void;
    /** Takes over what an earlier queue of the name held; delays and windows go on. */
    inherit(messages: Iterable<Message>): void;
    /** The first message that a receive can begin with, off the shelf; the caller hides it, removes it or puts it back. */
    takeFirst(): Message | undefined;
    /** Puts a message back that `takeFirst` gave and nobody hid or removed. */
    putBack(message: Message): void;
    /** Hides everything that is on the shelf. */
    hideRest(until: Millis): void;
    /** One of the first few hidden messages, if there is one at place `index` of the index by deadline. */
    hiddenAt(index: number): Message | undefined;
    /** The message deleted `back` deletes before the newest, while its life would still last. */
    deletedAt(back: number, at: Millis): Message | undefined;
    /** Ends what is due at `at`: lives, delays, windows, in this order (sqs:P11). Returns what became available. */
    settle(at: Millis): Cause | undefined;
    /** The next instant at which something may become available: a delay or window ends, or a life that locks a group. */
    nextEnd(): Millis;
}
