import { hash } from 'node:crypto';
import type { AttributeValue, MessageAttributes } from '../../src/core/calls.js';
import type { Rules } from '../rules.js';

/** A memory for the bodies that campaigns repeat, a few hundred; when it is full, others are digested anew. */
const known = new Map<string, string>();
const knownMax = 1024;

/** MD5 of the body's UTF-8 bytes, lower-case hex (sqs:M20). A message does not keep it: that would be a tenth of its room. */
export function md5OfBody(sent: string, rules: Rules): string {
  const body = rules.digestedBody(sent);
  const remembered = known.get(body);
  if (remembered !== undefined) return remembered;
  const digest = hash('md5', body);
  if (known.size < knownMax && body.length < 64) known.set(body, digest);
  return digest;
}

/** SHA-256 of the body's UTF-8 bytes, lower-case hex (sqs:F3). */
export const sha256Of = (body: string): string => hash('sha256', body);

const digests = new WeakMap<Rules, WeakMap<MessageAttributes, string>>();

/** `digestOf`, remembered for each object: attributes are never changed once they are sent. */
export function md5OfAttributes(attributes: MessageAttributes, rules: Rules): string {
  let own = digests.get(rules);
  if (own === undefined) {
    own = new WeakMap();
    digests.set(rules, own);
  }
  let digest = own.get(attributes);
  if (digest === undefined) {
    digest = digestOf(attributes, rules);
    own.set(attributes, digest);
  }
  return digest;
}

/** MD5 over name, type, transport byte and value of each attribute in the byte order of names (sqs:M21). */
function digestOf(attributes: MessageAttributes, rules: Rules): string {
  const parts: Uint8Array[] = [];
  for (const name of Object.keys(attributes)
    .map((text) => Buffer.from(text))
    .sort(Buffer.compare)) {
    const value = attributes[name.toString()]!;
    const { text, transport } = rules.digestedType(value.DataType ?? '');
    parts.push(lengthPrefixed(name), lengthPrefixed(Buffer.from(text)));
    parts.push(Uint8Array.of(transport), lengthPrefixed(bytesOf(value)));
  }
  return hash('md5', Buffer.concat(parts));
}

const isBinary = (value: AttributeValue): boolean => value.DataType?.startsWith('Binary') === true;

/** The value's bytes as sent: text in UTF-8, binary decoded. */
export const bytesOf = (value: AttributeValue): Uint8Array =>
  isBinary(value) ? Buffer.from(value.BinaryValue ?? '', 'base64') : Buffer.from(value.StringValue ?? '');

function lengthPrefixed(bytes: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(4 + bytes.length);
  new DataView(prefixed.buffer).setUint32(0, bytes.length);
  prefixed.set(bytes, 4);
  return prefixed;
}
