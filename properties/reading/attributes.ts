import type { Millis } from '../../src/core/clock.js';
import { attributeDefaults, fifoDefaults } from '../../src/core/limits.js';
import { numericAttributes } from './attribute-table.js';
import type { Facts } from './facts.js';
import { anything, exactly, widen } from './lists.js';
import type { Lasting, QueueFacts, Range, Written } from './words.js';

/**
 * The values that a numeric attribute of the queue may have had at some instant of [from, to]. Under the documented
 * level a change may take 60 s (900 s for the retention period) to be seen everywhere (sqs:A30).
 */
export function attributeOf(facts: Facts, queue: QueueFacts, name: string, from: Millis, to: Millis): Range {
  const lasting = lastingIn(queue, name);
  return lasting === 'written' ? writtenTo(facts, queue, name, from, to) : lasting.range;
}

/**
 * The texts that any attribute of the queue may have had at some instant of [from, to]; undefined where it is not set.
 * A write certainly in force ends what was certainly written before it, and nothing else.
 */
export function valuesOf(
  facts: Facts,
  queue: QueueFacts,
  name: string,
  from: Millis,
  to: Millis,
): readonly (string | undefined)[] {
  const lasting = lastingIn(queue, name);
  if (lasting !== 'written') return lasting.texts;
  const since = inForce(facts, queue, name, from);
  const texts = since === Number.NEGATIVE_INFINITY ? [initially(queue, name)] : [];
  for (const { attributes, created, s, e } of queue.writes)
    if (s <= to && e >= since && (created || attributes[name] !== undefined))
      texts.push(attributes[name] ?? (created ? defaultOf(queue, name) : undefined));
  return texts.map((text) => text || undefined);
}

/** Did a call of the run write the attribute, or may one have? A creation writes all. */
export const isWritten = ({ writes }: QueueFacts, name: string): boolean =>
  writes.length > 0 && writes.some(({ attributes, created }) => created || attributes[name] !== undefined);

/** All values that the attribute may ever have had; each until a later one is certainly in force. */
export function writesOf(facts: Facts, queue: QueueFacts, name: string): readonly Written[] {
  let written = queue.written.get(name);
  if (written === undefined) {
    written = readWritten(facts, queue, name);
    queue.written.set(name, written);
  }
  return written;
}

function readWritten(facts: Facts, queue: QueueFacts, name: string): Written[] {
  const lag = lagOf(facts, name);
  const writes = queue.writes.filter(({ created, attributes }) => created || attributes[name] !== undefined);
  const until = (after: Millis): Millis =>
    writes.reduce((to, { outcome, s, e }) => (outcome === 'ok' && s > after ? Math.min(to, e + lag) : to), Infinity);
  return [
    { value: initially(queue, name), from: Number.NEGATIVE_INFINITY, to: until(Number.NEGATIVE_INFINITY) },
    ...writes.map(({ attributes, s, e }) => ({
      value: attributes[name] ?? defaultOf(queue, name),
      from: s,
      to: until(e),
    })),
  ];
}

function lastingIn(queue: QueueFacts, name: string): Lasting | 'written' {
  let lasting = queue.lasting.get(name);
  if (lasting === undefined) {
    lasting = isWritten(queue, name) ? 'written' : lastingOf(queue, name);
    queue.lasting.set(name, lasting);
  }
  return lasting;
}

function lastingOf(queue: QueueFacts, name: string): Lasting {
  const text = initially(queue, name);
  const value = Number(text);
  const range = Number.isNaN(value) && queue.writes.length > 0 ? anything : exactly(value);
  return { range, texts: [text || undefined] };
}

function writtenTo(facts: Facts, queue: QueueFacts, name: string, from: Millis, to: Millis): Range {
  const since = inForce(facts, queue, name, from);
  const range = { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY };
  if (since === Number.NEGATIVE_INFINITY) widen(range, Number(initially(queue, name)));
  for (const { attributes, created, s, e } of queue.writes) {
    const text = attributes[name] ?? (created ? defaultOf(queue, name) : undefined);
    if (text !== undefined && s <= to && e >= since) widen(range, numberIn(name, text));
  }
  return range;
}

/** NaN for what the queue had to refuse: what it makes of that nobody knows. */
function numberIn(name: string, text: string): number {
  const [lo, hi] = numericAttributes.get(name) ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const value = text === '' ? Number.NaN : Number(text);
  return value >= lo && value <= hi ? value : Number.NaN;
}

/** When the latest write of the attribute that is certainly in force at `t` began; -Infinity if there is none. */
function inForce(facts: Facts, { writes }: QueueFacts, name: string, t: Millis): Millis {
  const lag = lagOf(facts, name);
  let since = Number.NEGATIVE_INFINITY;
  for (const { outcome, attributes, created, s, e } of writes)
    if (outcome === 'ok' && e + lag < t && s > since && (created || attributes[name] !== undefined)) since = s;
  return since;
}

/** How long a change may take to be seen everywhere (sqs:A30). */
function lagOf({ strict }: Facts, name: string): Millis {
  if (strict) return 0;
  return name === 'MessageRetentionPeriod' ? 900_000 : 60_000;
}

const initially = (queue: QueueFacts, name: string): string | undefined =>
  queue.initial?.[name] ?? defaultOf(queue, name);

const defaultOf = ({ isFifo }: QueueFacts, name: string): string | undefined =>
  attributeDefaults[name] ?? (isFifo ? fifoDefaults[name] : undefined);
