import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Found, Hunt } from './hunt.js';

/** A hunt on a server with a mutant, which ends with the first violation, or on an honest one. */
export interface Asked extends Hunt {
  mutant?: string;
}

export interface Told {
  found: Found[];
  /** Schedules that were judged. */
  runs: number;
  /** Why the hunt did not go on. */
  error?: string;
}

/** Hunts in a process of its own, so that nobody else's work makes its clock jump. */
export async function ask(asked: Asked): Promise<Told> {
  const hunter = fork(fileURLToPath(new URL('hunter.js', import.meta.url)), [JSON.stringify(asked)], {
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
  const ended = once(hunter, 'exit').then(() => [{ found: [], runs: 0, error: 'the hunter ended without a word' }]);
  const [told] = (await Promise.race([once(hunter, 'message'), ended])) as [Told];
  return told;
}

/** Does the work for all, `parallel` of them side by side, in their order. */
export async function sideBySide<T>(
  all: readonly T[],
  parallel: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = all.values();
  const worker = async (): Promise<void> => {
    // all workers take from the same iterator
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(parallel, all.length) }, worker));
}
