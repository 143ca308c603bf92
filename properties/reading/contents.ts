import { hash } from 'node:crypto';
import type { AttributeValue, Calls, MessageAttributes, ReceivedMessage } from '../../src/core/calls.js';

/** What a message consists of, and its digests: our own reading of sqs section 4.2 and 4.3. */

const bodyDigests = new Map<string, string>();
const attributeDigests = new Map<string, string>();
/** By object: attributes are never changed once they are sent. */
const digestsOf = new WeakMap<MessageAttributes, string>();
const digestsKept = 4096;
const lengthKept = 256;

/** MD5OfMessageBody and MD5OfBody: lower-case hex MD5 of the UTF-8 bytes (sqs:M20). */
export function bodyDigest(body: string): string {
  return bodyDigests.get(body) ?? keep(bodyDigests, body, hash('md5', body));
}

/** MD5OfMessageAttributes; undefined when there are none (sqs:M21, sqs:M23). */
export function attributesDigest(attributes: MessageAttributes | undefined): string | undefined {
  if (attributes === undefined || isEmpty(attributes)) return undefined;
  let digest = digestsOf.get(attributes);
  if (digest === undefined) {
    digest = digestByContent(attributes);
    digestsOf.set(attributes, digest);
  }
  return digest;
}

function digestByContent(attributes: MessageAttributes): string {
  const text = JSON.stringify(attributes);
  return attributeDigests.get(text) ?? keep(attributeDigests, text, hashAttributes(attributes));
}

/** Does sqs:M21 say how the attributes are digested? Only for the three types that SQS takes (sqs:E18). */
export const isDigestible = (attributes: MessageAttributes = {}): boolean =>
  Object.values(attributes).every(
    ({ DataType, StringValue, BinaryValue }) =>
      /^(Binary|Number|String)/.test(DataType ?? '') && (StringValue ?? BinaryValue ?? '') !== '',
  );

function keep(digests: Map<string, string>, key: string, digest: string): string {
  if (digests.size >= digestsKept) digests.clear();
  if (key.length <= lengthKept) digests.set(key, digest);
  return digest;
}

function hashAttributes(attributes: MessageAttributes): string {
  const named = Object.entries(attributes).map(([name, value]) => ({ name: Buffer.from(name, 'utf8'), value }));
  const parts: Buffer[] = [];
  for (const { name, value } of named.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const binary = value.BinaryValue !== undefined;
    parts.push(...framed(name), ...framed(Buffer.from(value.DataType ?? '', 'utf8')), Buffer.of(binary ? 2 : 1));
    parts.push(...framed(Buffer.from(value.BinaryValue ?? value.StringValue ?? '', binary ? 'base64' : 'utf8')));
  }
  return hash('md5', Buffer.concat(parts));
}

/** The bytes after their length, as four bytes, highest first. */
function framed(bytes: Buffer): [Buffer, Buffer] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return [length, bytes];
}

export function isEmpty(members: object): boolean {
  for (const _ in members) return false;
  return true;
}

/** Would a receive that asks for `names` return the attribute `name`? (sqs:RM7) */
export function asks(names: readonly string[] | undefined, name: string): boolean {
  if (names === undefined) return false;
  for (const asked of names) {
    if (asked === name || asked === 'All' || asked === '*') return true;
    if (asked.endsWith('.*') && name.startsWith(asked.slice(0, -2))) return true;
  }
  return false;
}

type Asked = Calls['ReceiveMessage']['input'];

/** Would a receive certainly return the system attribute if the message has it? The older list counts alone (sqs:RM6). */
export function asksSystem(
  { MessageSystemAttributeNames: names, AttributeNames: older }: Asked,
  name: string,
): boolean {
  const list = names ?? older;
  return list !== undefined && (list.includes(name) || list.includes('All'));
}

/** Are the message attributes returned those that were sent, as far as the receive asked for them? */
export function sameAttributes(
  sent: MessageAttributes = {},
  { MessageAttributes: back = {} }: ReceivedMessage,
  { MessageAttributeNames: names }: Asked,
): boolean {
  for (const name in back) if (sent[name] === undefined || !sameValue(back[name]!, sent[name])) return false;
  for (const name in sent) if (back[name] === undefined && asks(names, name)) return false;
  return true;
}

/** Same type and value; numbers may lose outer zeros (sqs:M9). */
export function sameValue(a: AttributeValue, b: AttributeValue): boolean {
  if (a.DataType !== b.DataType) return false;
  if (
    a.StringValue !== b.StringValue &&
    !(a.DataType?.startsWith('Number') && sameNumber(a.StringValue, b.StringValue))
  )
    return false;
  return a.BinaryValue === b.BinaryValue || sameBytes(a.BinaryValue, b.BinaryValue);
}

const sameNumber = (a = '', b = ''): boolean => plainNumber(a) !== undefined && plainNumber(a) === plainNumber(b);

const sameBytes = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.from(a, 'base64').equals(Buffer.from(b, 'base64'));

/** Sign, significant digits and power of ten, exact at any length (sqs:M6): 0120.0 is "12e1". */
function plainNumber(text: string): string | undefined {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign === '-' ? '-' : ''}${significant}e${Number(power) - fraction.length + digits.length - significant.length}`;
}
