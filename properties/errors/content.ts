import type { AttributeValue, MessageAttributes, SendEntry } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import { attributeOf } from '../reading/attributes.js';
import { type Ask, type Check, outside, type Part, type Wrong, worse } from './check.js';
import { rows } from './rows.js';

type Message = Omit<SendEntry, 'Id'>;

/** What can be wrong with the body and the delay of a message that is sent, alone or as an entry. */
export const bodyChecks: readonly Check<Message>[] = [
  {
    rule: 'sqs:SM3',
    fault: 'body and attributes do not fit into MaximumMessageSize',
    row: rows.invalidParameter,
    wrong: tooLong,
  },
  {
    rule: 'sqs:SM4',
    fault: 'the body has a character that SQS does not allow',
    row: rows.contents,
    wrong: ({ MessageBody }) => MessageBody !== undefined && illegalText(MessageBody),
  },
  {
    rule: 'sqs:SM5',
    fault: `DelaySeconds is not 0 to ${limits.delayMax}`,
    row: rows.invalidParameter,
    wrong: ({ DelaySeconds }) => outside(DelaySeconds, 0, limits.delayMax),
  },
];

/** Is nothing wrong with the body, which is there, and with the delay? */
export const isPlainBody = (message: Message): boolean =>
  isSmall(message) && isPlainText(message.MessageBody) && outside(message.DelaySeconds, 0, limits.delayMax) === false;

/** What can be wrong with the attributes of a message that has some. */
const attributeChecks: readonly Check<Message>[] = [
  {
    rule: 'sqs:E19',
    fault: `the message has more than ${limits.messageAttributesMax} attributes`,
    row: rows.invalidParameter,
    wrong: ({ MessageAttributes }) =>
      MessageAttributes !== undefined && Object.keys(MessageAttributes).length > limits.messageAttributesMax,
  },
  {
    rule: 'sqs:E61',
    fault: 'an attribute name is illegal',
    row: rows.invalidParameter,
    wrong: ({ MessageAttributes }) => worstOf(MessageAttributes, (_, name) => illegalName(name)),
  },
  {
    rule: 'sqs:E18',
    fault: 'an attribute type does not begin with Binary, Number or String',
    row: rows.invalidParameter,
    wrong: ({ MessageAttributes }) => worstOf(MessageAttributes, illegalType),
  },
  {
    rule: 'sqs:E17',
    fault: 'an attribute value is empty',
    row: rows.invalidParameter,
    wrong: ({ MessageAttributes }) => worstOf(MessageAttributes, emptyValue),
  },
  {
    rule: 'sqs:M7',
    fault: 'a String value has a character that SQS does not allow',
    row: rows.invalidParameter,
    wrong: ({ MessageAttributes }) => worstOf(MessageAttributes, illegalString),
  },
  {
    rule: 'sqs:M6',
    fault: 'a Number value is not a number',
    row: rows.invalidParameter,
    wrong: ({ MessageAttributes }) => worstOf(MessageAttributes, illegalNumber),
  },
];

/** The attributes of a message, alone or as an entry. */
export const attributes: Part<Message> = { isPlain: isSound, checks: attributeChecks };

/** The one attribute that a sender gives to SQS itself is the trace header, as a String (sqs:SM6). */
const systemChecks: readonly Check<Message>[] = [
  {
    rule: 'sqs:SM6',
    fault: 'a system attribute is not AWSTraceHeader of type String',
    row: undefined,
    wrong: ({ MessageSystemAttributes }) => worstOf(MessageSystemAttributes, illegalSystemAttribute),
  },
];

export const systemAttributes: Part<Message> = {
  isPlain: ({ MessageSystemAttributes }) => MessageSystemAttributes === undefined,
  checks: systemChecks,
};

/** What a header may look like, the contract does not say. */
function illegalSystemAttribute({ DataType, StringValue }: AttributeValue, name: string): Wrong {
  if (name !== 'AWSTraceHeader' || !/^String(\.|$)/.test(DataType ?? '')) return true;
  return (DataType !== 'String' || !StringValue?.startsWith('Root=')) && 'odd';
}

/** Attributes in which no check found anything, remembered for each object: they are never changed once they are sent. */
const sound = new WeakSet<MessageAttributes>();

function isSound(message: Message, ask: Ask): boolean {
  const { MessageAttributes } = message;
  if (MessageAttributes === undefined || sound.has(MessageAttributes)) return true;
  if (attributeChecks.some((check) => check.wrong(message, ask) !== false)) return false;
  sound.add(MessageAttributes);
  return true;
}

/** Bytes of a message: the body and each attribute's name, type and value (sqs:SM3). */
export function sizeOf({ MessageBody, MessageAttributes }: Message): number {
  let size = Buffer.byteLength(MessageBody ?? '');
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(MessageAttributes ?? {})) {
    size += Buffer.byteLength(name) + Buffer.byteLength(DataType ?? '') + Buffer.byteLength(StringValue ?? '');
    size += Buffer.byteLength(BinaryValue ?? '', 'base64');
  }
  return size;
}

/** Does it certainly fit into any queue, and ten of it into any batch? No character has more than three bytes per unit. */
export function isSmall({ MessageBody, MessageAttributes }: Message): boolean {
  let units = (MessageBody ?? '').length;
  for (const name in MessageAttributes) {
    const { DataType, StringValue, BinaryValue } = MessageAttributes[name]!;
    units += name.length + (DataType ?? '').length + (StringValue ?? BinaryValue ?? '').length;
  }
  return units * 3 <= limits.messageSizeMin;
}

function tooLong(message: Message, { facts, queue, s, e }: Ask): Wrong {
  if (isSmall(message)) return false;
  const max = attributeOf(facts, facts.queue(queue!), 'MaximumMessageSize', s, e);
  const size = sizeOf(message);
  return size > max.hi || (size > max.lo && 'open');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that sqs:SM4 forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const loneSurrogate = /\p{Surrogate}/u;

/** Printable ASCII and not empty. */
function isPlainText(text: string | undefined): boolean {
  if (!text) return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 || code > 126) return false;
  }
  return true;
}

/** A lone surrogate does not survive UTF-8, so nobody can say what the service has seen. */
function illegalText(text: string): Wrong {
  return forbidden.test(text) || (loneSurrogate.test(text) && 'odd');
}

function worstOf(
  attributes: MessageAttributes | undefined,
  wrong: (value: AttributeValue, name: string) => Wrong,
): Wrong {
  let result: Wrong = false;
  for (const name in attributes) result = worse(result, wrong(attributes[name]!, name));
  return result;
}

/** sqs:E61, sqs:M2; two periods in a row are open on AWS (sqs:U13), and so are letters outside of ASCII. */
function illegalName(name: string): Wrong {
  if (name === '') return 'odd';
  if (name.length > 256 || /^(aws|amazon)\./i.test(name) || name.startsWith('.') || name.endsWith('.')) return true;
  if (/[\0-,/:-@[-^`{-\x7f]/.test(name)) return true;
  return (name.length === 256 || name.includes('..') || /[^\0-\x7f]/.test(name)) && 'free';
}

function illegalType({ DataType }: AttributeValue): Wrong {
  if (!DataType || DataType.length > 256) return 'odd';
  if (!/^(String|Number|Binary)/.test(DataType)) return true;
  return !/^(String|Number|Binary)(\.[\w.-]+)?$/.test(DataType) && 'odd';
}

/** sqs:M5; a value of the other kind is not spoken of. */
function emptyValue({ DataType, StringValue, BinaryValue }: AttributeValue): Wrong {
  const isBinary = DataType?.startsWith('Binary') === true;
  const value = isBinary ? BinaryValue : StringValue;
  if (value === undefined || (isBinary ? StringValue : BinaryValue) !== undefined) return 'odd';
  return value === '';
}

const illegalString = ({ DataType, StringValue }: AttributeValue): Wrong =>
  DataType?.startsWith('String') === true && StringValue !== undefined && illegalText(StringValue);

const plainNumber = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/;

/** Up to 38 digits and a magnitude from 10^-128 to 10^126; zeros at the ends and a custom label leave it free. */
function illegalNumber({ DataType, StringValue: text }: AttributeValue): Wrong {
  if (!DataType?.startsWith('Number') || !text) return false;
  if (!plainNumber.test(text)) return DataType === 'Number' && Number.isNaN(Number(text)) ? true : 'odd';
  const digits = text.replace(/[eE].*|[^\d]/g, '');
  const magnitude = Math.abs(Number(text));
  const tooFar = magnitude !== 0 && (magnitude > 1.001e126 || magnitude < 0.999e-128);
  const tooMany = digits.replace(/^0+|0+$/g, '').length > 38;
  if (tooFar || tooMany) return DataType === 'Number' || 'free';
  return digits.length > 38 && 'free';
}
