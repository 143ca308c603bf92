import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Millis } from '../../src/core/clock.js';
import { wallClock } from '../../src/time/wall.js';

/** How a process ended. */
export interface Ended {
  code: number | null;
  says: string;
}

export interface Job {
  ended: Promise<Ended>;
  /** Asks it to end, makes it end if it does not, and everything that it started with it. Never throws. */
  stop(): Promise<void>;
}

interface Asked {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** The file that its words are added to. */
  log: string;
  /** What ends it in peace; SIGTERM unless said. */
  signal?: NodeJS.Signals | undefined;
}

/** The processes that are running, each the head of a group of its own, so that all it starts can be ended with it. */
export class Running {
  readonly #jobs = new Set<Job>();
  readonly #grace: Millis;
  #isOver = false;

  /** `grace` is how long a process that was asked to end may take for it. */
  constructor(grace: Millis = 5000) {
    this.#grace = grace;
  }

  /** Does the work, or waits for ever if nothing is to be begun any more. */
  unlessOver<T>(work: () => Promise<T>): Promise<T> {
    return this.#isOver ? new Promise(() => {}) : work();
  }

  /** From now on nothing is begun. */
  over(): void {
    this.#isOver = true;
  }

  start([program, ...args]: string[], { cwd, env, log, signal = 'SIGTERM' }: Asked): Job {
    mkdirSync(dirname(log), { recursive: true });
    const output = openSync(log, 'a');
    const child = spawn(program!, args, { cwd, env, detached: true, stdio: ['ignore', output, output] });
    closeSync(output);
    const ended = endOf(child);
    const kill = (): void => signalGroup(child, 'SIGKILL');
    process.on('exit', kill);
    const stop = async (): Promise<void> => {
      signalGroup(child, signal);
      await orLate(ended, this.#grace);
      kill();
      await ended;
      process.off('exit', kill);
      this.#jobs.delete(job);
    };
    const job = { ended, stop };
    this.#jobs.add(job);
    return job;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#jobs].map((job) => job.stop()));
  }
}

async function endOf(child: ChildProcess): Promise<Ended> {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return { code, says: signal === null ? `ended with exit code ${code}` : `was ended by ${signal}` };
  } catch (error) {
    return { code: null, says: `could not be started (${(error as NodeJS.ErrnoException).code})` };
  }
}

/** To the process and all that it has started. Those that have ended hear nothing. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // nobody is left
  }
}

/** What the promise gives if it has as good as settled. */
export const soon = <T>(promise: Promise<T>): Promise<T | undefined> => orLate(promise, 100);

/** What the promise gives, or undefined when it takes longer. */
export function orLate<T>(promise: Promise<T>, span: Millis): Promise<T | undefined> {
  const clock = wallClock();
  return new Promise((resolve) => {
    const cancel = clock.alarm(span, () => resolve(undefined));
    promise.then((value) => {
      cancel();
      resolve(value);
    });
  });
}
