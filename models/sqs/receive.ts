import type { Calls, ReceivedMessage, Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Choose, Waiting } from '../../src/core/endpoint.js';
import { limits } from '../../src/core/limits.js';
import type { Rules } from '../rules.js';
import { keepAttempt, repeatAttempt } from './attempt.js';
import { isRefusal } from './batch.js';
import { moveToDeadLetters } from './dead-letter.js';
import { invalidId, notForQueueType, outsideRange, tooManyInFlight } from './errors.js';
import { addReceipt, type Message } from './message.js';
import type { Queue, Waiter } from './queue.js';
import { shown } from './received.js';
import type { Sqs } from './service.js';
import { within } from './validate.js';

export type ReceiveInput = Calls['ReceiveMessage']['input'];
export type ReceiveOutput = Calls['ReceiveMessage']['output'];

/** How far an order liberty looks into what a receive can begin with, and a duplicate into the hidden messages. */
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
  const { rules } = sqs;
  const fault = faultOfReceive(rules, queue, input);
  if (fault !== undefined) return fault;
  const again = repeatAttempt(sqs, queue, input, at);
  if (again !== undefined) return isRefusal(again) ? again : answer(rules, again);
  const wait = rules.waitOf(input.WaitTimeSeconds, queue.wait);
  if (wait === 0) return shortPoll(sqs, queue, input, at, choose);
  const blind = queue.live.size > 0 && choose('long-empty', rarely) === 1;
  const waiter: Waiter = { ticket: ++sqs.tickets, input, until: at + wait * 1000, choose, blind };
  const messages = longPoll(sqs, queue, waiter, at);
  if (messages.length > 0) return answer(rules, messages);
  queue.waiters.push(waiter);
  sqs.waiting.add(queue);
  return { kind: 'waiting', ticket: waiter.ticket };
}

function faultOfReceive(rules: Rules, queue: Queue, input: ReceiveInput): Refusal | undefined {
  const { MaxNumberOfMessages, WaitTimeSeconds, VisibilityTimeout, ReceiveRequestAttemptId } = input;
  // sqs:RM3, sqs:E14, sqs:E15
  if (MaxNumberOfMessages !== undefined && !within(MaxNumberOfMessages, 1, rules.askedMax()))
    return outsideRange('MaxNumberOfMessages', MaxNumberOfMessages, 'between 1 and 10');
  if (WaitTimeSeconds !== undefined && !within(WaitTimeSeconds, 0, limits.waitMax))
    return outsideRange('WaitTimeSeconds', WaitTimeSeconds, '>= 0 and <= 20');
  if (VisibilityTimeout !== undefined && !within(VisibilityTimeout, 0, limits.visibilityMax))
    return outsideRange('VisibilityTimeout', VisibilityTimeout, '>= 0 and <= 43200');
  if (ReceiveRequestAttemptId === undefined) return undefined;
  // sqs:RM10, sqs:U34
  if (!rules.allowsAttemptId(queue.fifo !== undefined))
    return notForQueueType('ReceiveRequestAttemptId', ReceiveRequestAttemptId);
  // sqs:Q15
  return rules.allowsId(ReceiveRequestAttemptId)
    ? undefined
    : invalidId('ReceiveRequestAttemptId', ReceiveRequestAttemptId);
}

/** Samples the servers: may find fewer messages than there are, or none (sqs:P2, sqs:F36). */
function shortPoll(sqs: Sqs, queue: Queue, input: ReceiveInput, at: Millis, choose: Choose): ReceiveOutput | Refusal {
  // sqs:Q6, sqs:Q7, sqs:E25
  if (queue.fifo === undefined && queue.room <= 0) return tooManyInFlight();
  const asked = input.MaxNumberOfMessages ?? 1;
  if (queue.live.size > 0 && choose('empty', rarely) === 1) return answer(sqs.rules, []);
  const most = asked - (asked > 1 ? choose('short', asked) : 0);
  return answer(sqs.rules, take(sqs, queue, input, most, at, choose));
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
  const most = Math.min(rules.returnedMax(asked), queue.room);
  const until = rules.hiddenUntil(at, rules.visibilityOf(input.VisibilityTimeout, queue.visibility), queue);
  const taken = collect(sqs, queue, most, at, choose);
  if (rules.hidesBeyond(asked)) queue.hideRest(until);
  for (const message of taken) issue(rules, queue, message, until, at);
  keepAttempt(sqs, queue, input, taken, at);
  for (const copy of copiesOf(queue, taken, most, at, choose)) {
    issue(rules, queue, copy, until, at);
    taken.push(copy);
  }
  return rules.inAnswer(taken.map((message) => shown(sqs, queue, message, input)));
}

/** Takes messages off the shelf, leader by leader and row by row; those that are due it moves (sqs section 8.6). */
function collect(sqs: Sqs, queue: Queue, most: number, at: Millis, choose: Choose): Message[] {
  const { rules } = sqs;
  const taken: Message[] = [];
  const passed: Message[] = [];
  let row: Message | undefined;
  let rows = 0;
  while (taken.length < most) {
    const follower = queue.shelf.follower(row);
    const message = follower ?? leaderOf(queue, rows, choose);
    if (message === undefined) break;
    row = message.behind;
    const fate = fateOf(sqs, queue, message, at);
    if (fate === 'deliver') {
      if (follower === undefined) rows++;
      queue.take(message);
      taken.push(message);
    } else if (fate === 'drop') queue.remove(message, 'move');
    else {
      moveToDeadLetters(sqs, queue, message, at);
      for (let i = rules.skipsAfterMove(); i > 0; i--) keep(passed, queue.takeFirst());
      if (!rules.goesOnAfterMove()) break;
    }
  }
  for (const message of passed) queue.putBack(message);
  return taken;
}

const keep = (list: Message[], message: Message | undefined): void => {
  if (message !== undefined) list.push(message);
};

/** What a receive does with the available message that it comes to (sqs:X3, sqs:X13, sqs:X15). */
function fateOf(sqs: Sqs, queue: Queue, message: Message, at: Millis): 'deliver' | 'move' | 'drop' {
  const { rules } = sqs;
  const { deadLetter } = queue;
  // a queue that is its own dead-letter queue keeps its messages: a move would bring them back for ever
  if (deadLetter === undefined || deadLetter.target === queue.name) return rules.withoutPolicy(message);
  if (!rules.deadLetterDue(rules.receivesHere(message, at), deadLetter.max)) return 'deliver';
  return sqs.queues.has(deadLetter.target) ? 'move' : rules.withoutTarget();
}

/** The first leader, or under the liberty of order one of the next few; `rows` have been begun (sqs:N1, sqs:F35). */
function leaderOf(queue: Queue, rows: number, choose: Choose): Message | undefined {
  const leaders = queue.shelf.leaders + rows;
  const skip = leaders > 1 ? choose('order', Math.min(leaders, reach)) : 0;
  if (skip === 0) return queue.takeFirst();
  const passed: Message[] = [];
  for (let i = 0; i < skip; i++) keep(passed, queue.takeFirst());
  const message = queue.takeFirst() ?? passed.pop();
  for (const other of passed) queue.putBack(other);
  return message;
}

/**
 * Second copies that a distributed store may let slip, where `most` leaves room beside `taken`: of a hidden message
 * (sqs:N3), of a deleted one (sqs:N4), never of a FIFO queue (sqs:F38). A response holds no message twice (sqs:RM9).
 */
function copiesOf(queue: Queue, taken: Message[], most: number, at: Millis, choose: Choose): Message[] {
  const room = most - taken.length;
  if (room <= 0 || queue.fifo !== undefined) return [];
  const copies: Message[] = [];
  const hidden = queue.hidden > 0 ? choose('duplicate', 2 * reach) : 0;
  if (hidden > 0 && hidden <= reach) keep(copies, queue.hiddenAt(hidden - 1));
  const dead = queue.graveyard.length > 0 ? choose('zombie', 2 * reach) : 0;
  if (dead > 0 && dead <= reach) keep(copies, queue.deletedAt(dead - 1, at));
  return copies.filter((message) => !taken.includes(message)).slice(0, room);
}

/** One more receipt of the message: count, handle, window (sqs:V1). */
function issue(rules: Rules, queue: Queue, message: Message, until: Millis, at: Millis): void {
  message.receives = rules.countAfter(message.receives);
  message.firstReceivedAt = rules.firstReceived(message.firstReceivedAt, at);
  addReceipt(message, at);
  if (message.attempt !== undefined) message.attempt = undefined;
  if (message.place !== 'gone') queue.openWindow(message, until, at);
}
