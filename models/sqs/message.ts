import type { MessageAttributes } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';

/** Where a message is in its queue's life cycle (sqs section 1.2). */
export type Place = 'delayed' | 'available' | 'hidden' | 'gone';

/** One stored message (sqs:D3). Times are instants of the service's clock. */
export interface Message {
  /** Unique in the service; the id and the handles carry it. */
  readonly number: number;
  readonly id: string;
  readonly body: string;
  readonly bodyMd5: string;
  attributes: MessageAttributes | undefined;
  place: Place;
  /** Place in the default order of delivery: the order of arrival in the queue it is in. */
  order: number;
  /** SentTimestamp, as shown. */
  sentAt: Millis;
  /** Where its age counts from (sqs:RT3). */
  bornAt: Millis;
  availableAt: Millis;
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
  deletedAt: Millis;
  /** Whether the queue's list of available messages holds an entry for it, live or not. */
  listed: boolean;
}
