import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Millis } from '../../src/core/clock.js';
import type { History } from '../../src/core/history.js';
import type { Schedule } from '../../src/core/schedule.js';
import { interruptible } from '../interrupt.js';
import { titleOf } from '../matrix/matrix.js';
import { onUrl } from '../real.js';
import { WrongUse } from '../wrong-use.js';
import { endAll, onTarget } from './bench.js';
import { Running } from './jobs.js';
import { readTargets } from './read.js';
import { Unavailable } from './server.js';

/** Runs the schedule on the one target that `only` names: installs it, starts it, and stops it. */
export async function onListed(
  list: string,
  only: string | undefined,
  schedule: Schedule,
  longest: Millis,
): Promise<History> {
  const { folder, targets } = readTargets(list, only);
  const [target] = targets;
  if (target === undefined || targets.length > 1) throw new WrongUse('--only has to name the one target to replay on');
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
