import type { Millis } from '../../src/core/clock.js';
import type { Rules } from '../rules.js';
import type { Leaving, Message } from './message.js';
import type { Queue } from './queue.js';
import type { Shelf } from './shelf.js';
/** The messages of one group of a FIFO queue, in the order of their acceptance (sqs:F6). */
export interface Group {
    readonly id: string;
    head: Message | undefined;
    tail: Message | undefined;
    /** The message that a receive can begin with, and since when it is available; none while the group is locked. */
    leader: Message | undefined;
    since: Millis;
    /** Locked whatever its messages do. */
    stuck: boolean;
}
/**
 * A FIFO queue's: the leader of a group is its head, as long as that is available (sqs:F30), and leaders are served by
 * the time since when they are (sqs:F35).
 */
export declare class FifoShelf implements Shelf {
    #private;
    leaders: number;
    constructor(queue: Queue, rules: Rules);
    enter(message: Message): void;
    show(message: Message, back?: 'window' | 'change'): void;
    hide(message: Message): void;
    leave(message: Message, how: Leaving): void;
    takeFirst(): Message | undefined;
    putBack(leader: Message): void;
    follower(place: Message | undefined): Message | undefined;
    compact(): void;
}
