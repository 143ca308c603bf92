import type { Calls, Refusal, SendEntry, SendResult } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { limits } from '../../src/core/limits.js';
import { eachEntry, faultOfEnvelope } from './batch.js';
import { md5OfAttributes, md5OfBody } from './digest.js';
import { batchTooLong } from './errors.js';
import type { Message } from './message.js';
import type { Queue } from './queue.js';
import type { Sqs } from './service.js';
import { faultOfSend, sizeOf } from './validate.js';

/** SendMessage (sqs section 2.5). */
export function sendMessage(
  sqs: Sqs,
  queue: Queue,
  input: Calls['SendMessage']['input'],
  at: Millis,
): SendResult | Refusal {
  const fault = faultOfSend(sqs.rules, input, queue.messageSizeMax, false);
  if (fault !== undefined) return fault;
  const home = sqs.rules.landsIn(queue, sqs.waiting);
  const result = store(sqs, home, input, at);
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
  const fault = faultOfEnvelope(rules, input.Entries, 'SendMessageBatchRequestEntry') ?? faultOfTotal(input.Entries);
  if (fault !== undefined) return fault;
  const home = rules.landsIn(queue, sqs.waiting);
  const sizeMax = rules.entrySizeMax(queue.messageSizeMax);
  const output = eachEntry(
    rules,
    'SendMessageBatch',
    input.Entries,
    (entry) => faultOfSend(rules, entry, sizeMax, true) ?? store(sqs, home, entry, at),
  );
  sqs.woken(home, 'send', at);
  return output;
}

/** The fixed limit on a batch, whatever the queue's own maximum (sqs:SB2). */
function faultOfTotal(entries: SendEntry[]): Refusal | undefined {
  let bytes = 0;
  for (const entry of entries) if (typeof entry.MessageBody === 'string') bytes += sizeOf(entry);
  return bytes > limits.payloadMax ? batchTooLong(bytes) : undefined;
}

function store(sqs: Sqs, queue: Queue, entry: Omit<SendEntry, 'Id'>, at: Millis): SendResult {
  const number = ++sqs.messages;
  const availableAt = sqs.rules.delayEnds(at, sqs.rules.delayOf(entry.DelaySeconds, queue.delay));
  const message: Message = {
    number,
    id: `msg-${number}`,
    body: entry.MessageBody,
    bodyMd5: md5OfBody(sqs.rules.digestedBody(entry.MessageBody)),
    attributes: entry.MessageAttributes,
    place: 'gone',
    order: 0,
    sentAt: at,
    bornAt: at,
    availableAt,
    visibleAt: at,
    firstReceivedAt: undefined,
    receives: 0,
    receivedAt: [],
    receiptsElsewhere: 0,
    deadLetterSource: undefined,
    deletedAt: Number.POSITIVE_INFINITY,
    listed: false,
  };
  if (!sqs.rules.purgesLater(at, queue.purgedAt)) queue.add(message, availableAt > at ? 'delayed' : 'available');
  const result: SendResult = { MessageId: message.id, MD5OfMessageBody: message.bodyMd5 };
  // sqs:M23: no attributes, no digest
  if (hasAttributes(message) || sqs.rules.digestsNothing())
    result.MD5OfMessageAttributes = md5OfAttributes(message.attributes ?? {}, sqs.rules);
  return result;
}

export const hasAttributes = ({ attributes }: Message): boolean =>
  attributes !== undefined && Object.keys(attributes).length > 0;
