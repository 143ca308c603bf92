import type { Campaign } from '../src/campaign.js';
import { nextTurn, wallClock } from '../src/time/wall.js';
import { complaint } from './wrong-use.js';

/** Signals that end the program, by its exit code. */
export const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
export type Signal = keyof typeof codes;
export const signals = Object.keys(codes) as Signal[];

/** Signals so soon after the first are its echoes: npm and tsx pass on what the terminal sends to everybody. */
export const echo = 1000;

type Execute = Campaign['execute'];
const never = new Promise<never>(() => {});

interface Work {
  /** Runs a schedule; for work that runs none by itself it is left out. */
  execute?: Execute;
  /** Ends the progress line. */
  quiet(): void;
  /** Deletes the queues of a real endpoint. */
  close?: () => Promise<void>;
}

/**
 * Does `work`, and cleans up after it. After a signal no schedule is begun any more, and the process ends as soon as
 * the queues are deleted, without a word about what was half done; another signal ends it at once.
 */
export async function interruptible<T>(
  { execute = () => never, quiet, close }: Work,
  work: (execute: Execute) => Promise<T>,
): Promise<T> {
  const clock = wallClock();
  let stoppedAt: number | undefined;
  const stop = async (signal: Signal): Promise<void> => {
    if (stoppedAt === undefined) {
      stoppedAt = clock.now();
      quiet();
      if (close !== undefined) process.stderr.write(complaint('stopped; deleting the queues it made'));
      await close?.();
    } else if (clock.now() - stoppedAt < echo) return;
    process.exit(codes[signal]);
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work((...run) => (stoppedAt === undefined ? execute(...run) : never));
  } finally {
    if (stoppedAt !== undefined) await never;
    for (const signal of signals) process.off(signal, stop);
    quiet();
    await close?.();
  }
}

/** How long a campaign may go on without looking up, in milliseconds. */
const breath = 10;

/** Lets signals and threads be heard now and then: a campaign in virtual time never waits for anything. */
export function breathing(execute: Execute): Execute {
  const clock = wallClock();
  let last = clock.now();
  return async (schedule) => {
    if (clock.now() - last >= breath) {
      await nextTurn();
      last = clock.now();
    }
    return execute(schedule);
  };
}
