import type { Members } from '../members.js';

/** Members left out one by one, except those kept, and numbers made smaller, also where they stand in a text. */
export function* simplerMembers(members: Members, kept: readonly string[] = []): Generator<Members> {
  for (const name of Object.keys(members)) {
    if (kept.includes(name) || name === 'Entries') continue;
    const { [name]: value, ...others } = members;
    yield others;
    if (typeof value === 'number') for (const number of smaller(value)) yield { ...members, [name]: number };
    else if (typeof value === 'string' && /^\d+$/.test(value))
      for (const number of smaller(Number(value))) yield { ...members, [name]: String(number) };
    else if (typeof value === 'string' && value.startsWith('{')) yield* simplerPolicies(members, name, value);
  }
}

/** A redrive policy with its limit as a number, and with a lower one; nothing for a text that is no such policy. */
export function* simplerPolicies(members: Members, name: string, text: string): Generator<Members> {
  const policy = readObject(text);
  const limit = Number(policy?.maxReceiveCount);
  if (!Number.isInteger(limit)) return;
  const withLimit = (maxReceiveCount: number): Members => ({
    ...members,
    [name]: JSON.stringify({ ...policy, maxReceiveCount }),
  });
  if (typeof policy!.maxReceiveCount === 'string') yield withLimit(limit);
  for (const lower of smaller(limit)) if (lower > 0) yield withLimit(lower);
}

function readObject(text: string): Members | undefined {
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
