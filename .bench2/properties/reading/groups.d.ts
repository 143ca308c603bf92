import type { Facts } from './facts.js';
import type { Group, Groups, Member, MessageFacts, QueueFacts } from './words.js';
/** The message groups of a FIFO queue by name: what was sent to it, and the dead letters that were seen there. */
export declare function groupsOf(facts: Facts, queue: QueueFacts): Groups;
/** The group of the message in the queue, if that is a FIFO queue and all of it is known. */
export declare function groupOf(facts: Facts, { sent }: MessageFacts, queue: QueueFacts): Group | undefined;
/**
 * Does `a` certainly stand before `b` in their group: by sequence number, else by the order of their sends, else by place
 * in one batch (sqs:F5, sqs:F6, sqs:SB7)?
 */
export declare function precedes(a: Member, b: Member): boolean;
/** May `a` stand before `b`? */
export declare const mayPrecede: (a: Member, b: Member) => boolean;
/** Compares texts of decimal digits by value: negative, zero or positive. */
export declare function compareNumbers(a: string, b: string): number;
