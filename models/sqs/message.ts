import type { MessageAttributes, SendEntry } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Attempt } from './attempt.js';
import type { Group } from './groups.js';

/** Where a message is in its queue's life cycle (sqs section 1.2). */
export type Place = 'delayed' | 'available' | 'hidden' | 'gone';

/** How a message leaves its queue; `move` to another one. */
export type Leaving = 'delete' | 'move' | 'age' | 'purge';

/** One stored message (sqs:D3). Times are instants of the service's clock. */
export interface Message {
  /** Unique in the service; the id and the handles carry it. */
  readonly number: number;
  readonly id: string;
  readonly body: string;
  readonly bodyMd5: string;
  attributes: MessageAttributes | undefined;
  /** AWSTraceHeader (sqs:SM6). */
  trace: string | undefined;
  /** MessageGroupId; on a standard queue it is shown and means nothing (sqs:G1, sqs:G2). */
  groupId: string | undefined;
  /** MessageDeduplicationId, explicit or that of the content (sqs:F3). */
  dedupId: string | undefined;
  /** What SequenceNumber is made of, 0 on a standard queue (sqs:F5). */
  sequence: number;
  place: Place;
  /** Place in the default order of delivery: the order of arrival in the queue it is in. */
  order: number;
  /** SentTimestamp, as shown. */
  sentAt: Millis;
  /** Where its age counts from (sqs:RT3). */
  bornAt: Millis;
  /** The first instant at which it is available, or was: the end of its delay, then of its newest window. */
  visibleAt: Millis;
  firstReceivedAt: Millis | undefined;
  /** ApproximateReceiveCount: goes on across a dead-letter move (sqs:X4). */
  receives: number;
  /** Receive times of all its handles; handle k was issued at receivedAt[k - 1] (sqs:V8). */
  receivedAt: Millis[];
  /** How many of its handles were issued by queues that it was in before (sqs:X13). */
  receiptsElsewhere: number;
  /** ARN of the queue it was dead-lettered from (sqs:X8). */
  deadLetterSource: string | undefined;
  /** When it was deleted, if it was. */
  deletedAt: Millis;
  /** Whether the shelf of a standard queue holds an entry for it, live or not. */
  listed: boolean;
  /** The receive that took it last, if that can be repeated (sqs:F40). */
  attempt: Attempt | undefined;
  /** The group that it stands in, and its neighbours there (FIFO only). */
  group: Group | undefined;
  ahead: Message | undefined;
  behind: Message | undefined;
}

/** A message as it is sent at `at`. All messages come from this one literal, so that they have one shape. */
export const newMessage = (
  number: number,
  entry: Omit<SendEntry, 'Id'>,
  bodyMd5: string,
  at: Millis,
  visibleAt: Millis,
): Message => ({
  number,
  id: idOf(number),
  body: entry.MessageBody,
  bodyMd5,
  attributes: entry.MessageAttributes,
  trace: undefined,
  groupId: entry.MessageGroupId,
  dedupId: undefined,
  sequence: 0,
  place: 'gone',
  order: 0,
  sentAt: at,
  bornAt: at,
  visibleAt,
  firstReceivedAt: undefined,
  receives: 0,
  receivedAt: [],
  receiptsElsewhere: 0,
  deadLetterSource: undefined,
  deletedAt: 0,
  listed: false,
  attempt: undefined,
  group: undefined,
  ahead: undefined,
  behind: undefined,
});

/** Remembers one more receipt. */
export function addReceipt(message: Message, at: Millis): void {
  // an array that grows from nothing takes room for many
  if (message.receivedAt.length === 0) message.receivedAt = [at];
  else message.receivedAt.push(at);
}

/** The MessageId of the message with this number (sqs:D4). */
export const idOf = (number: number): string => `msg-${number}`;

/** The same message as another queue will hold it, with some things changed. */
export function copyOf(message: Message, changes: Partial<Message>): Message {
  const { number, body, bodyMd5, sentAt, visibleAt } = message;
  const copy = newMessage(number, { MessageBody: body }, bodyMd5, sentAt, visibleAt);
  // handles stay unique should it come back (sqs:D5)
  const apart = { receivedAt: [...message.receivedAt], attempt: undefined, ahead: undefined, behind: undefined };
  return Object.assign(copy, message, apart, changes);
}

export const hasAttributes = ({ attributes }: Message): boolean =>
  attributes !== undefined && Object.keys(attributes).length > 0;
