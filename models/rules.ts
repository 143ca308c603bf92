import type { CallName, MessageAttributes, QueueAttributes, Refusal } from '../src/core/calls.js';
import type { Millis } from '../src/core/clock.js';
import type { Choose } from '../src/core/endpoint.js';
import { limits } from '../src/core/limits.js';
import type { Message, Place } from './sqs/message.js';
import type { Queue } from './sqs/queue.js';
import { isEntryId, isLegalText } from './sqs/text.js';

/** What a handle is to its message at the moment it is used (sqs section 1.5). */
export type HandleState = 'current' | 'expired' | 'stale';

/** What can make a message available while a poll waits (sqs:P7, sqs:P8). */
export type Cause = 'send' | 'delay' | 'window' | 'change' | 'move';

export interface Counters {
  available: number;
  hidden: number;
  delayed: number;
}

/**
 * The decisions of the contract, one small function each. The model asks this table and decides nothing itself; a
 * mutant replaces entries of it. Durations are seconds as in AWS's inputs, instants are milliseconds.
 */
export interface Rules {
  /** Whether an empty body is stored: never. sqs:SM2 */
  storesEmptyBody(): boolean;
  /** Whether a body is made of legal characters only. sqs:SM4 */
  allowsText(body: string): boolean;
  /** Whether a batch entry may have this Id. sqs:SB1 */
  allowsEntryId(id: string): boolean;
  /** Largest size of a batch entry in bytes: the queue's maximum. sqs:SB2, sqs:SB3 */
  entrySizeMax(queue: number): number;
  /** The queue that a send to `queue` goes to while polls wait on the queues `waiting`: the one asked for. sqs:D7 */
  landsIn(queue: Queue, waiting: ReadonlySet<Queue>): Queue;
  /** Delay of a send in seconds: its own, 0 included, else the queue's. sqs:DY1 */
  delayOf(asked: number | undefined, queue: number): number;
  /** First instant at which a delayed message is available. sqs:B2 */
  delayEnds(sentAt: Millis, delay: number): Millis;
  /** First instant at which a message is too old. sqs:B3, sqs:RT3 */
  expiresAt(message: Message, retention: number): Millis;
  /** Whether age removes a message in this place: in every one. sqs:RT2 */
  ageRemoves(place: Place): boolean;

  /** Window of a receive in seconds: its own, 0 included, else the queue's. sqs:V1, sqs:V6 */
  visibilityOf(asked: number | undefined, queue: number): number;
  /** First instant at which a message received at `at` is visible again. sqs:B1 */
  hiddenUntil(at: Millis, visibility: number): Millis;
  /** The MessageId that a receive shows: the one that the send answered. sqs:D4 */
  idShown(message: Message): string;
  /** Which of `receipts` receipts the handle of the newest one says that it is. sqs:D5 */
  receiptNamed(receipts: number): number;
  /** Most messages that a receive may ask for. sqs:RM3 */
  askedMax(): number;
  /** Most messages that a receive of up to `asked` returns. sqs:RM1 */
  returnedMax(asked: number): number;
  /** Whether a receive of up to `asked` hides all that is available, not only what it returns: never. sqs:V1, sqs:RM1 */
  hidesBeyond(asked: number): boolean;
  /** Whether the sweep that ends windows hides what is available instead: never. sqs:V4, sqs:L1 */
  sweepHides(): boolean;
  /** Receive count after one more receive. sqs:L4 */
  countAfter(receives: number): number;
  /** First receive time after a receive at `at`: set once. sqs:RM5 */
  firstReceived(previous: Millis | undefined, at: Millis): Millis;

  /** Wait of a receive in seconds: its own, 0 included, else the queue's. sqs:P1 */
  waitOf(asked: number | undefined, queue: number): number;
  /** Whether a message that becomes available by this cause ends a wait: by every one. sqs:P7, sqs:P8 */
  wakes(cause: Cause): boolean;
  /** Whether a poll that has found `found` of `asked` messages answers at once. sqs:P3, sqs:P4 */
  answersWith(found: number, asked: number): boolean;
  /**
   * What a poll does at the last instant of its wait with what is available then: it returns it. sqs:P6, sqs:P9
   * To swallow is to take it and answer empty; to ignore, not to look at what did not wake it.
   */
  atDeadline(): 'return' | 'swallow' | 'ignore';
  /** Whether an answer without messages carries an empty list: never. sqs:RM2 */
  listsNothing(): boolean;

  /** Whether a handle of `issuer` is good at `queue`. sqs:RH13 */
  accepts(issuer: string, queue: string): boolean;
  /** Whether a handle in this state still leads to its message: in every one. sqs:RH14 */
  remembers(handle: HandleState): boolean;
  /** Whether a handle that was never issued is refused. sqs:RH1 */
  refusesGarbage(): boolean;
  /** Whether a delete of a message that is gone succeeds silently. sqs:RH4, sqs:RH5, sqs:PQ5 */
  deletesAgain(): boolean;
  /** Whether a delete with such a handle deletes. sqs:RH2; [may] for stale ones, sqs:RH3 */
  deletes(handle: HandleState, choose: Choose): boolean;
  /** Whether a visibility change with such a handle acts. sqs:RH6; [may] for expired ones, sqs:RH7 */
  changes(handle: HandleState, choose: Choose): boolean;
  /** First instant at which a message changed at `at` is visible. sqs:V7 */
  changedUntil(at: Millis, timeout: number, message: Message): Millis;
  /** Where the 12 h cap of a handle counts from. sqs:V8 */
  capFrom(receivedAt: Millis, message: Message): Millis;
  /** Longest time a receipt may be hidden in all, in seconds. sqs:V8 */
  capOf(): number;
  /** Whether a change of a deleted message puts it back: never. sqs:RH8, sqs:DM1 */
  changeRevives(message: Message, at: Millis, timeout: number): boolean;
  /** What becomes of a batch entry that is refused: it is reported as failed, the others go on. sqs:OP7, sqs:DB2 */
  failedEntry(call: CallName, refusal: Refusal): 'report' | 'omit' | 'fail-all';
  /** What a failed batch entry is reported with: its own refusal. sqs:SB5 */
  reportedAs(call: CallName, refusal: Refusal): Refusal;

  /** The limit of a RedrivePolicy, given as number or decimal text. sqs:A7 */
  limitOf(given: unknown): number;
  /** Whether a receive moves the message instead of returning it. sqs:X3 */
  deadLetterDue(receivesHere: number, maxReceiveCount: number): boolean;
  /** What a receive does with a message that is due while its dead-letter queue does not exist. sqs:X15 */
  withoutTarget(): 'deliver' | 'drop';
  /** What a receive does with a message in a queue without RedrivePolicy. sqs:X13, sqs:L1 */
  withoutPolicy(message: Message): 'deliver' | 'drop';
  /** Whether a move leaves a copy of the message in its source: never. sqs:X3, sqs:D7 */
  leavesCopy(): boolean;
  /** DeadLetterQueueSourceArn of a moved message. sqs:X8 */
  deadLetterSource(source: string, target: string): string | undefined;
  /** SentTimestamp after a move between standard queues: unchanged. sqs:X9 */
  sentAtAfterMove(message: Message, at: Millis): Millis;
  /** Where the age counts from after a move between standard queues: unchanged. sqs:RT4 */
  bornAtAfterMove(message: Message, at: Millis): Millis;
  /** First receive time after a move between standard queues: unchanged. sqs:X9 */
  firstReceivedAfterMove(message: Message, at: Millis): Millis | undefined;
  /** Receives that count against the limit of the queue it is in now. sqs:X13 */
  receivesHere(message: Message): number;
  /** How many messages a scan passes over after it has moved one: none. sqs:X3, sqs:L1 */
  skipsAfterMove(): number;

  /** Whether a purge removes a message in this place: every one. sqs:PQ2 */
  purges(place: Place): boolean;
  /** Whether a purge at `purgedAt` also removes what is sent at `at`, after it: never. sqs:PQ2; [may] for 60 s, sqs:PQ3 */
  purgesLater(at: Millis, purgedAt: Millis): boolean;
  /** Whether the messages of a deleted queue are found in the next one of its name: never. sqs:DQ1 */
  outlivesQueue(): boolean;
  /** Whether a message that is deleted in this place stays in its counter: never. sqs:C7 */
  staysCounted(place: Place): boolean;
  /** The three counters as GetQueueAttributes shows them. sqs:C1 */
  counters(exact: Counters): Counters;
  /** Which of the attributes given for a queue are checked: all. sqs:E40, sqs:SA4, sqs:SA5 */
  attributesChecked(given: QueueAttributes): QueueAttributes;
  /** Whether a create of an existing queue succeeds that gives this attribute another value: never. sqs:CQ5 */
  createsDespite(attribute: string): boolean;
  /** Whether a listing for a prefix has this queue. sqs:LQ1 */
  lists(name: string, prefix: string): boolean;
  /** Attributes that SetQueueAttributes leaves behind. sqs:SA1 */
  mergeAttributes(old: QueueAttributes, given: QueueAttributes): QueueAttributes;

  /** The names of system or message attributes that a receive shows: those it asks for. sqs:RM4, sqs:RM6 */
  namesShown(kind: 'system' | 'message', asked: string[] | undefined): string[] | undefined;
  /** The message attributes left in store after a receive showed some of them: all. sqs:D6, sqs:RM7 */
  attributesLeft(stored: MessageAttributes, shown: MessageAttributes): MessageAttributes;
  /** The text that the digest of a body is taken over. sqs:M20 */
  digestedBody(body: string): string;
  /** How a type enters the digest of the attributes: its full text, and 2 for binary values, 1 for text. sqs:M21 */
  digestedType(type: string): { text: string; transport: 1 | 2 };
  /** Whether there is a digest of no attributes: never. sqs:M23 */
  digestsNothing(): boolean;
}

/** The contract as we read it. */
export const contract: Rules = {
  storesEmptyBody: () => false,
  allowsText: isLegalText,
  allowsEntryId: isEntryId,
  entrySizeMax: (queue) => queue,
  landsIn: (queue) => queue,
  delayOf: (asked, queue) => asked ?? queue,
  delayEnds: (sentAt, delay) => sentAt + delay * 1000,
  expiresAt: (message, retention) => message.bornAt + retention * 1000,
  ageRemoves: () => true,

  visibilityOf: (asked, queue) => asked ?? queue,
  hiddenUntil: (at, visibility) => at + visibility * 1000,
  idShown: (message) => message.id,
  receiptNamed: (receipts) => receipts,
  askedMax: () => limits.receiveMax,
  returnedMax: (asked) => asked,
  hidesBeyond: () => false,
  sweepHides: () => false,
  countAfter: (receives) => receives + 1,
  firstReceived: (previous, at) => previous ?? at,

  waitOf: (asked, queue) => asked ?? queue,
  wakes: () => true,
  answersWith: (found) => found > 0,
  atDeadline: () => 'return',
  listsNothing: () => false,

  accepts: (issuer, queue) => issuer === queue,
  remembers: () => true,
  refusesGarbage: () => true,
  deletesAgain: () => true,
  deletes: (handle, choose) => handle !== 'stale' || choose('stale-delete', 2) === 0,
  changes: (handle, choose) => handle !== 'expired' || choose('expired-change', 2) === 0,
  changedUntil: (at, timeout) => at + timeout * 1000,
  capFrom: (receivedAt) => receivedAt,
  capOf: () => limits.visibilityMax,
  changeRevives: () => false,
  failedEntry: () => 'report',
  reportedAs: (_call, refusal) => refusal,

  limitOf: (given) => Number(given),
  deadLetterDue: (receivesHere, maxReceiveCount) => receivesHere >= maxReceiveCount,
  withoutTarget: () => 'deliver',
  withoutPolicy: () => 'deliver',
  leavesCopy: () => false,
  deadLetterSource: (source) => source,
  sentAtAfterMove: (message) => message.sentAt,
  bornAtAfterMove: (message) => message.bornAt,
  firstReceivedAfterMove: (message) => message.firstReceivedAt,
  receivesHere: (message) => message.receivedAt.length - message.receiptsElsewhere,
  skipsAfterMove: () => 0,

  purges: () => true,
  purgesLater: () => false,
  outlivesQueue: () => false,
  staysCounted: () => false,
  counters: (exact) => exact,
  attributesChecked: (given) => given,
  createsDespite: () => false,
  lists: (name, prefix) => name.startsWith(prefix),
  mergeAttributes: (old, given) => ({ ...old, ...given }),

  namesShown: (_kind, asked) => asked,
  attributesLeft: (stored) => stored,
  digestedBody: (body) => body,
  digestedType: (type) => ({ text: type, transport: type.startsWith('Binary') ? 2 : 1 }),
  digestsNothing: () => false,
};
