import { setTimeout as pause } from 'node:timers/promises';
import { longest } from '../../bin/conform.js';
import { realRangeOf } from '../../bin/options.js';
import { onUrl, sampleOf, timingOf } from '../../bin/real.js';
import { isWeak } from '../../bin/weak.js';
import { judging } from '../../bin/world.js';
import { seedOf } from '../../src/chance/seed.js';
import { violationsOf } from '../../src/check.js';
import type { Millis } from '../../src/core/clock.js';
import type { History } from '../../src/core/history.js';
import type { Profile } from '../../src/core/schedule.js';
import { scheduleOf } from '../../src/generate/schedule.js';

/** What is run on a server, and for how long. */
export interface Hunt {
  seed: string;
  profile: Profile;
  /** As `redrive conform --slow` and `--late`. */
  slow: boolean;
  late?: Millis;
  /** A violation counts only if its schedule shows it once more in so many further runs, as with conform's findings. */
  again?: number;
  /** Schedules side by side, and the connections they share. */
  parallel: number;
  maxSockets: number;
  /** No schedule begins after so many, or after so many seconds. */
  runs?: number;
  seconds?: number;
  /** Whatever is still under way after so many seconds is given up. */
  patience?: number;
}

/** The first violation of a schedule, how many schedules were judged by then, and how many seconds that took. */
export interface Found {
  property: string;
  says: string;
  /** What conform only warns of, for no source has it from AWS. */
  weak: boolean;
  seed: string;
  runs: number;
  seconds: number;
}

/** How many schedules are looked at to time them all. */
const sample = 10;

/**
 * Runs schedules on the server as `redrive conform` does, and yields what is broken as soon as it is judged. Returns how many
 * schedules were judged. Whoever stops before the end leaves schedules under way; `closeAll` deletes their queues.
 */
export async function* hunt(url: string, given: Hunt): AsyncGenerator<Found, number> {
  const { seed, profile, slow, late, maxSockets } = given;
  const elapsed = stopwatch();
  const range = realRangeOf({ profile, slow });
  const schedule = (one: string) => scheduleOf(one, range);
  const real = { url, level: range.level, late, maxSockets, longest: slow ? longest.slow : longest.fast };
  const timing = await timingOf(real, sampleOf(seed, { runs: sample }, schedule));
  const execute = onUrl(real, { timing });
  let runs = 0;
  for await (const history of asTheyEnd(given, (k) => execute(schedule(seedOf(seed, k))), elapsed)) {
    runs++;
    const violations = violationsOf(judging.judge(history));
    const violation = violations.find((one) => !isWeak(one)) ?? violations[0];
    if (violation === undefined) continue;
    const { property, says } = violation;
    if (!(await showsAgain(given, () => execute(history.schedule), property))) continue;
    yield { property, says, weak: isWeak(violation), seed: history.schedule.seed, runs, seconds: elapsed() };
  }
  return runs;
}

async function showsAgain({ again = 0 }: Hunt, execute: () => Promise<History>, property: string): Promise<boolean> {
  if (again === 0) return true;
  const runs = await Promise.all(Array.from({ length: again }, execute));
  return runs.some((history) => violationsOf(judging.judge(history)).some((one) => one.property === property));
}

function stopwatch(): () => number {
  const began = performance.now();
  return () => (performance.now() - began) / 1000;
}

const never = new Promise<undefined>(() => {});

/** Up to `parallel` histories under way: when one is done, the next begins. */
async function* asTheyEnd(
  { parallel, runs = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY, patience }: Hunt,
  execute: (k: number) => Promise<History>,
  elapsed: () => number,
): AsyncGenerator<History> {
  const underWay = new Map<number, Promise<readonly [number, History]>>();
  const over = patience === undefined ? never : pause(patience * 1000, undefined, { ref: false });
  let next = 0;
  const begin = (k: number): void => {
    const ended = execute(k).then((history) => [k, history] as const);
    // a failure is met when its turn comes
    ended.catch(() => undefined);
    underWay.set(k, ended);
  };
  do {
    while (underWay.size < parallel && next < runs && elapsed() < seconds) begin(next++);
    const ended = await Promise.race([over, ...underWay.values()]);
    if (ended === undefined) return;
    const [k, history] = ended;
    underWay.delete(k);
    yield history;
  } while (underWay.size > 0 || (next < runs && elapsed() < seconds));
}
