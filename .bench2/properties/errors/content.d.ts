import type { SendEntry } from '../../src/core/calls.js';
import { type Check, type Part } from './check.js';
type Message = Omit<SendEntry, 'Id'>;
/** What can be wrong with the body and the delay of a message that is sent, alone or as an entry. */
export declare const bodyChecks: readonly Check<Message>[];
/** Is nothing wrong with the body, which is there, and with the delay? */
export declare const isPlainBody: (message: Message) => boolean;
/** The attributes of a message, alone or as an entry. */
export declare const attributes: Part<Message>;
export declare const systemAttributes: Part<Message>;
/** Bytes of a message: the body and each attribute's name, type and value (sqs:SM3). */
export declare function sizeOf({ MessageBody, MessageAttributes }: Message): number;
/** Does it certainly fit into any queue, and ten of it into any batch? No character has more than three bytes per unit. */
export declare function isSmall({ MessageBody, MessageAttributes }: Message): boolean;
export {};
