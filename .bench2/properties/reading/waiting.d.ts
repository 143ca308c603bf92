import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { Judgement } from './judge.js';
import type { MessageFacts, QueueFacts, Received, Timed, Waits } from './words.js';
/** A message that is certainly available in a queue from `at` on, as long as no call touches it. */
export interface Ready {
    message: MessageFacts;
    queue: QueueFacts;
    at: Millis;
    /** The call that set the time, and the words for it: "receive #4 hid it from 0 s for 30 s". */
    cause: Timed;
    story(): string;
    /** Deliveries and visibility changes of the message that may come after `at`. */
    later(): Timed[];
}
export declare function waitsOf(queue: QueueFacts): Waits;
/** The long polls of the queue that were open at `at`, the last one first. */
export declare function openAt(queue: QueueFacts, at: Millis): readonly Received[];
/** Was any long poll of the queue open at some instant of [from, to]? */
export declare function isOpenWithin(queue: QueueFacts, from: Millis, to: Millis): boolean;
/**
 * A long poll that is open while a message becomes available answers at once (sqs:P3, sqs:P7, sqs:P8). Who takes the
 * message and with what a poll answers is free (sqs:P9), but no poll goes on waiting beside a message that is there.
 */
export declare function answersInTime(facts: Facts, judgement: Judgement, polls: readonly Received[], ready: Ready, late: Millis): void;
