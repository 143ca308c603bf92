import type { Call, CallName, QueueAttributes, ReceivedMessage, SendEntry, SendResult } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Op } from '../../src/core/history.js';
import type { Facts } from './facts.js';

/**
 * The nouns of the reading.
 *
 * Times: an effect happened somewhere in [s, e]; `e` is Infinity where the outcome is unknown. `a` is certainly before `b`
 * iff a.e < b.s, possibly before iff a.s <= b.e (sqs section 11.1).
 */

export type OpOf<K extends CallName> = Extract<Op, { call: K }>;
export type BatchCall = 'SendMessageBatch' | 'DeleteMessageBatch' | 'ChangeMessageVisibilityBatch';
export type NamingCall = 'CreateQueue' | 'GetQueueUrl' | 'ListQueues';

export interface Timed {
  op: Op;
  s: Millis;
  /** Infinity when the outcome is unknown. */
  e: Millis;
}

/** One call of the run, as it may have met the service; one entry of it where entries are judged alone. */
export interface Called extends Timed {
  facts: Facts;
  call: CallName;
  input: Call['input'];
  /** The queue by name; undefined when the call names none. */
  queue: string | undefined;
  /** The facts of that queue. */
  place: QueueFacts;
  outcome: 'ok' | 'refused' | 'unknown';
  /** How it was refused; undefined if it was not. */
  refusal: Refused | undefined;
}

/** A refusal, of an entry only with its legacy code. */
export interface Refused {
  code: string;
  status?: number;
  legacy?: string;
}

/** One entry of a send that was accepted, or may have been. */
export interface Sent extends Timed {
  queue: string;
  entry: Omit<SendEntry, 'Id'>;
  /** The facts of that queue. */
  place: QueueFacts;
  /** Place in its batch, from 0. */
  index: number;
  /** Its MessageGroupId. */
  group: string | undefined;
  /** Under what a FIFO queue remembers it, if it was accepted: its own id, else the SHA-256 of its body (sqs:F3). */
  dedupId: string | undefined;
  /**
   * The delays that it may have had, in seconds: its own, 0 included, else the queue's (sqs:DY1). On a FIFO queue the
   * queue's, whenever that was changed before it was over (sqs:DY2, sqs:DY4).
   */
  delay: Range;
  /** The answer, and the message with the id in it; defined iff the outcome is ok. */
  result: SendResult | undefined;
  message: MessageFacts | undefined;
}

/** One receive call, with the values that may have been in force for it. Seconds. */
export interface Received extends Timed {
  op: OpOf<'ReceiveMessage'>;
  queue: string;
  /** The facts of that queue. */
  place: QueueFacts;
  outcome: 'ok' | 'unknown';
  /** Its ReceiveRequestAttemptId. */
  attempt: string | undefined;
  max: number;
  wait: Range;
  visibility: Range;
  deliveries: Delivery[];
}

/** One message in one answer. */
export interface Delivery extends Timed {
  /** The earliest instant at which it can have been taken; not before `s`. See `bindSince`. */
  since: Millis;
  receive: Received;
  queue: string;
  message: ReceivedMessage;
  /** Place in the answer, from 0. */
  index: number;
  of: MessageFacts;
  /** ApproximateReceiveCount, undefined when it was not asked for. */
  count: number | undefined;
  /** Queue that the DeadLetterQueueSourceArn names, if the answer shows one. */
  deadLetteredFrom: string | undefined;
  /** The first delivery with this handle, if this one only repeats it for the same attempt id (sqs:F40). */
  retryOf: Delivery | undefined;
}

/** One delete or visibility change of one handle; refused ones included. */
export interface Settling extends Timed {
  kind: 'delete' | 'change';
  queue: string;
  handle: string;
  outcome: 'ok' | 'refused' | 'unknown';
  /** The code of a refusal: JSON name for a call, legacy code for a batch entry. */
  code: string | undefined;
  /** The new timeout of a change, in seconds. */
  seconds: number | undefined;
  /** The first delivery that carried this handle, if a client has seen it. */
  delivery: Delivery | undefined;
  /** Does it certainly act? Undefined until somebody asks: see `windowOf`, `certainlyDeleted`. */
  acts: boolean | undefined;
}

/** All that is known of one MessageId. */
export interface MessageFacts {
  id: string;
  /**
   * The send that made it: the one that was answered with this id, else the one unknown send whose body it carries. Where
   * several may have, see `makers`, one that stands for all of them: its times enclose the making. Undefined when nobody
   * sent it, or when it is not known to which queue.
   */
  sent: Sent | undefined;
  /** The sends that may have made it if there are several: duplicates on a FIFO queue, unknown sends with one body. */
  makers: Sent[];
  /** In the order of invocation of their receives. */
  deliveries: Delivery[];
  /** Deletes and changes by any handle of the message, in the order of invocation. */
  deletes: Settling[];
  changes: Settling[];
  /** See `expiresFrom`; undefined until somebody asks. */
  expires: Millis | undefined;
  /** See `isSpurious`; undefined until somebody asks. */
  spurious: boolean | undefined;
}

/** A message move task that was started, or may have been (sqs section 7.3). */
export interface StartedTask extends Timed {
  outcome: 'ok' | 'unknown';
  /** Names of queues; without a destination every message goes back to the queue it came from (sqs:MT4). */
  source: string;
  destination: string | undefined;
  /** Messages a second, where given. */
  rate: number | undefined;
  handle: string | undefined;
}

/** A receive with an attempt id; `receive` is undefined for one that was refused. */
export interface Attempt {
  called: Called;
  receive: Received | undefined;
}

/** Lowest and highest legal value. */
export interface Range {
  lo: number;
  hi: number;
}

/** A call that may have emptied or ended a queue. */
export interface Wipe extends Timed {
  queue: string;
  kind: 'purge' | 'delete-queue';
  outcome: 'ok' | 'unknown';
}

export interface QueueFacts {
  name: string;
  isFifo: boolean;
  /** Attributes of the setup; undefined when a step has to create the queue. */
  initial: QueueAttributes | undefined;
  /** CreateQueue and SetQueueAttributes calls that wrote, or may have written, attributes. */
  writes: (Timed & { outcome: 'ok' | 'unknown'; attributes: QueueAttributes; created: boolean })[];
  wipes: Wipe[];
  /** Sends of move tasks into the queue included, see `tasks.ts`. */
  sends: Sent[];
  receives: Received[];
  /** Receives without a known outcome; each may have hidden messages. */
  blindReceives: Received[];
  /** Calls that wrote, or may have written, tags or statements of the policy. */
  labellings: Called[];
  /** Receives by ReceiveRequestAttemptId; undefined if none has one. */
  attempts: Map<string, Attempt[]> | undefined;
  /** What is found out on demand. Undefined, or absent, until somebody asks. */
  waits: Waits | undefined;
  redrive: Redrive | undefined;
  behind: ReadonlySet<string> | undefined;
  groups: Groups | undefined;
  /** Accepted sends that share a deduplication id with another one, by that id; `undefined` until somebody asks. */
  sameIds: Map<string, Sent[]> | undefined;
  lasting: Map<string, Lasting | 'written'>;
  written: Map<string, readonly Written[]>;
}

/** One value of an attribute, and the time in which it may have been in force. */
export interface Written {
  value: string | undefined;
  from: Millis;
  to: Millis;
}

/** The long polls of one queue that took any time, in the order of invocation. */
export interface Waits {
  polls: Received[];
  longest: Millis;
  lastEnd: Millis;
}

/** The maxReceiveCount, and the dead-letter queue when all policies agree on one. */
export interface Redrive extends Range {
  target: string | undefined;
}

/** The value of an attribute that no call of the run wrote. */
export interface Lasting {
  range: Range;
  texts: readonly (string | undefined)[];
}

export interface Groups {
  byName: ReadonlyMap<string, Group>;
  /** What was delivered from the queue and may be of any group. */
  strays: MessageFacts[];
}

/** One message group of a FIFO queue. */
export interface Group {
  name: string;
  /** What is known to have been in it, in the order in which its sends began. */
  members: Member[];
  /** Sends to it without a known outcome, those of move tasks included. */
  unknown: Sent[];
}

export interface Member {
  message: MessageFacts;
  sent: Sent;
  /** Was it sent to this queue itself? Else it came as a dead letter. */
  isDirect: boolean;
  /** When it was certainly in the queue: the end of its send, or of its first delivery there. */
  by: Millis;
  /** Its number in this queue, from the answer to its send or from a delivery; undefined where neither is certain. */
  sequence: string | undefined;
  /** The same, where the numbers of the group agree with the order of its sends. */
  rank: string | undefined;
}
