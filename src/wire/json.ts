import { canonical } from '../core/canonical.js';
import { readBase64 } from './base64.js';
import { textOf } from './http.js';
import type { Kind, Structure } from './kinds.js';
import { malformed, missingParameter, Refused, unsupportedLists } from './refusals.js';

/** AWS JSON 1.0 (sqs:W10 to sqs:W14). The sentences about wrong types are those of AWS's framework. */

/** The input in a request's body, without null and unknown members. @throws Refused */
export const readJson = (input: Structure, body: Uint8Array): Record<string, unknown> =>
  readMembers(input, parsed(body), readBase64);

/** The same of members that were never JSON; `binary` makes base64 of a binary value. @throws Refused */
export const readMembers = (input: Structure, value: unknown, binary: Binary): Record<string, unknown> =>
  readStructure(input, value, binary);

type Binary = (value: unknown) => string;

/** The one writer of JSON: byte for byte the same for the same answer. */
export const writeJson = (output: object): string => canonical(output);

function parsed(body: Uint8Array): unknown {
  const text = textOf(body);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused(malformed(''));
  }
}

const wrong = (says: string): Refused => new Refused(malformed(says));

/** A value that is neither undefined nor null, which mean that it is absent (sqs:OP4). */
function read(kind: Kind, value: unknown, binary: Binary): unknown {
  switch (kind.is) {
    case 'structure':
      return readStructure(kind, value, binary);
    case 'table':
      return readTable(kind.of, value, binary);
    case 'list':
      return listOf(value).map((item) => read(kind.of, item, binary));
    case 'reserved':
      if (listOf(value).length > 0) throw new Refused(unsupportedLists());
      return undefined;
    case 'integer':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw mismatch(value, 'an Integer');
      return value;
    case 'binary':
      return binary(value);
    default:
      if (typeof value !== 'string') throw mismatch(value, 'a String');
      return value;
  }
}

function readStructure({ entries, needs }: Structure, value: unknown, binary: Binary): Record<string, unknown> {
  const given = objectOf(value, 'Expected null');
  const known: Record<string, unknown> = {};
  for (const [name, kind] of entries) {
    const member = given[name];
    if (member === undefined || member === null) continue;
    const one = read(kind, member, binary);
    if (one !== undefined) known[name] = one;
  }
  for (const name of needs) if (known[name] === undefined) throw new Refused(missingParameter(name));
  return known;
}

/** Its keys are anybody's: `__proto__` is one like all others. */
function readTable(of: Kind, value: unknown, binary: Binary): object {
  const entries = Object.entries(objectOf(value, 'Expected map or null')).filter(([, item]) => item !== null);
  return Object.fromEntries(entries.map(([key, item]) => [key, read(of, item, binary)]));
}

const foundList = 'Start of list found where not expected';
const foundObject = 'Start of structure or map found where not expected.';
const isCollection = (value: unknown): boolean => typeof value === 'object' && value !== null;

function objectOf(value: unknown, expected: string): Record<string, unknown> {
  if (Array.isArray(value)) throw wrong(foundList);
  if (!isCollection(value)) throw wrong(expected);
  return value as Record<string, unknown>;
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw wrong(isCollection(value) ? foundObject : 'Expected list or null');
}

function mismatch(value: unknown, to: string): Refused {
  if (Array.isArray(value)) return wrong(foundList);
  if (isCollection(value)) return wrong(foundObject);
  return wrong(`${tokenOf(value)} can not be converted to ${to}`);
}

function tokenOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE';
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  return typeof value === 'string' ? 'STRING_VALUE' : 'NULL_VALUE';
}
