import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { EndpointError } from '../../src/endpoints/url.js';
import { closeAll } from '../real.js';
import type { Running } from './jobs.js';
import type { Target } from './read.js';
import { install, start, Unavailable } from './server.js';
import { Standing } from './standing.js';

/** Where targets are run. */
export interface Bench {
  /** The folder that their commands run in. */
  folder: string;
  /** The folder that their words go to. */
  logs: string;
  running: Running;
}

/**
 * Installs and starts the target, does the work, and stops it whatever happens. Work that is to outlive the end of the
 * server uses `standing`. @throws Unavailable
 */
export async function onTarget<T>(
  target: Target,
  { folder, logs, running }: Bench,
  work: (url: string, standing: Standing) => Promise<T>,
): Promise<T> {
  const log = join(logs, `${target.name}.log`);
  rmSync(log, { force: true });
  const places = { folder, log };
  await install(target, places, running);
  const server = await start(target, places, running);
  const standing = new Standing(server, () => running.unlessOver(() => start(target, places, running)));
  try {
    return await work(server.url, standing);
  } catch (error) {
    const ended = await standing.ended();
    if (ended !== undefined) throw new Unavailable(`it ${ended.says} while it was judged`);
    if (error instanceof EndpointError) throw new Unavailable(error.message);
    throw error;
  } finally {
    await closeAll();
    await standing.stop();
  }
}

/** Nothing is begun any more, and everything that runs is ended. */
export async function endAll(running: Running): Promise<void> {
  running.over();
  await closeAll();
  await running.stop();
}
