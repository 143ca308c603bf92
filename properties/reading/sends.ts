import { hash } from 'node:crypto';
import type { SendEntry, SendResult } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { limits } from '../../src/core/limits.js';
import { attributeOf, isWritten, writesOf } from './attributes.js';
import { answerTo } from './entries.js';
import type { Facts } from './facts.js';
import { anything, exactlyIf, joined, none, push } from './lists.js';
import type { Called, OpOf, QueueFacts, Range, Sent } from './words.js';

type Entry = Omit<SendEntry, 'Id'>;

export function readSend(facts: Facts, called: Called, entry: Entry, result: SendResult | undefined, index = 0): void {
  if (called.outcome === 'refused') return;
  const { op, s, e, place } = called;
  const sent: Sent = {
    op,
    s,
    e,
    queue: place.name,
    place,
    index,
    group: entry.MessageGroupId,
    dedupId: dedupIdOf(place, entry),
    entry,
    delay: untilBound,
    result,
    message: undefined,
  };
  facts.sends.push(sent);
  place.sends.push(sent);
  if (result === undefined) push(facts.unknownSends, entry.MessageBody, sent);
  else answered(facts, sent, result);
}

function answered(facts: Facts, sent: Sent, { MessageId }: SendResult): void {
  const message = facts.message(MessageId);
  sent.message = message;
  if (message.sent === undefined) message.sent = sent;
  else {
    message.makers = joined(message.makers, sent);
    facts.shared = true;
  }
}

export function readSendBatch(facts: Facts, called: Called, op: OpOf<'SendMessageBatch'>): void {
  // absent where the batch was asked in error
  const { Entries = none } = op.input;
  if (called.outcome === 'ok') facts.batches.push(op);
  for (let index = 0; index < Entries.length; index++) {
    const entry = Entries[index]!;
    const { called: own, result, failure } = answerTo<SendResult & { Id: string }>(called, Entries, entry);
    if (failure === undefined) readSend(facts, own, entry, result, index);
  }
}

/** An accepted send without an id of its own met a queue with ContentBasedDeduplication: else it is refused (sqs:F2). */
function dedupIdOf({ isFifo }: QueueFacts, { MessageDeduplicationId, MessageBody }: Entry): string | undefined {
  return isFifo ? (MessageDeduplicationId ?? contentId(MessageBody ?? '')) : undefined;
}

const contentIds = new Map<string, string>();
const idsKept = 4096;

/** Lower-case hex SHA-256 of the UTF-8 body (sqs:F3). */
export function contentId(body: string): string {
  let id = contentIds.get(body);
  if (id === undefined) {
    id = hash('sha256', body);
    if (contentIds.size >= idsKept) contentIds.clear();
    contentIds.set(body, id);
  }
  return id;
}

/** Puts in the queue's value where the call left it out; known once all writes of attributes are. */
export function bindSend(facts: Facts, sent: Sent): void {
  sent.delay = delayOf(facts, sent);
}

function delayOf(facts: Facts, sent: Sent): Range {
  const { entry, place, s, e } = sent;
  const { DelaySeconds: own } = entry;
  if (own !== undefined && own !== null) {
    const given = exactlyIf(own, limits.delayMax);
    if (!place.isFifo || given === anything) return given;
  }
  if (place.isFifo && isWritten(place, name)) return retroactive(facts, sent);
  return attributeOf(facts, place, name, s, e);
}

const name = 'DelaySeconds';

/** The delay of a message is over at the first instant at which it is as old as the delay in force then (sqs:DY4). */
function retroactive(facts: Facts, sent: Sent): Range {
  const { s, e, place } = sent;
  if (e === Number.POSITIVE_INFINITY) return { lo: 0, hi: attributeOf(facts, place, name, s, e).hi };
  return { lo: (earliestEnd(facts, sent) - s) / 1000, hi: (latestEnd(facts, sent) - e) / 1000 };
}

function earliestEnd(facts: Facts, { s, place }: Sent): Millis {
  let end = Number.POSITIVE_INFINITY;
  for (const { value, from, to } of writesOf(facts, place, name)) {
    const over = Math.max(s + Number(value) * 1000, from);
    if (to >= s && over <= to) end = Math.min(end, over);
  }
  return Math.max(s, end);
}

function latestEnd(facts: Facts, { e, place }: Sent): Millis {
  const turns = [e, ...writesOf(facts, place, name).flatMap(({ from, to }) => [from, to + 1])]
    .filter((t) => t >= e && t < Number.POSITIVE_INFINITY)
    .sort((a, b) => a - b);
  for (let index = 0; ; index++) {
    const from = turns[index]!;
    const over = Math.max(from, e + attributeOf(facts, place, name, from, from).hi * 1000);
    if (!(over >= turns[index + 1]!)) return over;
  }
}

const untilBound: Range = { lo: 0, hi: 0 };
