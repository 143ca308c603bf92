import seedrandom from 'seedrandom';
import type { Choose } from '../core/endpoint.js';
import { type Choices, type Liberty, liberties, type Schedule } from '../core/schedule.js';
import type { Draw } from './seed.js';

/** A stream of draws fixed by the seed. */
export function drawsOf(seed: string): Draw {
  const random = seedrandom.alea(seed);
  return (n) => Math.floor(random() * n);
}

/** Answers the open decisions of one run. */
export interface Chooser {
  /** The decisions of one op; `key` is its step's id, with a mark when the same step asks twice. */
  of(key: string): Choose;
  /** Every answer other than 0 so far. */
  readonly taken: Choices;
}

const plain: Choose = () => 0;
const labels = new Map((Object.keys(liberties) as Liberty[]).map((label, index) => [label, index + 1]));

/**
 * Keyed, not streamed: an answer depends on (seed, op, label, how often this op asked it), so that removing a step does
 * not re-roll the others. A schedule that records its choices is answered from the record.
 */
export function chooserOf(schedule: Schedule): Chooser {
  const taken: Choices = {};
  const { choices, liberties: allowed } = schedule;
  if (choices !== undefined) return { taken, of: (key) => recorded(choices, allowed, taken, key) };
  if (allowed.length === 0) return { taken, of: () => plain };
  const random = seedrandom.alea(schedule.seed);
  const secret = random.int32();
  return { taken, of: (key) => keyed(secret, allowed, taken, key) };
}

function keyed(secret: number, allowed: Liberty[], taken: Choices, key: string): Choose {
  const count = counter();
  const base = mix(secret, textHash(key));
  return (label, n) => {
    if (!allowed.includes(label)) return 0;
    const nth = count(label);
    const value = (mix(base, labels.get(label)! + 64 * nth) >>> 0) % n;
    if (value > 0) note(taken, key, label, nth, value);
    return value;
  };
}

function recorded(choices: Choices, allowed: Liberty[], taken: Choices, key: string): Choose {
  const own = Object.hasOwn(choices, key) ? choices[key] : undefined;
  if (own === undefined) return plain;
  const count = counter();
  return (label, n) => {
    if (!allowed.includes(label)) return 0;
    const nth = count(label);
    const value = (own[label]?.[nth] ?? 0) % n;
    if (value > 0) note(taken, key, label, nth, value);
    return value;
  };
}

/** Counts how often each label was asked. */
function counter(): (label: Liberty) => number {
  const counts: Partial<Record<Liberty, number>> = {};
  return (label) => {
    const nth = counts[label] ?? 0;
    counts[label] = nth + 1;
    return nth;
  };
}

function note(taken: Choices, key: string, label: Liberty, nth: number, value: number): void {
  taken[key] ??= {};
  const own = taken[key];
  own[label] ??= [];
  const answers = own[label];
  while (answers.length < nth) answers.push(0);
  answers[nth] = value;
}

/** One round of a 32-bit integer hash: multiply, rotate, avalanche (the finaliser of MurmurHash3). */
function mix(a: number, b: number): number {
  let h = (a ^ Math.imul(b, 0xcc9e2d51)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** FNV-1a over the UTF-16 units. */
function textHash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
