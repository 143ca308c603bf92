import type { QueueAttributes } from '../src/core/calls.js';
import type { Millis } from '../src/core/clock.js';
import type { Choose } from '../src/core/endpoint.js';
import { limits } from '../src/core/limits.js';
import type { Message, Place } from './sqs/message.js';

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
  /** How many available messages a receive hides beyond those it returns: none. sqs:V1 */
  hidesBeyond(available: number): number;
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
  /** What becomes of messages taken for a poll at the last instant of its wait: the poll returns them. sqs:P6, sqs:P9 */
  atDeadline(): 'return' | 'swallow';

  /** Whether a handle of `issuer` is good at `queue`. sqs:RH13 */
  accepts(issuer: string, queue: string): boolean;
  /** Whether a handle that was never issued is refused. sqs:RH1 */
  refusesGarbage(): boolean;
  /** Whether a delete of a message that is gone succeeds silently. sqs:RH4, sqs:RH5, sqs:PQ5 */
  deletesAgain(): boolean;
  /** Whether a delete with such a handle deletes. sqs:RH2; [may] for stale ones, sqs:RH3 */
  deletes(handle: HandleState, choose: Choose): boolean;
  /** Whether a visibility change with such a handle is refused although the message lives: never. sqs:RH6, sqs:RH7 */
  refusesChange(handle: HandleState): boolean;
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

  /** Whether a receive moves the message instead of returning it. sqs:X3 */
  deadLetterDue(receivesHere: number, maxReceiveCount: number): boolean;
  /** What becomes of a message that is due while its dead-letter queue does not exist: it stays. sqs:X15 */
  withoutTarget(): 'stay' | 'drop';
  /** DeadLetterQueueSourceArn of a moved message. sqs:X8 */
  deadLetterSource(source: string, target: string): string | undefined;
  /** SentTimestamp after a move between standard queues: unchanged. sqs:X9 */
  sentAtAfterMove(message: Message, at: Millis): Millis;
  /** Where the age counts from after a move between standard queues: unchanged. sqs:RT4 */
  bornAtAfterMove(message: Message, at: Millis): Millis;
  /** Receives that count against the limit of the queue it is in now. sqs:X13 */
  receivesHere(message: Message): number;
  /** How many messages a scan passes over after it has moved one: none. sqs:X3, sqs:L1 */
  skipsAfterMove(): number;

  /** Whether a purge removes a message in this place: every one. sqs:PQ2 */
  purges(place: Place): boolean;
  /** The three counters as GetQueueAttributes shows them. sqs:C1 */
  counters(exact: Counters): Counters;
  /** Attributes that SetQueueAttributes leaves behind. sqs:SA1 */
  mergeAttributes(old: QueueAttributes, given: QueueAttributes): QueueAttributes;
}

/** The contract as we read it. */
export const contract: Rules = {
  delayOf: (asked, queue) => asked ?? queue,
  delayEnds: (sentAt, delay) => sentAt + delay * 1000,
  expiresAt: (message, retention) => message.bornAt + retention * 1000,
  ageRemoves: () => true,

  visibilityOf: (asked, queue) => asked ?? queue,
  hiddenUntil: (at, visibility) => at + visibility * 1000,
  hidesBeyond: () => 0,
  countAfter: (receives) => receives + 1,
  firstReceived: (previous, at) => previous ?? at,

  waitOf: (asked, queue) => asked ?? queue,
  wakes: () => true,
  answersWith: (found) => found > 0,
  atDeadline: () => 'return',

  accepts: (issuer, queue) => issuer === queue,
  refusesGarbage: () => true,
  deletesAgain: () => true,
  deletes: (handle, choose) => handle !== 'stale' || choose('stale-delete', 2) === 0,
  refusesChange: () => false,
  changes: (handle, choose) => handle !== 'expired' || choose('expired-change', 2) === 0,
  changedUntil: (at, timeout) => at + timeout * 1000,
  capFrom: (receivedAt) => receivedAt,
  capOf: () => limits.visibilityMax,
  changeRevives: () => false,

  deadLetterDue: (receivesHere, maxReceiveCount) => receivesHere >= maxReceiveCount,
  withoutTarget: () => 'stay',
  deadLetterSource: (source) => source,
  sentAtAfterMove: (message) => message.sentAt,
  bornAtAfterMove: (message) => message.bornAt,
  receivesHere: (message) => message.receivedAt.length,
  skipsAfterMove: () => 0,

  purges: () => true,
  counters: (exact) => exact,
  mergeAttributes: (old, given) => ({ ...old, ...given }),
};
