import type { CallName, Calls, MessageAttributes, Refusal, SendEntry, SendResult } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { Rules } from '../rules.js';
import { eachEntry, faultOfEnvelope } from './batch.js';
import { md5OfAttributes, md5OfBody } from './digest.js';
import { batchTooLong } from './errors.js';
import type { Fifo } from './fifo.js';
import { idOf, type Message, newMessage } from './message.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';
import { faultOfFifoEntries, faultOfSend, sizeOf } from './validate-send.js';

type Content = Omit<SendEntry, 'Id'>;

/** SendMessage (sqs section 2.5). */
export function sendMessage(
  sqs: Sqs,
  queue: Queue,
  input: Calls['SendMessage']['input'],
  at: Millis,
): SendResult | Refusal {
  const home = sqs.rules.landsIn(queue, sqs.waiting);
  const result = send(sqs, queue, home, input, 'SendMessage', at);
  sqs.woken(home, 'send', at);
  return result;
}

/** SendMessageBatch (sqs section 2.6). */
export function sendMessageBatch(
  sqs: Sqs,
  queue: Queue,
  input: Calls['SendMessageBatch']['input'],
  at: Millis,
): Calls['SendMessageBatch']['output'] | Refusal {
  const { rules } = sqs;
  const fault =
    faultOfEnvelope(rules, input.Entries, 'SendMessageBatchRequestEntry') ??
    faultOfTotal(rules, input.Entries) ??
    faultOfFifoEntries(rules, queue, input.Entries);
  if (fault !== undefined) return fault;
  const home = rules.landsIn(queue, sqs.waiting);
  // sqs:SB7: in the order of the list
  const output = eachEntry(rules, 'SendMessageBatch', rules.batchOrder(input.Entries), (entry) =>
    send(sqs, queue, home, entry, 'SendMessageBatch', at),
  );
  sqs.woken(home, 'send', at);
  return output;
}

/** The fixed limit on a batch, whatever the queue's own maximum (sqs:SB2). */
function faultOfTotal(rules: Rules, entries: SendEntry[]): Refusal | undefined {
  let bytes = 0;
  for (const entry of entries) if (typeof entry.MessageBody === 'string') bytes += sizeOf(entry);
  return bytes > rules.totalMax() ? batchTooLong(bytes) : undefined;
}

/** Checks what is sent to `queue` and stores it in `home`, unless it was sent before (sqs:F20, sqs:SB8). */
function send(sqs: Sqs, queue: Queue, home: Queue, entry: Content, call: CallName, at: Millis): SendResult | Refusal {
  const fault = faultOfSend(sqs.rules, queue, entry, call);
  if (fault !== undefined) {
    if (sqs.rules.refusedSendBars()) bar(sqs, queue, entry, at);
    return fault;
  }
  const { fifo } = home;
  return fifo === undefined ? store(sqs, home, entry, call, at) : storeOnce(sqs, home, fifo, entry, call, at);
}

function store(sqs: Sqs, queue: Queue, entry: Content, call: CallName, at: Millis): SendResult {
  const { rules } = sqs;
  const message = messageOf(sqs, queue, entry, at, rules.delayOf(entry.DelaySeconds, queue.delay));
  put(rules, queue, message, call, at);
  return resultOf(rules, entry, message);
}

/** A duplicate stores nothing and is answered as the first was, with the digests of its own content (sqs:F21, sqs:U26). */
function storeOnce(sqs: Sqs, queue: Queue, fifo: Fifo, entry: Content, call: CallName, at: Millis): SendResult {
  const { rules } = sqs;
  const { MessageGroupId: group = '', MessageDeduplicationId } = entry;
  const dedupId = fifo.dedupIdOf(entry);
  const first = dedupId === undefined ? undefined : fifo.firstOf(dedupId, group, at);
  // sqs:DY2
  const message = messageOf(sqs, queue, entry, at, rules.fifoDelayOf(entry.DelaySeconds, queue.delay));
  message.dedupId = dedupId;
  message.sequence = fifo.nextSequence();
  if (first === undefined) {
    put(rules, queue, message, call, at);
    if (dedupId !== undefined && rules.remembersId(MessageDeduplicationId !== undefined))
      fifo.accept(message, group, at);
  }
  const { id, sequence } = first === undefined ? message : rules.answerTo(first, message);
  const result = resultOf(rules, entry, message);
  result.MessageId = id;
  result.SequenceNumber = rules.sequenceOf(sequence);
  return result;
}

function messageOf(sqs: Sqs, { fifo }: Queue, entry: Content, at: Millis, delay: number): Message {
  const { rules } = sqs;
  const message = newMessage(++sqs.messages, entry, at, rules.delayEnds(at, delay), fifo !== undefined);
  if (entry.MessageSystemAttributes !== undefined)
    message.trace = rules.traceOf(entry.MessageSystemAttributes.AWSTraceHeader?.StringValue);
  return message;
}

function put(rules: Rules, queue: Queue, message: Message, call: CallName, at: Millis): void {
  if (rules.purgesLater(at, queue.purgedAt) || !rules.stores(call, queue, at)) return;
  queue.add(message, message.visibleAt > at ? 'delayed' : 'available');
}

function resultOf(rules: Rules, entry: Content, { id }: Message): SendResult {
  const { MessageSystemAttributes: system } = entry;
  const attributes = rules.digested(entry.MessageAttributes, system);
  const result: SendResult = { MessageId: id, MD5OfMessageBody: md5OfBody(entry.MessageBody, rules) };
  // sqs:M23: no attributes, no digest
  if (isSomething(attributes) || rules.digestsNothing())
    result.MD5OfMessageAttributes = md5OfAttributes(attributes ?? {}, rules);
  // sqs:M22
  if (isSomething(system) && rules.digestsSystem())
    result.MD5OfMessageSystemAttributes = md5OfAttributes(system, rules);
  return result;
}

const isSomething = (attributes: MessageAttributes | undefined): attributes is MessageAttributes =>
  attributes !== undefined && Object.keys(attributes).length > 0;

/** A refused send uses its deduplication id up. */
function bar(sqs: Sqs, { fifo }: Queue, entry: Content, at: Millis): void {
  const { MessageGroupId: group = '', MessageDeduplicationId: dedupId } = entry;
  if (fifo === undefined || dedupId === undefined) return;
  fifo.accept({ id: idOf(++sqs.messages), dedupId, sequence: fifo.nextSequence() }, group, at);
}
