import { readBase64 } from './base64.js';
import type { Kind, Structure, Table } from './kinds.js';
import { malformed, missingParameter, Refused, unsupportedLists } from './refusals.js';

/** The query protocol's requests (sqs:W20, sqs:W21). */

/** The parameters as a tree: `Attribute.1.Name=x` is a leaf under three branches. */
export interface Params {
  value?: string;
  below?: Map<string, Params>;
}

/** Parts of the longest name that means anything: SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.BinaryValue. */
const depthMax = 7;

/** Of a parameter given twice the first counts. @throws Refused */
export function paramsOf(...encoded: readonly string[]): Params {
  const root: Params = {};
  for (const text of encoded) {
    let marks = 0;
    for (const [name, value] of new URLSearchParams(text)) {
      const parts = name.split('.', depthMax + 1);
      if (parts.length <= depthMax) branch(root, parts).value ??= value;
      if (value.includes(replacement)) marks += value.split(replacement).length - 1;
    }
    if (marks > writtenMarks(text)) throw new Refused(malformed(''));
  }
  return root;
}

/** What stands for bytes that are not UTF-8: unless it was written so, the value was mended on its way (sqs:D6). */
const replacement = '\uFFFD';
const writtenMarks = (text: string): number => text.match(/%EF%BF%BD|\uFFFD/gi)?.length ?? 0;

function branch(root: Params, parts: readonly string[]): Params {
  let at = root;
  for (const part of parts) {
    at.below ??= new Map();
    let next = at.below.get(part);
    if (next === undefined) {
      next = {};
      at.below.set(part, next);
    }
    at = next;
  }
  return at;
}

export const paramOf = (params: Params, name: string): string | undefined => params.below?.get(name)?.value;

/** The input in a request's parameters; unknown ones are passed over. @throws Refused */
export function readQuery(input: Structure, params: Params): Record<string, unknown> {
  return readStructure(input, params, '');
}

/** `path` is the name so far, for the refusals. */
function readStructure({ entries, needs }: Structure, params: Params, path: string): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, kind] of entries) {
    const member = readMember(kind, name, params, path);
    if (member !== undefined) read[name] = member;
  }
  for (const name of needs) required(read[name], path + name);
  return read;
}

function readMember(kind: Kind, name: string, params: Params, path: string): unknown {
  switch (kind.is) {
    case 'structure':
      return readBranch(kind, params.below?.get(name), path + name);
    case 'table':
      return readTable(kind, params, path + kind.element);
    case 'list':
      if (kind.element === undefined) return undefined;
      return numbered(params, kind.element)?.map(([n, item]) => readItem(kind.of, item, `${path}${kind.element}.${n}`));
    case 'reserved':
      if ((numbered(params, kind.element)?.length ?? 0) > 0) throw new Refused(unsupportedLists());
      return undefined;
    default:
      return readLeaf(kind.is, paramOf(params, name), path + name);
  }
}

const readBranch = (kind: Structure, params: Params | undefined, path: string): unknown =>
  params === undefined ? undefined : readStructure(kind, params, `${path}.`);

const readItem = (kind: Kind, params: Params, path: string): unknown =>
  kind.is === 'structure' ? readBranch(kind, params, path) : required(readLeaf(kind.is, params.value, path), path);

/** A table's keys are anybody's: `__proto__` is one like all others. */
function readTable({ of, element, key, value }: Table, params: Params, path: string): object | undefined {
  const entries = numbered(params, element)?.map(([n, entry]): [string, unknown] => {
    const name = required(paramOf(entry, key), `${path}.${n}.${key}`);
    const below = entry.below?.get(value) ?? {};
    return [name, readItem(of, below, `${path}.${n}.${value}`)];
  });
  return entries && Object.fromEntries(entries);
}

/**
 * The branches `element.1`, `element.2` and so on in the order of their numbers; gaps do not matter. A bare `element=`
 * is a list of nothing.
 */
function numbered(params: Params, element: string): [number, Params][] | undefined {
  const branch = params.below?.get(element);
  if (branch === undefined) return undefined;
  return [...(branch.below ?? [])]
    .filter(([part]) => /^[1-9]\d{0,8}$/.test(part))
    .map(([part, item]): [number, Params] => [Number(part), item])
    .sort(([a], [b]) => a - b);
}

function readLeaf(is: string, value: string | undefined, path: string): unknown {
  if (value === undefined) return undefined;
  if (is === 'integer') {
    if (!/^[+-]?\d{1,15}$/.test(value)) throw new Refused(malformed(`${path} must be an integer, not ${value}`));
    return Number(value);
  }
  return is === 'binary' ? readBase64(value) : value;
}

function required<T>(value: T | undefined, path: string): T {
  if (value === undefined) throw new Refused(missingParameter(path));
  return value;
}
