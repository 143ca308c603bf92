import type {
  CallName,
  MessageAttributes,
  MoveTaskStatus,
  QueueAttributes,
  ReceivedMessage,
  Refusal,
  SendEntry,
  Tags,
} from '../src/core/calls.js';
import type { Millis } from '../src/core/clock.js';
import type { Choose } from '../src/core/endpoint.js';
import { limits } from '../src/core/limits.js';
import { sha256Of } from './sqs/digest.js';
import type { Accepted, Scope } from './sqs/fifo.js';
import type { Leaving, Message, Place } from './sqs/message.js';
import type { Queue } from './sqs/queue.js';
import { type Task, takeOldest } from './sqs/tasks.js';
import { isEntryId, isId, isLegalText } from './sqs/text.js';

/** What a handle is to its message at the moment it is used (sqs section 1.5). */
export type HandleState = 'current' | 'expired' | 'stale';

/** What can make a message available while a poll waits (sqs:P7, sqs:P8). */
export type Cause = 'send' | 'delay' | 'window' | 'change' | 'delete' | 'age' | 'move';

export interface Counters {
  available: number;
  hidden: number;
  delayed: number;
}

/** What the answer to a send names. */
export type NamedMessage = Pick<Message, 'id' | 'sequence'>;

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
  /** Largest size of a batch in bytes. sqs:SB2, sqs:Q2 */
  totalMax(): number;
  /** The entries of a batch of sends in the order in which they are stored: that of the list. sqs:SB7 */
  batchOrder(entries: SendEntry[]): SendEntry[];
  /** Whether a text may be a group id, a deduplication id or an attempt id. sqs:SM8, sqs:Q14, sqs:Q15 */
  allowsId(id: string): boolean;
  /** Whether a send to a queue of this type may have a group id: to both. sqs:SM7, sqs:G1 */
  allowsGroup(isFifo: boolean): boolean;
  /** Whether a send to a queue of this type may have a deduplication id: a FIFO queue. sqs:SM7, sqs:U8 */
  allowsDedupId(isFifo: boolean): boolean;
  /** Whether a FIFO queue asks for a group id. sqs:F1, sqs:SB6 */
  requiresGroup(call: CallName): boolean;
  /** Whether a FIFO queue asks for a deduplication id, where the content does not make one. sqs:F2, sqs:SB6 */
  requiresDedupId(call: CallName): boolean;
  /** Whether a send that succeeds is stored: always. sqs:L1, sqs:SB7 */
  stores(call: CallName, queue: Queue, at: Millis): boolean;
  /** AWSTraceHeader of a message sent with this one. sqs:SM6 */
  traceOf(sent: string | undefined): string | undefined;
  /** The queue that a send to `queue` goes to while polls wait on the queues `waiting`: the one asked for. sqs:D7 */
  landsIn(queue: Queue, waiting: ReadonlySet<Queue>): Queue;
  /** Delay of a send in seconds: its own, 0 included, else the queue's. sqs:DY1 */
  delayOf(asked: number | undefined, queue: number): number;
  /** Delay of a send to a FIFO queue in seconds: the queue's. sqs:DY2 */
  fifoDelayOf(asked: number | undefined, queue: number): number;
  /** Whether a send to a FIFO queue may ask for this delay in seconds: for none. sqs:DY2, sqs:E12 */
  allowsFifoDelay(seconds: number): boolean;
  /** Whether a new delay of a FIFO queue holds for what is still delayed. sqs:DY4 */
  redelays(): boolean;
  /** First instant at which a delayed message is available. sqs:B2 */
  delayEnds(sentAt: Millis, delay: number): Millis;
  /** First instant at which a message is too old. sqs:B3, sqs:RT3 */
  expiresAt(message: Message, retention: number): Millis;
  /** Whether age removes a message in this place: in every one. sqs:RT2 */
  ageRemoves(place: Place): boolean;

  /** The deduplication id that content makes: SHA-256 of the body. sqs:F3 */
  contentId(entry: Omit<SendEntry, 'Id'>): string;
  /** Whether an explicit deduplication id goes before that of the content. sqs:F3 */
  prefersGivenId(): boolean;
  /** What a deduplication id is remembered under: itself, or itself in its group. sqs:F22 */
  dedupKey(id: string, group: string, scope: Scope): string;
  /** The scope in force on a queue that was created with one and has another now. [may] sqs:F25, sqs:U31 */
  scopeOf(created: Scope, current: Scope): Scope;
  /** Whether a send to this group is a duplicate of the one that its key leads to. sqs:F20, sqs:F24, sqs:B4 */
  isDuplicate(first: Accepted, at: Millis, group: string, scope: Scope): boolean;
  /** Where the window of a deduplication id counts from after a duplicate. sqs:F24, sqs:U30 */
  dedupFrom(first: Millis, duplicate: Millis): Millis;
  /** Whether an id is remembered that is explicit, or made of the content: both. sqs:F20, sqs:F3 */
  remembersId(isExplicit: boolean): boolean;
  /** How many deduplication ids a queue remembers: all. sqs:F20 */
  dedupIdsMax(): number;
  /** Whether the id of a message is free again that leaves the queue so: only by a purge. sqs:F23, sqs:PQ4 */
  forgetsId(how: Leaving): boolean;
  /** Whether a refused send uses its id up: never. sqs:F26 */
  refusedSendBars(): boolean;
  /** What the answer to a duplicate names: the first send, not the `fresh` message it would have been. sqs:F21, sqs:U24 */
  answerTo(first: NamedMessage, fresh: NamedMessage): NamedMessage;
  /** SequenceNumber made of the count of what the queue has accepted. sqs:F5 */
  sequenceOf(accepted: number): string;
  /** What the SequenceNumber is made of that a receive shows: what the send answered. sqs:F5, sqs:RM5 */
  sequenceShown(message: Message): number;

  /** Window of a receive in seconds: its own, 0 included, else the queue's. sqs:V1, sqs:V6 */
  visibilityOf(asked: number | undefined, queue: number): number;
  /** First instant at which a message received at `at` is visible again. sqs:B1 */
  hiddenUntil(at: Millis, visibility: number, queue: Queue): Millis;
  /** Whether a message in flight or delayed blocks the one right behind it in its group. sqs:F30, sqs:F52 */
  blocks(earlier: Message, behind: Message, queue: Queue): boolean;
  /** Whether a message in flight blocks those in front of it in its group: never. sqs:F32 */
  blocksEarlier(): boolean;
  /** Whether a group opens when a message of it leaves or comes back so. sqs:F31, sqs:F54, sqs:X16 */
  unlocks(how: Leaving | 'window' | 'change'): boolean;
  /** Order in its group of a message that comes back: the one it had. `next` is that of the next arrival. sqs:F33 */
  orderOnReturn(message: Message, next: number): number;
  /** How many messages of a FIFO queue a receive looks at: all, on AWS the first 120,000. sqs:Q8, sqs:Q30 */
  scanMax(): number;
  /** How many messages may be in flight: any number, on AWS 120,000. sqs:Q6, sqs:Q7, sqs:Q30 */
  inFlightMax(isFifo: boolean): number;
  /** How often a second a FIFO queue can be called by one action: any number, on AWS 300 times. sqs:Q18, sqs:Q30 */
  callsMax(call: CallName): number;
  /** The messages of an answer in the order in which they were taken. sqs:F34 */
  inAnswer(messages: ReceivedMessage[]): ReceivedMessage[];
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

  /** Whether a receive from a queue of this type may have an attempt id: from a FIFO queue. sqs:RM10, sqs:U34 */
  allowsAttemptId(isFifo: boolean): boolean;
  /** Whether a receive that found so many messages can be repeated. sqs:F43 */
  keepsAttempt(found: number): boolean;
  /** Whether a receive can be repeated so long after it. sqs:F40, sqs:F41 */
  repeatsAttempt(age: Millis): boolean;
  /** Whether a receive can not be repeated once a message of it was deleted or changed. sqs:F41, sqs:U25 */
  refusesSpoiltAttempt(): boolean;
  /** Whether a repeated receive issues new handles: never. sqs:F40, sqs:D5 */
  repeatIssuesHandles(): boolean;
  /** Whether a repeated receive opens its windows anew. sqs:F40 */
  repeatRestartsWindow(): boolean;
  /** Receive count after a repeated receive: unchanged. [may] sqs:F42, sqs:U25 */
  countAfterRepeat(receives: number): number;

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
  deletes(handle: HandleState, choose: Choose, call: CallName): boolean;
  /** Whether a delete with such a handle is refused: on a FIFO queue with any but the current one. sqs:RH9, sqs:U4 */
  refusesDelete(handle: HandleState, isFifo: boolean): boolean;
  /** Why a visibility change with such a handle is refused: on a FIFO queue all but the current one have expired. sqs:U3 */
  refusesChange(handle: HandleState, isFifo: boolean): 'expired' | 'not-inflight' | undefined;
  /** First instant at which the newest handle of a message in flight has expired. sqs:B1, sqs:RH10 */
  handleEnds(message: Message): Millis;
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
  /** SentTimestamp after a move: unchanged, but for FIFO queues. sqs:X9 */
  sentAtAfterMove(message: Message, at: Millis, isFifo: boolean): Millis;
  /** Where the age counts from after a move: where it did, but for FIFO queues. sqs:RT4, sqs:RT5 */
  bornAtAfterMove(message: Message, at: Millis, isFifo: boolean): Millis;
  /** Deduplication id after a move between FIFO queues: the MessageId. sqs:X10 */
  dedupIdAfterMove(message: Message): string;
  /** What SequenceNumber is made of after a move between FIFO queues: the target's next count. sqs:X10, sqs:U18 */
  sequenceAfterMove(message: Message, fresh: number): number;
  /** Group id after a move: kept. sqs:X10, sqs:G5 */
  groupAfterMove(message: Message): string | undefined;
  /** AWSTraceHeader after a move: kept. sqs:X8 */
  traceAfterMove(message: Message): string | undefined;
  /** First receive time after a move: unchanged. sqs:X9, sqs:U17 */
  firstReceivedAfterMove(message: Message, at: Millis): Millis | undefined;
  /** Receives that count against the limit of the queue it is in now. sqs:X13 */
  receivesHere(message: Message, at: Millis): number;
  /** How many messages a scan passes over after it has moved one: none. sqs:X3, sqs:L1 */
  skipsAfterMove(): number;
  /** Whether a receive that has moved a message goes on, with the next one of its group if there is one. sqs:X17, sqs:U20 */
  goesOnAfterMove(): boolean;

  /** Whether a purge removes a message in this place: every one. sqs:PQ2 */
  purges(place: Place): boolean;
  /** Whether a purge at `purgedAt` also removes what is sent at `at`, after it: never. sqs:PQ2; [may] for 60 s, sqs:PQ3 */
  purgesLater(at: Millis, purgedAt: Millis): boolean;
  /** Whether the messages of a deleted queue are found in the next one of its name: never. sqs:DQ1 */
  outlivesQueue(): boolean;
  /** Whether a message that is deleted in this place stays in its counter: never. sqs:C7 */
  staysCounted(place: Place): boolean;
  /** The three counters as GetQueueAttributes shows them. sqs:C1, sqs:C3 */
  counters(exact: Counters, queue: Queue): Counters;
  /** Which of the attributes given for a queue are checked: all. sqs:E40, sqs:SA4, sqs:SA5 */
  attributesChecked(given: QueueAttributes): QueueAttributes;
  /** Whether a queue with this throughput limit may have this deduplication scope. sqs:A4 */
  allowsThroughput(limit: string, scope: string): boolean;
  /** Whether a name in .fifo alone asks for a FIFO queue: never. sqs:CQ2 */
  impliesFifo(): boolean;
  /** Seconds for which the name of a deleted queue stays taken; 0 switches the guard off. sqs:CQ8, sqs:A32 */
  recreateGuard(): number;
  /** Seconds for which a purge keeps the next one away; 0 switches the guard off. sqs:PQ1, sqs:A31 */
  purgeGuard(): number;
  /** Which attributes of an existing queue a create is compared with: the current ones. sqs:CQ5 */
  comparedWith(current: QueueAttributes, created: QueueAttributes): QueueAttributes;
  /** Whether a create of an existing queue asks for the default of what it leaves out: never. sqs:CQ4 */
  fillsDefaults(): boolean;
  /** Whether a create fails because the same queue was created just before: never. sqs:CQ4 */
  losesCreateRace(createdAt: Millis, at: Millis): boolean;
  /** The tags of an existing queue after a create that gives some: as they were. sqs:CQ7, sqs:U10 */
  tagsAfterCreate(tags: Tags, given: Tags): Tags;
  /** What a poll is told whose queue is deleted meanwhile: what any later call is told. sqs:DQ3, sqs:U11 */
  pollOfDeleted(): Refusal | undefined;
  /** Whether a create of an existing queue succeeds that gives this attribute another value: never. sqs:CQ5 */
  createsDespite(attribute: string): boolean;
  /** Whether a listing for a prefix has this queue. sqs:LQ1 */
  lists(name: string, prefix: string): boolean;
  /** Whether a listing goes on with this queue after the page that ended with `token`. sqs:LQ2 */
  isAfter(name: string, token: string): boolean;
  /** Which calls change LastModifiedTimestamp. sqs:SA1, sqs:U27 */
  modifies(call: 'SetQueueAttributes' | 'AddPermission' | 'RemovePermission'): boolean;
  /** Attributes that SetQueueAttributes leaves behind. sqs:SA1 */
  mergeAttributes(old: QueueAttributes, given: QueueAttributes): QueueAttributes;

  /** Whether a queue may send its messages to one of this type: to one of its own. sqs:X2, sqs:MT5, sqs:U16 */
  allowsTarget(sourceIsFifo: boolean, targetIsFifo: boolean): boolean;
  /** Whether a RedriveAllowPolicy lets the queue with this ARN be a source. sqs:X12 */
  allowsSource(permission: string, sources: string[], arn: string): boolean;
  /** Whether the source sends its dead letters to this queue. sqs:LD1 */
  isSource(source: Queue, target: Queue): boolean;

  /** A queue's tags after some were given. sqs:TG1 */
  mergeTags(tags: Tags, given: Tags): Tags;
  /** A queue's tags after some keys were taken off. sqs:TG1 */
  untag(tags: Tags, keys: string[]): Tags;
  /** Most tags that one call may give. sqs:TG2 */
  tagsMax(): number;
  /** Whether a permission may have a label that exists already, or does not. sqs:PM2 */
  allowsLabel(exists: boolean): boolean;
  /** Whether removing a permission that is not there succeeds: never. sqs:PM2 */
  removesUnknown(): boolean;
  /** Whether the policy stays when it has this many statements left. sqs:PM2 */
  keepsPolicy(statements: number): boolean;
  /** Most actions of a permission. sqs:PM3 */
  actionsMax(): number;

  /** Whether a move task's source has to be somebody's dead-letter queue. sqs:MT2, sqs:E41 */
  needsSources(): boolean;
  /** How many active move tasks a source may have. sqs:MT2, sqs:E43 */
  activeTasksOfSource(): number;
  /** How many active move tasks there may be in all: as many as one likes. sqs:Q17, sqs:Q30 */
  activeTasksMax(): number;
  /** When a move task moves message `k`, counted from 0; without a rate, as fast as the fastest. sqs:MT10, sqs:Q17 */
  taskStepAt(startedAt: Millis, k: number, rate: number | undefined): Millis;
  /** Whether a move task with this rate moves anything. sqs:MT10 */
  taskMoves(rate: number | undefined): boolean;
  /** The message that a move task takes next out of the list of its source: the oldest available one. sqs:X20, sqs:X21 */
  taskTakes(source: Queue): Message | undefined;
  /**
   * ARN of the queue that a move task takes the message to: the given one, else the one that the message came from; none
   * for a message that was sent to the dead-letter queue itself. `sources` are the names of all queues that it could
   * have come from. sqs:MT4, sqs:U21
   */
  taskDestination(given: string | undefined, message: Message, sources: () => string[]): string | undefined;
  /** Whether a move task leaves a copy of the message in its source: never. sqs:MT6, sqs:D7 */
  taskLeavesCopy(): boolean;
  /** Receive count after a move by a task: it starts anew. sqs:X23 */
  countAfterTask(message: Message): number;
  /** Where the age counts from after a move by a task: the move. sqs:RT6, sqs:X22 */
  bornAtAfterTask(message: Message, at: Millis): Millis;
  /** The group of a message after a move by a task: kept. sqs:X22, sqs:U23 */
  groupAfterTask(group: string | undefined): string | undefined;
  /** The deduplication id of a message after a move by a task: the one that it had in the dead-letter queue. sqs:U23 */
  dedupIdAfterTask(dedupId: string | undefined): string | undefined;
  /** What becomes of a move task that has no queue to move a message to. sqs:MT9, sqs:U21 */
  statusWithoutDestination(): MoveTaskStatus;
  /** Whether a move task ends that has nothing more to move. sqs:MT6 */
  taskEnds(): boolean;
  /** Whether a move task in this state can be cancelled: a running one. sqs:MT8, sqs:U22 */
  cancels(status: MoveTaskStatus): boolean;
  /** Whether a cancelled move task stops. sqs:MT6 */
  cancelStops(): boolean;
  /** Seconds for which a move task is CANCELLING; it moves nothing then. sqs:MT10 */
  cancellingLasts(): number;
  /** The move tasks of a source in the order they are listed, given the newest first. sqs:MT7 */
  tasksListed(newestFirst: readonly Task[]): readonly Task[];
  /** How many messages a move task says that it has moved. sqs:MT7 */
  movedShown(moved: number): number;
  /** Whether a move task in this state is listed with its handle: a running one. sqs:MT7 */
  showsTaskHandle(status: MoveTaskStatus): boolean;

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
  /** What the digest of the attributes of a send covers: not the system attributes. sqs:M22 */
  digested(
    attributes: MessageAttributes | undefined,
    system: MessageAttributes | undefined,
  ): MessageAttributes | undefined;
  /** Whether there is a digest of the system attributes of a send. sqs:M22 */
  digestsSystem(): boolean;
  /** Whether a receive from a queue of this type shows the group id: from both. sqs:G1, sqs:RM5 */
  showsGroup(isFifo: boolean): boolean;
}

/** The contract as we read it. */
export const contract: Rules = {
  storesEmptyBody: () => false,
  allowsText: isLegalText,
  allowsEntryId: isEntryId,
  entrySizeMax: (queue) => queue,
  totalMax: () => limits.payloadMax,
  batchOrder: (entries) => entries,
  allowsId: isId,
  allowsGroup: () => true,
  allowsDedupId: (isFifo) => isFifo,
  requiresGroup: () => true,
  requiresDedupId: () => true,
  stores: () => true,
  traceOf: (sent) => sent,
  landsIn: (queue) => queue,
  delayOf: (asked, queue) => asked ?? queue,
  fifoDelayOf: (_asked, queue) => queue,
  allowsFifoDelay: (seconds) => seconds === 0,
  redelays: () => true,
  delayEnds: (sentAt, delay) => sentAt + delay * 1000,
  expiresAt: (message, retention) => message.bornAt + retention * 1000,
  ageRemoves: () => true,

  contentId: ({ MessageBody }) => sha256Of(MessageBody),
  prefersGivenId: () => true,
  // no id has a space in it
  dedupKey: (id, group, scope) => (scope === 'messageGroup' ? `${group} ${id}` : id),
  scopeOf: (created) => created,
  isDuplicate: (first, at) => at < first.at + limits.dedupWindow * 1000,
  dedupFrom: (first) => first,
  remembersId: () => true,
  dedupIdsMax: () => Number.POSITIVE_INFINITY,
  forgetsId: (how) => how === 'purge',
  refusedSendBars: () => false,
  answerTo: (first) => first,
  sequenceOf: (accepted) => `1885${String(256 * accepted).padStart(16, '0')}`,
  sequenceShown: (message) => message.sequence,

  visibilityOf: (asked, queue) => asked ?? queue,
  hiddenUntil: (at, visibility) => at + visibility * 1000,
  blocks: () => true,
  blocksEarlier: () => false,
  unlocks: () => true,
  orderOnReturn: (message) => message.order,
  scanMax: () => Number.POSITIVE_INFINITY,
  inFlightMax: () => Number.POSITIVE_INFINITY,
  callsMax: () => Number.POSITIVE_INFINITY,
  inAnswer: (messages) => messages,
  idShown: (message) => message.id,
  receiptNamed: (receipts) => receipts,
  askedMax: () => limits.receiveMax,
  returnedMax: (asked) => asked,
  hidesBeyond: () => false,
  sweepHides: () => false,
  countAfter: (receives) => receives + 1,
  firstReceived: (previous, at) => previous ?? at,

  allowsAttemptId: (isFifo) => isFifo,
  keepsAttempt: (found) => found > 0,
  repeatsAttempt: (age) => age < limits.attemptWindow * 1000,
  refusesSpoiltAttempt: () => true,
  repeatIssuesHandles: () => false,
  repeatRestartsWindow: () => true,
  countAfterRepeat: (receives) => receives,

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
  refusesDelete: (handle, isFifo) => isFifo && handle !== 'current',
  refusesChange: (handle, isFifo) => (isFifo && handle !== 'current' ? 'expired' : undefined),
  handleEnds: (message) => message.visibleAt,
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
  sentAtAfterMove: (message, at, isFifo) => (isFifo ? at : message.sentAt),
  bornAtAfterMove: (message, at, isFifo) => (isFifo ? at : message.bornAt),
  dedupIdAfterMove: (message) => message.id,
  sequenceAfterMove: (_message, fresh) => fresh,
  groupAfterMove: (message) => message.groupId,
  traceAfterMove: (message) => message.trace,
  firstReceivedAfterMove: (message) => message.firstReceivedAt,
  receivesHere: (message) => message.receivedAt.length - message.receiptsElsewhere,
  skipsAfterMove: () => 0,
  goesOnAfterMove: () => true,

  purges: () => true,
  purgesLater: () => false,
  outlivesQueue: () => false,
  staysCounted: () => false,
  counters: (exact) => exact,
  attributesChecked: (given) => given,
  allowsThroughput: (limit, scope) => limit !== 'perMessageGroupId' || scope === 'messageGroup',
  impliesFifo: () => false,
  recreateGuard: () => limits.recreateGuard,
  purgeGuard: () => limits.purgeGuard,
  comparedWith: (current) => current,
  fillsDefaults: () => false,
  losesCreateRace: () => false,
  tagsAfterCreate: (tags) => tags,
  pollOfDeleted: () => undefined,
  createsDespite: () => false,
  lists: (name, prefix) => name.startsWith(prefix),
  isAfter: (name, token) => name > token,
  modifies: () => true,
  mergeAttributes: (old, given) => ({ ...old, ...given }),

  allowsTarget: (sourceIsFifo, targetIsFifo) => sourceIsFifo === targetIsFifo,
  allowsSource: (permission, sources, arn) =>
    permission === 'byQueue' ? sources.includes(arn) : permission !== 'denyAll',
  isSource: (source, target) => source.deadLetter?.target === target.name,

  mergeTags: (tags, given) => ({ ...tags, ...given }),
  untag: (tags, keys) => Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key))),
  tagsMax: () => limits.tagsMax,
  allowsLabel: (exists) => !exists,
  removesUnknown: () => false,
  keepsPolicy: (statements) => statements > 0,
  actionsMax: () => limits.actionsMax,

  needsSources: () => true,
  activeTasksOfSource: () => 1,
  activeTasksMax: () => Number.POSITIVE_INFINITY,
  taskStepAt: (startedAt, k, rate = limits.moveRateMax) => startedAt + Math.ceil((k * 1000) / rate),
  taskMoves: () => true,
  taskTakes: takeOldest,
  taskDestination: (given, message) => given ?? message.deadLetterSource,
  taskLeavesCopy: () => false,
  countAfterTask: () => 0,
  bornAtAfterTask: (_message, at) => at,
  groupAfterTask: (group) => group,
  dedupIdAfterTask: (dedupId) => dedupId,
  statusWithoutDestination: () => 'FAILED',
  taskEnds: () => true,
  cancels: (status) => status === 'RUNNING',
  cancelStops: () => true,
  cancellingLasts: () => 1,
  tasksListed: (newestFirst) => newestFirst,
  movedShown: (moved) => moved,
  showsTaskHandle: (status) => status === 'RUNNING',

  namesShown: (_kind, asked) => asked,
  attributesLeft: (stored) => stored,
  digestedBody: (body) => body,
  digestedType: (type) => ({ text: type, transport: type.startsWith('Binary') ? 2 : 1 }),
  digestsNothing: () => false,
  digested: (attributes) => attributes,
  digestsSystem: () => true,
  showsGroup: () => true,
};
