import type { Range } from './words.js';

/** The list of nobody: never to be changed, see `joined`. */
export const none: never[] = [];

/** The list with one member more. Most have one or none, and the first `push` into an empty array makes room for many. */
export function joined<T>(list: T[], member: T): T[] {
  if (list.length === 0) return [member];
  list.push(member);
  return list;
}

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Takes the value in; one that is no number may mean anything. */
export function widen(range: Range, value: number): void {
  range.lo = Math.min(range.lo, Number.isNaN(value) ? 0 : value);
  range.hi = Math.max(range.hi, Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);
}

export const exactly = (value: number): Range => ({ lo: value, hi: value });

export const anything: Range = { lo: 0, hi: Number.POSITIVE_INFINITY };

/** What a queue makes of a value that it had to refuse nobody knows. */
export const exactlyIf = (value: number, most: number): Range =>
  value >= 0 && value <= most ? exactly(value) : anything;
