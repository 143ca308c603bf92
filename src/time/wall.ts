import type { Clock, Millis } from '../core/clock.js';

/** Milliseconds since 1970 by the machine's clock; the histories of real endpoints tie their time 0 to it. */
export const epochNow = (): number => Date.now();

// also while somebody replaces the timers to play with time
const immediate = setImmediate;

/** Does the work when everything that can go on at once has gone on. */
export const inNextTurn = (work: () => void): void => void immediate(work);

/** When everything that can go on at once has gone on. */
export const nextTurn = (): Promise<void> => new Promise(inNextTurn);

/** Longest delay that setTimeout takes; it answers a longer one at once. */
const longestDelay: Millis = 2 ** 31 - 1;

/**
 * Real time: integer milliseconds since this call, never backwards. Nothing rings before its time. Holding is a no-op,
 * since real time waits for nobody.
 */
export function wallClock(): Clock {
  const began = performance.now();
  const now = (): Millis => Math.floor(performance.now() - began);

  function alarm(at: Millis, ring: () => void): () => void {
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      timer = setTimeout(check, Math.min(Math.max(at - now(), 0), longestDelay));
    };
    const check = (): void => (now() < at ? arm() : ring());
    arm();
    return () => clearTimeout(timer);
  }

  function until(at: Millis | Promise<unknown>): Promise<void> | undefined {
    if (typeof at !== 'number') return at.then(nothing, nothing);
    return at <= now() ? undefined : new Promise((resolve) => alarm(at, resolve));
  }

  return { now, until, alarm, hold: nothing, release: nothing };
}

const nothing = (): void => {};
