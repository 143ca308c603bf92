import type { ReceivedMessage, Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { attemptIsOver } from './errors.js';
import type { Kept } from './memory.js';
import { addReceipt, type Message } from './message.js';
import type { Queue } from './queue.js';
import type { ReceiveInput } from './receive.js';
import { shown } from './received.js';
import type { Sqs } from './service.js';

/** A receive that can be repeated under its ReceiveRequestAttemptId (sqs:F40). */
export interface Attempt extends Kept {
  readonly receipts: readonly Receipt[];
  /** One of its messages was deleted or had its visibility changed since (sqs:F41). */
  isSpoilt: boolean;
}

interface Receipt {
  readonly message: Message;
  /** How many receipts the message had with this one. */
  readonly receipts: number;
}

/** Remembers what a receive under an attempt id took, unless it is nothing (sqs:F43). */
export function keepAttempt(sqs: Sqs, queue: Queue, input: ReceiveInput, taken: readonly Message[], at: Millis): void {
  const key = input.ReceiveRequestAttemptId;
  if (key === undefined || queue.fifo === undefined || !sqs.rules.keepsAttempt(taken.length)) return;
  const receipts = taken.map((message) => ({ message, receipts: message.receivedAt.length }));
  const attempt: Attempt = { key, at, receipts, isSpoilt: false };
  for (const message of taken) message.attempt = attempt;
  queue.fifo.attempts.keep(attempt);
}

/** What a receive answers that repeats an earlier one; undefined if it is one of its own. */
export function repeatAttempt(
  sqs: Sqs,
  queue: Queue,
  input: ReceiveInput,
  at: Millis,
): ReceivedMessage[] | Refusal | undefined {
  const attempt = attemptOf(sqs, queue, input, at);
  if (attempt === undefined) return undefined;
  // sqs:F41, sqs:E24
  if (attempt.isSpoilt && sqs.rules.refusesSpoiltAttempt()) return attemptIsOver(attempt.key);
  // sqs:U25: once a window is over, it is a receive of its own
  if (!attempt.isSpoilt && !attempt.receipts.every(isInFlight)) return undefined;
  const seconds = sqs.rules.visibilityOf(input.VisibilityTimeout, queue.visibility);
  const messages = attempt.receipts.map(({ message }) => receiveAgain(sqs, queue, message, input, seconds, at));
  // an empty window has freed them (sqs:P8)
  if (attempt.receipts.some(({ message }) => message.place === 'available')) sqs.woken(queue, 'change', at);
  return messages;
}

function attemptOf({ rules }: Sqs, { fifo }: Queue, input: ReceiveInput, at: Millis): Attempt | undefined {
  if (input.ReceiveRequestAttemptId === undefined || fifo === undefined) return undefined;
  fifo.attempts.prune((attempt) => !rules.repeatsAttempt(at - attempt.at));
  return fifo.attempts.get(input.ReceiveRequestAttemptId);
}

const isInFlight = ({ message, receipts }: Receipt): boolean =>
  message.place === 'hidden' && message.receivedAt.length === receipts;

/** The same receipt once more, with a window that begins anew (sqs:F40, sqs:F42). */
function receiveAgain(
  sqs: Sqs,
  queue: Queue,
  message: Message,
  input: ReceiveInput,
  seconds: number,
  at: Millis,
): ReceivedMessage {
  const { rules } = sqs;
  message.receives = rules.countAfterRepeat(message.receives);
  if (rules.repeatIssuesHandles()) addReceipt(message, at);
  if (message.place !== 'gone' && rules.repeatRestartsWindow())
    queue.openWindow(message, rules.hiddenUntil(at, seconds, queue), at);
  return shown(sqs, queue, message, input);
}
