import type { ReceivedMessage } from '../../src/core/calls.js';
import { queueOfArn } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { limits } from '../../src/core/limits.js';
import { attributeOf } from './attributes.js';
import { outputOf } from './calls.js';
import type { Facts } from './facts.js';
import { anything, exactlyIf, joined, none, push } from './lists.js';
import type { Called, Delivery, OpOf, QueueFacts, Range, Received } from './words.js';

export function readReceive(facts: Facts, called: Called, op: OpOf<'ReceiveMessage'>): void {
  const receive = called.outcome === 'refused' ? undefined : newReceive(facts, called, called.outcome, op);
  const attempt = op.input.ReceiveRequestAttemptId;
  if (attempt !== undefined) readAttempt(called, attempt, receive);
}

function readAttempt(called: Called, attempt: string, receive: Received | undefined): void {
  called.place.attempts ??= new Map();
  push(called.place.attempts, attempt, { called, receive });
}

function newReceive(
  facts: Facts,
  { s, e, place }: Called,
  outcome: Received['outcome'],
  op: OpOf<'ReceiveMessage'>,
): Received {
  const { MaxNumberOfMessages: max = 1, VisibilityTimeout, WaitTimeSeconds, ReceiveRequestAttemptId } = op.input;
  // what an answer that had to be a refusal brings, and when, nobody knows (sqs:E14)
  const isLegal = max >= 1 && max <= limits.receiveMax;
  const receive: Received = {
    op,
    s,
    e,
    queue: place.name,
    place,
    outcome,
    attempt: ReceiveRequestAttemptId,
    max: isLegal ? max : limits.receiveMax,
    wait: isLegal ? given(WaitTimeSeconds, limits.waitMax) : anything,
    visibility: isLegal ? given(VisibilityTimeout, limits.visibilityMax) : anything,
    deliveries: none,
  };
  facts.receives.push(receive);
  place.receives.push(receive);
  if (outcome === 'unknown') {
    place.blindReceives.push(receive);
    facts.isBlind = true;
  } else readDeliveries(facts, receive, outputOf(op).Messages);
  return receive;
}

function readDeliveries(facts: Facts, receive: Received, messages: ReceivedMessage[] | undefined): void {
  if (!messages) return;
  const { op, s, e, queue } = receive;
  for (let index = 0; index < messages.length; index++) {
    const message = messages[index]!;
    const count = message.Attributes?.ApproximateReceiveCount;
    const source = message.Attributes?.DeadLetterQueueSourceArn;
    const of = facts.message(message.MessageId);
    const delivery: Delivery = {
      op,
      s,
      e,
      since: s,
      receive,
      queue,
      message,
      index,
      of,
      count: count === undefined ? undefined : Number(count),
      deadLetteredFrom: source === undefined ? undefined : queueOfArn(source),
      retryOf: undefined,
    };
    receive.deliveries = joined(receive.deliveries, delivery);
    of.deliveries = joined(of.deliveries, delivery);
    facts.deliveries.push(delivery);
    keepHandle(facts, delivery, message.ReceiptHandle);
  }
}

/** Handles are new but for a breach, so it does not look before it writes. */
function keepHandle({ handles, deliveries }: Facts, delivery: Delivery, handle: string): void {
  const before = handles.size;
  handles.set(handle, delivery);
  if (handles.size > before) return;
  const first = deliveries.find(({ message }) => message.ReceiptHandle === handle)!;
  handles.set(handle, first);
  if (isRetry(first, delivery)) delivery.retryOf = first;
}

/** The same message, queue and attempt id (sqs:F40). */
function isRetry(first: Delivery, { of, receive }: Delivery): boolean {
  const { attempt, place } = first.receive;
  return attempt !== undefined && attempt === receive.attempt && place === receive.place && of === first.of;
}

/** The queue's values for what the call left out; known once all writes are, for one may fall into a long poll. */
export function bindReceive(facts: Facts, receive: Received): void {
  const { op, s, e, place, wait, visibility } = receive;
  if (wait === leftOut) receive.wait = attributeOf(facts, place, 'ReceiveMessageWaitTimeSeconds', s, op.returned);
  if (visibility === leftOut) receive.visibility = attributeOf(facts, place, 'VisibilityTimeout', s, e);
}

/** Stands in for the value of the queue until that is known. */
const leftOut: Range = { lo: 0, hi: 0 };

const given = (value: number | undefined, most: number): Range =>
  value === undefined ? leftOut : exactlyIf(value, most);

/**
 * A receive whose answer was lost may have repeated another one with its attempt id, and so have given its messages new
 * windows (sqs:F40): to them it is a visibility change without a known outcome.
 */
export function bindLostRetries({ attempts, name }: QueueFacts): void {
  for (const all of attempts?.values() ?? [])
    for (const { receive: lost } of all)
      if (lost?.outcome === 'unknown')
        for (const { receive } of all)
          if (receive !== lost) for (const delivery of receive?.deliveries ?? []) mayChange(delivery, lost, name);
}

function mayChange(delivery: Delivery, { op, s, e, visibility }: Received, queue: string): void {
  const { of, message } = delivery;
  of.changes = joined(of.changes, {
    op,
    s,
    e,
    kind: 'change',
    queue,
    handle: message.ReceiptHandle,
    outcome: 'unknown',
    code: undefined,
    seconds: visibility.lo === visibility.hi ? visibility.lo : undefined,
    delivery,
    acts: undefined,
  });
  of.changes.sort((a, b) => a.s - b.s);
}

/** Had a receive without a known outcome begun on the queue by `t`? */
export function blindBy(facts: Facts, queue: string, t: Millis): boolean {
  if (!facts.isBlind) return false;
  const first = facts.queue(queue).blindReceives[0];
  return first !== undefined && first.s <= t;
}
