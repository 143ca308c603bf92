import type { AttributeValue, CallName, MessageAttributes, Refusal, SendEntry } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import type { Rules } from '../rules.js';
import { bytesOf } from './digest.js';
import {
  bareQueueTypeFault,
  dedupIdNeeded,
  emptyAttribute,
  invalidId,
  invalidMessageContents,
  invalidParameter,
  invalidValue,
  messageTooLong,
  missingParameter,
  notForQueueType,
  tooManyAttributes,
  unknownAttributeType,
} from './errors.js';
import type { Queue } from './queue.js';
import { isLegalText } from './text.js';
import { within } from './validate.js';

type Content = Omit<SendEntry, 'Id'>;

const attributeName = /^(?!aws\.|amazon\.)(?!\.)[\p{L}\p{N}_.-]{1,256}(?<!\.)$/iu;
const attributeType = /^(String|Number|Binary)(\..+)?$/;

/** Checks one send in the recorded order (sqs:OP5); undefined when nothing is wrong. */
export function faultOfSend(rules: Rules, queue: Queue, entry: Content, call: CallName): Refusal | undefined {
  const isBatch = call === 'SendMessageBatch';
  const sizeMax = isBatch ? rules.entrySizeMax(queue.messageSizeMax) : queue.messageSizeMax;
  const { MessageBody, MessageAttributes, MessageSystemAttributes } = entry;
  // sqs:SM2, sqs:OP4
  if (typeof MessageBody !== 'string' || (MessageBody === '' && !rules.storesEmptyBody()))
    return missingParameter('MessageBody');
  if (isLarger(entry, sizeMax)) return messageTooLong(sizeMax, isBatch);
  // sqs:SM4
  if (!rules.allowsText(MessageBody)) return invalidMessageContents();
  return (
    (MessageAttributes === undefined ? undefined : faultOfAttributes(MessageAttributes)) ??
    (MessageSystemAttributes === undefined ? undefined : faultOfSystemAttributes(MessageSystemAttributes)) ??
    faultOfDelay(rules, queue, entry.DelaySeconds, isBatch) ??
    faultOfGroup(rules, queue, entry.MessageGroupId, call) ??
    faultOfDedupId(rules, queue, entry.MessageDeduplicationId, call)
  );
}

/** What a FIFO queue asks of every entry of a batch: one that lacks it fails the whole call (sqs:SB6, sqs:U7). */
export function faultOfFifoEntries(rules: Rules, queue: Queue, entries: readonly Content[]): Refusal | undefined {
  if (queue.fifo === undefined) return undefined;
  if (rules.requiresGroup('SendMessageBatch') && entries.some(({ MessageGroupId }) => isMissing(MessageGroupId)))
    return invalidValue('The request must contain the parameter MessageGroupId.');
  const areComplete =
    queue.fifo.isContentBased || entries.every(({ MessageDeduplicationId }) => !isMissing(MessageDeduplicationId));
  return areComplete || !rules.requiresDedupId('SendMessageBatch') ? undefined : dedupIdNeeded();
}

const isMissing = (id: string | null | undefined): id is null | undefined => id === undefined || id === null;

/** A UTF-16 unit takes one to three bytes, so most bodies need not be measured. */
function isLarger(entry: Content, max: number): boolean {
  if (entry.MessageBody.length > max) return true;
  if (entry.MessageAttributes === undefined && entry.MessageBody.length * 3 <= max) return false;
  return sizeOf(entry) > max;
}

/** Bytes of body and message attributes: names, full types, values (sqs:SM3). */
export function sizeOf(entry: Content): number {
  let size = Buffer.byteLength(entry.MessageBody);
  for (const [name, value] of Object.entries(entry.MessageAttributes ?? {}))
    size += Buffer.byteLength(name) + Buffer.byteLength(value.DataType ?? '') + bytesOf(value).length;
  return size;
}

function faultOfAttributes(attributes: MessageAttributes): Refusal | undefined {
  const names = Object.keys(attributes);
  // sqs:Q5
  if (names.length > limits.messageAttributesMax) return tooManyAttributes(names.length);
  for (const name of names) {
    const fault = faultOfAttribute(name, attributes[name]!);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfAttribute(name: string, value: AttributeValue): Refusal | undefined {
  // sqs:M2, sqs:E61, sqs:U13
  if (!attributeName.test(name) || name.includes('..'))
    return invalidValue(`The message attribute name '${name}' is invalid.`);
  // sqs:M3
  const { DataType = '' } = value;
  if (!attributeType.test(DataType) || DataType.length > 256) return unknownAttributeType(name);
  const isBinary = DataType.startsWith('Binary');
  const content = isBinary ? value.BinaryValue : value.StringValue;
  // sqs:M5
  if (content === undefined || content === '') return emptyAttribute(name, isBinary ? 'Binary' : 'String');
  // sqs:M7
  if (!isBinary && !isLegalText(content)) return invalidValue(`Message (user) attribute '${name}' is invalid.`);
  return DataType.startsWith('Number') ? faultOfNumber(name, content) : undefined;
}

/** At most 38 significant digits, magnitude 10^-128 to 10^126 (sqs:M6). */
function faultOfNumber(name: string, text: string): Refusal | undefined {
  const digits = /^[+-]?(\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.exec(text)?.[1];
  const magnitude = Math.abs(Number(text));
  const significant = digits?.replace('.', '').replace(/^0+|0+$/g, '').length ?? 99;
  if (significant <= 38 && (significant === 0 || (magnitude >= 1e-128 && magnitude <= 1e126))) return undefined;
  return invalidValue(`Can't cast the value of message (user) attribute '${name}' to a number.`);
}

/** Only AWSTraceHeader, and that a text (sqs:SM6). */
function faultOfSystemAttributes(attributes: MessageAttributes): Refusal | undefined {
  for (const [name, { DataType, StringValue = '' }] of Object.entries(attributes)) {
    if (name !== 'AWSTraceHeader') return invalidValue(`The message system attribute name '${name}' is invalid.`);
    if (DataType !== 'String' || StringValue === '' || !isLegalText(StringValue))
      return invalidValue(`Message (system) attribute '${name}' must contain a non-empty value of type 'String'.`);
  }
  return undefined;
}

function faultOfDelay(rules: Rules, queue: Queue, seconds: number | undefined, isBatch: boolean): Refusal | undefined {
  if (seconds === undefined) return undefined;
  // sqs:SM5
  if (!within(seconds, 0, limits.delayMax))
    return invalidParameter('DelaySeconds', seconds, 'DelaySeconds must be >= 0 and <= 900.');
  // sqs:DY2, sqs:E12, sqs:SB5
  if (queue.fifo === undefined || rules.allowsFifoDelay(seconds)) return undefined;
  return isBatch ? bareQueueTypeFault() : notForQueueType('DelaySeconds', seconds);
}

function faultOfGroup(rules: Rules, queue: Queue, id: string | undefined, call: CallName): Refusal | undefined {
  const isFifo = queue.fifo !== undefined;
  // sqs:F1
  if (isMissing(id)) return isFifo && rules.requiresGroup(call) ? missingParameter('MessageGroupId') : undefined;
  // sqs:G1
  if (!rules.allowsGroup(isFifo)) return notForQueueType('MessageGroupId', id);
  // sqs:SM8, sqs:Q14
  return rules.allowsId(id) ? undefined : invalidId('MessageGroupId', id);
}

function faultOfDedupId(rules: Rules, queue: Queue, id: string | undefined, call: CallName): Refusal | undefined {
  const { fifo } = queue;
  // sqs:F2
  if (isMissing(id))
    return fifo === undefined || fifo.isContentBased || !rules.requiresDedupId(call) ? undefined : dedupIdNeeded();
  // sqs:SM7, sqs:U8
  if (!rules.allowsDedupId(fifo !== undefined)) return notForQueueType('MessageDeduplicationId', id);
  // sqs:SM8, sqs:Q14
  return rules.allowsId(id) ? undefined : invalidId('MessageDeduplicationId', id);
}
