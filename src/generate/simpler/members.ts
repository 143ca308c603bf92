import type { Members } from '../members.js';

/** Members left out one by one, except those kept, or with a smaller value. */
export function* simplerMembers(members: Members, kept: readonly string[] = []): Generator<Members> {
  for (const name of Object.keys(members)) {
    if (kept.includes(name) || name === 'Entries') continue;
    const { [name]: value, ...others } = members;
    yield others;
    for (const simpler of simplerValues(value)) yield { ...members, [name]: simpler };
  }
}

function* simplerValues(value: unknown): Generator<unknown> {
  if (typeof value === 'number') yield* smaller(value);
  else if (typeof value === 'string') yield* simplerTexts(value);
  else if (Array.isArray(value)) for (const k of value.keys()) yield value.toSpliced(k, 1);
  else if (typeof value === 'object' && value !== null) yield* simplerMembers(value as Members);
}

/** Texts up to this length that are neither numbers nor policies stay as they are. */
const longText = 100;

function* simplerTexts(text: string): Generator<string> {
  if (/^\d+$/.test(text)) for (const number of smaller(Number(text))) yield String(number);
  else if (text.startsWith('{')) yield* simplerPolicies(text);
  else if (text.length > longText) for (const length of smaller(text.length)) yield text.slice(0, length);
}

/** A redrive policy with its limit as a number, and with a lower one; nothing for a text that is no such policy. */
export function* simplerPolicies(text: string): Generator<string> {
  const policy = readObject(text);
  const limit = Number(policy?.maxReceiveCount);
  if (!Number.isInteger(limit)) return;
  const withLimit = (maxReceiveCount: number): string => JSON.stringify({ ...policy, maxReceiveCount });
  if (typeof policy!.maxReceiveCount === 'string') yield withLimit(limit);
  for (const lower of smaller(limit)) if (lower > 0) yield withLimit(lower);
}

/** The object that a JSON text holds; undefined for what is no JSON. */
export function readObject(text: string): Members | undefined {
  try {
    return JSON.parse(text) as Members;
  } catch {
    return undefined;
  }
}

/** 0, then from the half up to one less: a bisection when retried. */
export function* smaller(value: number): Generator<number> {
  if (value <= 0) return;
  yield 0;
  for (let less = Math.ceil(value / 2); less >= 1; less = less === 1 ? 0 : Math.ceil(less / 2))
    if (value - less > 0) yield value - less;
}
