import type { MessageAttributes, SendEntry } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Attempt } from './attempt.js';
import type { Group } from './groups.js';

/** Where a message is in its queue's life cycle (sqs section 1.2). */
export type Place = 'delayed' | 'available' | 'hidden' | 'gone';

/** How a message leaves its queue; `move` to another one. */
export type Leaving = 'delete' | 'move' | 'age' | 'purge';

/** The receipts of all messages that have none; nobody adds to it. */
const noReceipts: Millis[] = [];

/** One stored message (sqs:D3). Times are instants of the service's clock. There may be very many: every field counts. */
export class Message {
  /** Unique in the service; the handles carry it. */
  readonly number: number;
  /** The number in its id, that of another message if it is a second one of the same id. */
  readonly origin: number;
  readonly body: string;
  attributes: MessageAttributes | undefined;
  /** AWSTraceHeader (sqs:SM6). */
  declare trace?: string | undefined;
  /** MessageGroupId; on a standard queue it is shown and means nothing (sqs:G1, sqs:G2). */
  groupId: string | undefined;
  /** What SequenceNumber is made of, 0 on a standard queue (sqs:F5). */
  sequence = 0;
  place: Place = 'gone';
  /** Place in the default order of delivery: the order of arrival in the queue it is in. */
  order = 0;
  /** SentTimestamp, as shown. */
  sentAt: Millis;
  /** Where its age counts from (sqs:RT3). */
  bornAt: Millis;
  /** The first instant at which it is available, or was: the end of its delay, then of its newest window. */
  visibleAt: Millis;
  firstReceivedAt: Millis | undefined = undefined;
  /** ApproximateReceiveCount: goes on across a dead-letter move (sqs:X4). */
  receives = 0;
  /** Receive times of all its handles; handle k was issued at receivedAt[k - 1] (sqs:V8). */
  receivedAt: Millis[] = noReceipts;
  /** How many of its handles were issued by queues that it was in before (sqs:X13). */
  receiptsElsewhere = 0;
  /** ARN of the queue it was dead-lettered from (sqs:X8). */
  declare deadLetterSource?: string | undefined;
  /** When it was deleted, if it was. */
  deletedAt: Millis = 0;
  /** Whether the shelf of a standard queue holds an entry for it, live or not. */
  listed = false;

  /** MessageDeduplicationId, explicit or that of the content (sqs:F3). */
  declare dedupId?: string | undefined;
  /** The receive that took it last, if that can be repeated (sqs:F40). */
  declare attempt?: Attempt | undefined;
  /** The group that it stands in, and its neighbours there. */
  declare group?: Group | undefined;
  declare ahead?: Message | undefined;
  declare behind?: Message | undefined;

  constructor(number: number, entry: Omit<SendEntry, 'Id'>, at: Millis, visibleAt: Millis) {
    this.number = number;
    this.origin = number;
    this.body = entry.MessageBody;
    this.attributes = entry.MessageAttributes;
    this.groupId = entry.MessageGroupId;
    this.sentAt = at;
    this.bornAt = at;
    this.visibleAt = visibleAt;
  }

  /** MessageId (sqs:D4). */
  get id(): string {
    return idOf(this.origin);
  }
}

/** One in a FIFO queue: those of standard queues have no room for what they never need. */
class FifoMessage extends Message {
  override dedupId: string | undefined = undefined;
  override attempt: Attempt | undefined = undefined;
  override group: Group | undefined = undefined;
  override ahead: Message | undefined = undefined;
  override behind: Message | undefined = undefined;
}

/** A message as it is sent at `at`. */
export function newMessage(
  number: number,
  entry: Omit<SendEntry, 'Id'>,
  at: Millis,
  visibleAt: Millis,
  isFifo: boolean,
): Message {
  return isFifo ? new FifoMessage(number, entry, at, visibleAt) : new Message(number, entry, at, visibleAt);
}

/** Remembers one more receipt. */
export function addReceipt(message: Message, at: Millis): void {
  // an array that grows from nothing takes room for many
  if (message.receivedAt.length === 0) message.receivedAt = [at];
  else message.receivedAt.push(at);
}

/** The MessageId of the message with this number (sqs:D4). */
export const idOf = (number: number): string => `msg-${number}`;

/** The same message as another queue of the type will hold it, with some things changed. */
export function copyOf(message: Message, changes: Partial<Message>): Message {
  const { number, body, sentAt, visibleAt } = message;
  const copy = newMessage(number, { MessageBody: body }, sentAt, visibleAt, message instanceof FifoMessage);
  // handles stay unique should it come back (sqs:D5)
  const apart = { receivedAt: [...message.receivedAt], attempt: undefined, ahead: undefined, behind: undefined };
  return Object.assign(copy, message, apart, changes);
}

export const hasAttributes = ({ attributes }: Message): boolean =>
  attributes !== undefined && Object.keys(attributes).length > 0;
