import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Millis } from '../../src/core/clock.js';
import type { History } from '../../src/core/history.js';
import type { Schedule } from '../../src/core/schedule.js';
import type { Range } from '../../src/generate/schedule.js';
import { interruptible } from '../interrupt.js';
import { titleOf } from '../matrix/matrix.js';
import { onUrl } from '../real.js';
import { WrongUse } from '../wrong-use.js';
import { endAll, onTarget } from './bench.js';
import { Running } from './jobs.js';
import { readTargets } from './read.js';
import { schedulesFor } from './schedules.js';
import { Unavailable } from './server.js';

/** Runs a schedule, or what a seed means for it, on the one target that `only` names: installs, starts and stops it. */
export async function onListed(
  list: string,
  only: string | undefined,
  what: Schedule | { seed: string; range: Range },
  longest: Millis,
): Promise<History> {
  const { folder, targets } = readTargets(list, only);
  const [target] = targets;
  if (target === undefined || targets.length > 1) throw new WrongUse('--only has to name the one target to replay on');
  const schedule = 'range' in what ? schedulesFor(target.lacks ?? {}, what.range)(what.seed) : what;
  const running = new Running();
  const bench = { folder, logs: join(tmpdir(), 'redrive-logs'), running };
  const replayed = (url: string): Promise<History> =>
    running.unlessOver(() => onUrl({ url, level: schedule.level, longest })(schedule));
  try {
    return await interruptible({ quiet: () => {}, close: () => endAll(running) }, () =>
      onTarget(target, bench, replayed),
    );
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    throw new WrongUse(`${titleOf(target)} cannot be run: ${error.message}`);
  }
}
