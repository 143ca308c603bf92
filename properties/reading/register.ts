import type { Millis } from '../../src/core/clock.js';
import type { Facts } from './facts.js';
import type { Timed } from './words.js';

/** A call that wrote, or may have written, one value. */
export interface Write<Value> extends Timed {
  outcome: 'ok' | 'unknown';
  value: Value;
}

/**
 * The values that a register may have had at some instant of [from, to], in the order of writing. A write certainly in
 * force ends what was certainly written before it, and nothing else; on AWS it takes up to 60 s (sqs:A30, sqs:A33).
 */
export function possibleValues<Value>(
  { strict }: Facts,
  initial: Value,
  writes: readonly Write<Value>[],
  from: Millis,
  to: Millis,
): Value[] {
  const lag = strict ? 0 : 60_000;
  let since = Number.NEGATIVE_INFINITY;
  for (const { outcome, s, e } of writes) if (outcome === 'ok' && e + lag < from && s > since) since = s;
  const values = since === Number.NEGATIVE_INFINITY ? [initial] : [];
  for (const { s, e, value } of writes) if (s <= to && e >= since) values.push(value);
  return values;
}

/** The last write that had begun by `t`, for the evidence. */
export const lastBy = <Value>(writes: readonly Write<Value>[], t: Millis): Write<Value>[] =>
  writes.filter(({ s }) => s <= t).slice(-1);
