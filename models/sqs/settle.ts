import type { CallName, Calls, Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Choose } from '../../src/core/endpoint.js';
import { limits } from '../../src/core/limits.js';
import { eachEntry, faultOfEnvelope } from './batch.js';
import {
  beyondCap,
  entryHandleHasExpired,
  handleHasExpired,
  invalidParameter,
  messageNotInflight,
  notAvailableForChange,
  receiptHandleIsInvalid,
} from './errors.js';
import { type Handle, readHandle, stateOf } from './handle.js';
import type { Message } from './message.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';
import { missing, within } from './validate.js';

const done = {};

/** DeleteMessage (sqs section 1.5, sqs:DM1), also of an entry of a batch. */
export function deleteMessage(
  sqs: Sqs,
  queue: Queue,
  text: string,
  at: Millis,
  choose: Choose,
  call: CallName = 'DeleteMessage',
): object | Refusal {
  const { rules } = sqs;
  const handle = resolve(sqs, queue, text);
  if (handle === undefined) return rules.refusesGarbage() ? receiptHandleIsInvalid(text) : done;
  const home = homeOf(sqs, queue, handle);
  const message = home.live.get(handle.message);
  // sqs:RH4, sqs:RH5, sqs:PQ5, sqs:U5
  if (message === undefined) return rules.deletesAgain() ? done : receiptHandleIsInvalid(text);
  const state = stateOf(rules, handle, message, at);
  if (!rules.remembers(state)) return receiptHandleIsInvalid(text);
  // sqs:RH9, sqs:RH12, sqs:U4
  if (rules.refusesDelete(state, home.fifo !== undefined))
    return call === 'DeleteMessage' ? handleHasExpired(text) : entryHandleHasExpired();
  if (!rules.deletes(state, choose, call)) return done;
  // others may have waited for its group, or for room (sqs:P8, sqs:F31, sqs:Q6)
  const frees = home.fifo !== undefined || home.room <= 0;
  home.bury(message, at);
  if (frees) sqs.woken(home, 'delete', at);
  return done;
}

/** DeleteMessageBatch (sqs:DB1, sqs:DB2). */
export function deleteMessageBatch(
  sqs: Sqs,
  queue: Queue,
  input: Calls['DeleteMessageBatch']['input'],
  at: Millis,
  choose: Choose,
): Calls['DeleteMessageBatch']['output'] | Refusal {
  const call = 'DeleteMessageBatch';
  return (
    faultOfEnvelope(sqs.rules, input.Entries, 'DeleteMessageBatchRequestEntry') ??
    eachEntry(
      sqs.rules,
      call,
      input.Entries,
      (entry) => missing(entry, ['ReceiptHandle']) ?? deleteMessage(sqs, queue, entry.ReceiptHandle, at, choose, call),
    )
  );
}

/** ChangeMessageVisibility (sqs section 1.5, sqs:CV1, sqs:CV2). */
export function changeVisibility(
  sqs: Sqs,
  queue: Queue,
  entry: { ReceiptHandle: string; VisibilityTimeout?: number },
  at: Millis,
  choose: Choose,
): object | Refusal {
  const timeout = entry.VisibilityTimeout!;
  if (!within(timeout, 0, limits.visibilityMax))
    return invalidParameter('VisibilityTimeout', timeout, 'Must be >= 0 and <= 43200.');
  const handle = resolve(sqs, queue, entry.ReceiptHandle);
  if (handle === undefined) return receiptHandleIsInvalid(entry.ReceiptHandle);
  const home = homeOf(sqs, queue, handle);
  const message = home.live.get(handle.message);
  if (message === undefined) return changeGone(sqs, home, handle, entry.ReceiptHandle, timeout, at);
  const state = stateOf(sqs.rules, handle, message, at);
  if (!sqs.rules.remembers(state)) return receiptHandleIsInvalid(entry.ReceiptHandle);
  switch (sqs.rules.refusesChange(state, home.fifo !== undefined)) {
    case 'expired':
      return handleHasExpired(entry.ReceiptHandle);
    case 'not-inflight':
      return messageNotInflight();
  }
  return changeLive(sqs, home, handle, message, timeout, at, choose);
}

/** ChangeMessageVisibilityBatch (sqs:CB1). */
export function changeVisibilityBatch(
  sqs: Sqs,
  queue: Queue,
  input: Calls['ChangeMessageVisibilityBatch']['input'],
  at: Millis,
  choose: Choose,
): Calls['ChangeMessageVisibilityBatch']['output'] | Refusal {
  return (
    faultOfEnvelope(sqs.rules, input.Entries, 'ChangeMessageVisibilityBatchRequestEntry') ??
    eachEntry(
      sqs.rules,
      'ChangeMessageVisibilityBatch',
      input.Entries,
      (entry) =>
        missing(entry, ['ReceiptHandle', 'VisibilityTimeout']) ?? changeVisibility(sqs, queue, entry, at, choose),
    )
  );
}

function changeLive(
  sqs: Sqs,
  queue: Queue,
  handle: Handle,
  message: Message,
  timeout: number,
  at: Millis,
  choose: Choose,
): object | Refusal {
  const { rules } = sqs;
  const since = rules.capFrom(message.receivedAt[handle.receipt - 1]!, message);
  // sqs:V8
  if (at - since + timeout * 1000 > rules.capOf() * 1000) return beyondCap(timeout);
  const state = stateOf(rules, handle, message, at);
  if (rules.changes(state, choose)) {
    // sqs:F41
    if (message.attempt !== undefined) message.attempt.isSpoilt = true;
    moveWindow(sqs, queue, message, rules.changedUntil(at, timeout, message), at);
  }
  return done;
}

function moveWindow(sqs: Sqs, queue: Queue, message: Message, until: Millis, at: Millis): void {
  if (until > at) queue.hide(message, until);
  else if (message.place !== 'available') {
    queue.show(message, at, 'change');
    sqs.woken(queue, 'change', at);
  }
}

/** A change finds its message deleted, moved or expired (sqs:RH8). */
function changeGone(
  sqs: Sqs,
  queue: Queue,
  handle: Handle,
  text: string,
  timeout: number,
  at: Millis,
): object | Refusal {
  const dead = queue.graveyard.find(({ number }) => number === handle.message);
  if (dead === undefined || !sqs.rules.changeRevives(dead, at, timeout)) return notAvailableForChange(text);
  queue.unbury(dead);
  moveWindow(sqs, queue, dead, sqs.rules.changedUntil(at, timeout, dead), at);
  return done;
}

/** The handle, if this queue can have issued it (sqs:RH1, sqs:RH13). */
function resolve(sqs: Sqs, queue: Queue, text: string): Handle | undefined {
  const handle = readHandle(text);
  if (handle === undefined || handle.message > sqs.messages) return undefined;
  const message = homeOf(sqs, queue, handle).live.get(handle.message);
  if (message !== undefined && handle.receipt > message.receivedAt.length) return undefined;
  return sqs.rules.accepts(handle.queue, queue.name) ? handle : undefined;
}

/** The queue that issued the handle; the one asked, where that is gone. */
const homeOf = (sqs: Sqs, queue: Queue, handle: Handle): Queue =>
  handle.queue === queue.name ? queue : (sqs.queues.get(handle.queue) ?? queue);
