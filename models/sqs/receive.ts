import type { Calls, MessageAttributes, ReceivedMessage, Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Choose, Waiting } from '../../src/core/endpoint.js';
import { limits } from '../../src/core/limits.js';
import type { Rules } from '../rules.js';
import { md5OfAttributes } from './digest.js';
import { invalidParameter } from './errors.js';
import { issueHandle } from './handle.js';
import type { Message } from './message.js';
import type { Queue, Waiter } from './queue.js';
import { hasAttributes } from './send.js';
import type { Sqs } from './service.js';
import { within } from './validate.js';

export type ReceiveInput = Calls['ReceiveMessage']['input'];
export type ReceiveOutput = Calls['ReceiveMessage']['output'];

/** How far an order liberty looks into the available messages, and a duplicate into the hidden ones. */
const reach = 4;

/** One in this many: how often a liberty that empties an answer is taken. */
const rarely = 4;

/** ReceiveMessage (sqs section 2.7): answers, or waits where a long poll finds nothing. */
export function receiveMessage(
  sqs: Sqs,
  queue: Queue,
  input: ReceiveInput,
  at: Millis,
  choose: Choose,
): ReceiveOutput | Refusal | Waiting {
  const fault = faultOfReceive(sqs.rules, input);
  if (fault !== undefined) return fault;
  const wait = sqs.rules.waitOf(input.WaitTimeSeconds, queue.wait);
  if (wait === 0) return answer(sqs.rules, shortPoll(sqs, queue, input, at, choose));
  const blind = queue.live.size > 0 && choose('long-empty', rarely) === 1;
  const waiter: Waiter = { ticket: ++sqs.tickets, input, until: at + wait * 1000, choose, blind };
  const messages = longPoll(sqs, queue, waiter, at);
  if (messages.length > 0) return answer(sqs.rules, messages);
  queue.waiters.push(waiter);
  sqs.waiting.add(queue);
  return { kind: 'waiting', ticket: waiter.ticket };
}

function faultOfReceive(rules: Rules, input: ReceiveInput): Refusal | undefined {
  const { MaxNumberOfMessages, WaitTimeSeconds, VisibilityTimeout } = input;
  // sqs:RM3, sqs:E14, sqs:E15
  if (MaxNumberOfMessages !== undefined && !within(MaxNumberOfMessages, 1, rules.askedMax()))
    return invalidParameter('MaxNumberOfMessages', MaxNumberOfMessages, 'Must be between 1 and 10, if provided.');
  if (WaitTimeSeconds !== undefined && !within(WaitTimeSeconds, 0, limits.waitMax))
    return invalidParameter('WaitTimeSeconds', WaitTimeSeconds, 'Must be >= 0 and <= 20, if provided.');
  if (VisibilityTimeout !== undefined && !within(VisibilityTimeout, 0, limits.visibilityMax))
    return invalidParameter('VisibilityTimeout', VisibilityTimeout, 'Must be >= 0 and <= 43200, if provided.');
  return undefined;
}

/** Samples the servers: may find fewer messages than there are, or none (sqs:P2). */
function shortPoll(sqs: Sqs, queue: Queue, input: ReceiveInput, at: Millis, choose: Choose): ReceivedMessage[] {
  const asked = input.MaxNumberOfMessages ?? 1;
  if (queue.live.size > 0 && choose('empty', rarely) === 1) return [];
  return take(sqs, queue, input, asked - (asked > 1 ? choose('short', asked) : 0), at, choose);
}

/** Asks all servers; finds nothing while there is nothing to answer with (sqs:P3). */
export function longPoll(sqs: Sqs, queue: Queue, waiter: Waiter, at: Millis): ReceivedMessage[] {
  if (waiter.blind) return [];
  const asked = waiter.input.MaxNumberOfMessages ?? 1;
  const { available } = queue;
  if (at < waiter.until && available > 0 && !sqs.rules.answersWith(available, asked)) return [];
  return take(sqs, queue, waiter.input, asked, at, waiter.choose);
}

export const answer = (rules: Rules, messages: ReceivedMessage[]): ReceiveOutput =>
  // sqs:RM2: the member is absent when there is nothing
  messages.length > 0 || rules.listsNothing() ? { Messages: messages } : {};

/** Delivers up to `asked` available messages and dead-letters those that are due (sqs:X3). */
function take(
  sqs: Sqs,
  queue: Queue,
  input: ReceiveInput,
  asked: number,
  at: Millis,
  choose: Choose,
): ReceivedMessage[] {
  const { rules } = sqs;
  const most = rules.returnedMax(asked);
  const taken: Message[] = [];
  const passed: Message[] = [];
  while (taken.length < most) {
    const message = takeOne(queue, choose);
    if (message === undefined) break;
    const fate = fateOf(sqs, queue, message);
    if (fate === 'deliver') taken.push(message);
    else if (fate === 'drop') queue.remove(message);
    else {
      sqs.moveToDeadLetters(queue, message, at);
      for (let i = rules.skipsAfterMove(); i > 0; i--) keep(passed, queue.takeFirst());
    }
  }
  const seconds = rules.visibilityOf(input.VisibilityTimeout, queue.visibility);
  const delivered = taken.map((message) => deliver(sqs, queue, message, input, seconds, at));
  if (rules.hidesBeyond(asked)) queue.hideRest(rules.hiddenUntil(at, seconds));
  for (const message of passed) queue.putBack(message);
  // an empty window leaves them available (sqs:V6)
  for (const message of taken) if (message.place === 'available') queue.putBack(message);
  for (const copy of copiesOf(queue, taken, most, at, choose))
    delivered.push(deliver(sqs, queue, copy, input, seconds, at));
  return delivered;
}

const keep = (list: Message[], message: Message | undefined): void => {
  if (message !== undefined) list.push(message);
};

function hide(queue: Queue, message: Message, until: Millis, at: Millis): void {
  if (until > at) queue.hide(message, until);
  else if (message.place === 'hidden') queue.show(message);
}

/** What a receive does with the available message that it comes to (sqs:X3, sqs:X13, sqs:X15). */
function fateOf(sqs: Sqs, queue: Queue, message: Message): 'deliver' | 'move' | 'drop' {
  const { rules } = sqs;
  const { deadLetter } = queue;
  // a queue that is its own dead-letter queue keeps its messages: a move would bring them back for ever
  if (deadLetter === undefined || deadLetter.target === queue.name) return rules.withoutPolicy(message);
  if (!rules.deadLetterDue(rules.receivesHere(message), deadLetter.max)) return 'deliver';
  return sqs.queues.has(deadLetter.target) ? 'move' : rules.withoutTarget();
}

/** The first available message, or under the liberty of order one of the next few (sqs:N1). */
function takeOne(queue: Queue, choose: Choose): Message | undefined {
  const { available } = queue;
  const skip = available > 1 ? choose('order', Math.min(available, reach)) : 0;
  if (skip === 0) return queue.takeFirst();
  const passed: Message[] = [];
  for (let i = 0; i < skip; i++) keep(passed, queue.takeFirst());
  const message = queue.takeFirst() ?? passed.pop();
  for (const other of passed) queue.putBack(other);
  return message;
}

/**
 * Second copies that a distributed store may let slip, where `most` leaves room beside `taken`: of a hidden message
 * (sqs:N3), of a deleted one (sqs:N4). A response holds no message twice (sqs:RM9).
 */
function copiesOf(queue: Queue, taken: Message[], most: number, at: Millis, choose: Choose): Message[] {
  const room = most - taken.length;
  if (room === 0) return [];
  const copies: Message[] = [];
  const hidden = queue.hidden > 0 ? choose('duplicate', 2 * reach) : 0;
  if (hidden > 0 && hidden <= reach) keep(copies, queue.hiddenAt(hidden - 1));
  const dead = queue.graveyard.length > 0 ? choose('zombie', 2 * reach) : 0;
  if (dead > 0 && dead <= reach) keep(copies, queue.deletedAt(dead - 1, at));
  return copies.filter((message) => !taken.includes(message)).slice(0, room);
}

/** One more receipt of the message: count, handle, window (sqs:V1). */
function deliver(
  sqs: Sqs,
  queue: Queue,
  message: Message,
  input: ReceiveInput,
  seconds: number,
  at: Millis,
): ReceivedMessage {
  const { rules } = sqs;
  message.receives = rules.countAfter(message.receives);
  message.firstReceivedAt = rules.firstReceived(message.firstReceivedAt, at);
  message.receivedAt.push(at);
  if (message.place !== 'gone') hide(queue, message, rules.hiddenUntil(at, seconds), at);
  const received: ReceivedMessage = {
    MessageId: rules.idShown(message),
    ReceiptHandle: issueHandle(rules, queue.name, message),
    MD5OfBody: message.bodyMd5,
    Body: message.body,
  };
  const systemNames = rules.namesShown('system', input.MessageSystemAttributeNames);
  if (systemNames !== undefined) addSystemAttributes(sqs, received, message, systemNames);
  const names = rules.namesShown('message', input.MessageAttributeNames);
  if (hasAttributes(message)) addAttributes(rules, received, message, names ?? []);
  else if (rules.digestsNothing()) received.MD5OfMessageAttributes = md5OfAttributes({}, rules);
  return received;
}

/** The system attributes asked for that have a value (sqs:RM4, sqs:RM5). */
function addSystemAttributes(sqs: Sqs, received: ReceivedMessage, message: Message, names: string[]): void {
  const all: Record<string, string> = {
    ApproximateFirstReceiveTimestamp: String(sqs.epoch + message.firstReceivedAt!),
    ApproximateReceiveCount: String(message.receives),
    SenderId: 'redrive',
    SentTimestamp: String(sqs.epoch + message.sentAt),
  };
  if (message.deadLetterSource !== undefined) all.DeadLetterQueueSourceArn = message.deadLetterSource;
  const wanted = names.includes('All') ? undefined : names.filter((name) => Object.hasOwn(all, name));
  if (wanted === undefined) received.Attributes = all;
  else if (wanted.length > 0) received.Attributes = Object.fromEntries(wanted.map((name) => [name, all[name]!]));
}

/** The message attributes asked for, and a digest over just those (sqs:RM7, sqs:RM8). */
function addAttributes(rules: Rules, received: ReceivedMessage, message: Message, names: string[]): void {
  const stored = message.attributes!;
  const wanted = wantedOf(stored, names);
  if (wanted === undefined) return;
  received.MessageAttributes = wanted;
  received.MD5OfMessageAttributes = md5OfAttributes(received.MessageAttributes, rules);
  message.attributes = rules.attributesLeft(stored, received.MessageAttributes);
}

/** The attributes whose names match; undefined when none does, the very same object when all do. */
function wantedOf(stored: MessageAttributes, names: string[]): MessageAttributes | undefined {
  if (names.includes('All')) return stored;
  const wanted = Object.keys(stored).filter((name) => names.some((pattern) => matches(pattern, name)));
  return wanted.length === 0 ? undefined : Object.fromEntries(wanted.map((name) => [name, stored[name]!]));
}

const matches = (pattern: string, name: string): boolean =>
  pattern === '*' || pattern === name || (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -2)));
