import type { Call, CallName, Refusal, SendEntry } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import type { Rules } from '../rules.js';
import { bytesOf } from './digest.js';
import { invalidMessageContents, invalidParameter, invalidValue, missingParameter } from './errors.js';
import { isLegalText } from './text.js';

const attributeName = /^(?!aws\.|amazon\.)(?!\.)[\p{L}\p{N}_.-]{1,256}(?<!\.)$/iu;
const attributeType = /^(String|Number|Binary)(\..+)?$/;

/** Members that a call cannot do without. */
const requiredMembers: Readonly<Record<CallName, readonly string[]>> = {
  CreateQueue: ['QueueName'],
  DeleteQueue: ['QueueUrl'],
  GetQueueUrl: ['QueueName'],
  ListQueues: [],
  GetQueueAttributes: ['QueueUrl'],
  SetQueueAttributes: ['QueueUrl', 'Attributes'],
  SendMessage: ['QueueUrl', 'MessageBody'],
  SendMessageBatch: ['QueueUrl', 'Entries'],
  ReceiveMessage: ['QueueUrl'],
  DeleteMessage: ['QueueUrl', 'ReceiptHandle'],
  DeleteMessageBatch: ['QueueUrl', 'Entries'],
  ChangeMessageVisibility: ['QueueUrl', 'ReceiptHandle', 'VisibilityTimeout'],
  ChangeMessageVisibilityBatch: ['QueueUrl', 'Entries'],
  PurgeQueue: ['QueueUrl'],
};

/** Refuses a call without what it needs, before anything else is looked at (sqs:OP4, sqs:OP5). */
export const faultOfMembers = ({ call, input }: Call): Refusal | undefined => missing(input, requiredMembers[call]);

/** Refuses a call or an entry of a batch that lacks one of the members, or has null there (sqs:OP4). */
export function missing(input: object, names: readonly string[]): Refusal | undefined {
  const given = input as Record<string, unknown>;
  for (const name of names) if (given[name] === undefined || given[name] === null) return missingParameter(name);
  return undefined;
}

/** Is it an integer of [lo, hi]? */
export const within = (value: unknown, lo: number, hi: number): boolean =>
  Number.isInteger(value) && (value as number) >= lo && (value as number) <= hi;

/** Checks one send in the recorded order (sqs:OP5); undefined when nothing is wrong. */
export function faultOfSend(
  rules: Rules,
  entry: Omit<SendEntry, 'Id'>,
  sizeMax: number,
  isBatch: boolean,
): Refusal | undefined {
  const { MessageBody, DelaySeconds, MessageAttributes } = entry;
  // sqs:SM2, sqs:OP4
  if (typeof MessageBody !== 'string' || (MessageBody === '' && !rules.storesEmptyBody()))
    return missingParameter('MessageBody');
  if (isLarger(entry, sizeMax)) return tooLong(sizeMax, isBatch);
  // sqs:SM4
  if (!rules.allowsText(MessageBody)) return invalidMessageContents();
  const fault = MessageAttributes === undefined ? undefined : faultOfAttributes(MessageAttributes);
  if (fault !== undefined) return fault;
  // sqs:SM5
  if (DelaySeconds !== undefined && !within(DelaySeconds, 0, limits.delayMax))
    return invalidParameter('DelaySeconds', DelaySeconds, 'DelaySeconds must be >= 0 and <= 900.');
  return undefined;
}

/** sqs:E10 for a call, sqs:SB3 for a batch entry. */
const tooLong = (max: number, isBatch: boolean): Refusal =>
  invalidValue(
    `One or more parameters ${isBatch ? 'cannot be validated' : 'are invalid'}. Reason: Message must be shorter than ${max} bytes.`,
  );

/** A UTF-16 unit takes at most three bytes, so most bodies need not be measured. */
function isLarger(entry: Omit<SendEntry, 'Id'>, max: number): boolean {
  if (entry.MessageAttributes === undefined && entry.MessageBody.length * 3 <= max) return false;
  return sizeOf(entry) > max;
}

/** Bytes of body and message attributes: names, full types, values (sqs:SM3). */
export function sizeOf(entry: Omit<SendEntry, 'Id'>): number {
  let size = Buffer.byteLength(entry.MessageBody);
  for (const [name, value] of Object.entries(entry.MessageAttributes ?? {}))
    size += Buffer.byteLength(name) + Buffer.byteLength(value.DataType) + bytesOf(value).length;
  return size;
}

function faultOfAttributes(attributes: NonNullable<SendEntry['MessageAttributes']>): Refusal | undefined {
  const names = Object.keys(attributes);
  // sqs:Q5
  if (names.length > limits.messageAttributesMax)
    return invalidValue(
      `Number of message attributes [${names.length}] exceeds the allowed maximum [${limits.messageAttributesMax}].`,
    );
  for (const name of names) {
    const fault = faultOfAttribute(name, attributes[name]!);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfAttribute(
  name: string,
  value: NonNullable<SendEntry['MessageAttributes']>[string],
): Refusal | undefined {
  // sqs:M2, sqs:E61, sqs:U13
  if (!attributeName.test(name) || name.includes('..'))
    return invalidValue(`The message attribute name '${name}' is invalid.`);
  // sqs:M3
  if (!attributeType.test(value.DataType) || value.DataType.length > 256)
    return invalidValue(
      `The type of message (user) attribute '${name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.`,
    );
  const isBinary = value.DataType.startsWith('Binary');
  const content = isBinary ? value.BinaryValue : value.StringValue;
  // sqs:M5
  if (content === undefined || content === '')
    return invalidValue(
      `Message (user) attribute '${name}' must contain a non-empty value of type '${isBinary ? 'Binary' : 'String'}'.`,
    );
  // sqs:M7
  if (!isBinary && !isLegalText(content)) return invalidValue(`Message (user) attribute '${name}' is invalid.`);
  if (value.DataType.startsWith('Number')) return faultOfNumber(name, content);
  return undefined;
}

/** At most 38 significant digits, magnitude 10^-128 to 10^126 (sqs:M6). */
function faultOfNumber(name: string, text: string): Refusal | undefined {
  const digits = /^[+-]?(\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.exec(text)?.[1];
  const magnitude = Math.abs(Number(text));
  const significant = digits?.replace('.', '').replace(/^0+|0+$/g, '').length ?? 99;
  if (significant <= 38 && (significant === 0 || (magnitude >= 1e-128 && magnitude <= 1e126))) return undefined;
  return invalidValue(`Can't cast the value of message (user) attribute '${name}' to a number.`);
}
