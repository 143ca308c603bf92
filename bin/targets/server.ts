import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Millis } from '../../src/core/clock.js';
import { wallClock } from '../../src/time/wall.js';
import { type Ended, type Job, orLate, type Running } from './jobs.js';
import type { Target } from './read.js';

/** The target cannot be judged on this machine, or could not be this time: one sentence. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  /** The recipe says that this machine cannot have it; nothing failed. */
  readonly isSkipped: boolean;

  constructor(says: string, isSkipped = false) {
    super(says);
    this.isSkipped = isSkipped;
  }
}

/** How long an installation may take. */
const installing: Millis = 20 * 60_000;
/** Milliseconds between two looks at a server that starts. */
const pace: Millis = 100;
/** The exit code of a recipe that cannot run on this machine. */
const notHere = 3;

/** Credentials that emulators accept, where the environment has none. */
const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'us-east-1' };

/** Where the words of a target's processes go. */
export interface Places {
  /** Commands run here. */
  folder: string;
  log: string;
}

/** Puts the target in place. @throws Unavailable */
export async function install({ install }: Target, { folder, log }: Places, running: Running): Promise<void> {
  if (install === undefined) return;
  const job = running.start([resolve(folder, install)], { cwd: folder, env: process.env, log });
  try {
    const ended = await orLate(job.ended, installing);
    if (ended === undefined) throw new Unavailable('the installation took too long');
    if (ended.code === notHere) throw new Unavailable(lastLine(log) ?? 'skipped', true);
    if (ended.code !== 0) throw new Unavailable(`the installation ${ended.says}${hint(log)}`);
  } finally {
    await job.stop();
  }
}

export interface Server {
  url: string;
  stop(): Promise<void>;
  /** Settles when the server ends by itself. */
  ended: Promise<Ended>;
}

/** Starts the target on a free port and waits until it can be used. @throws Unavailable */
export async function start(target: Target, { folder, log }: Places, running: Running): Promise<Server> {
  const dir = mkdtempSync(join(tmpdir(), `redrive-${target.name}-`));
  const port = await freePort();
  const filled = (text: string): string => text.replaceAll('{port}', String(port)).replaceAll('{dir}', dir);
  const env = { ...credentials, ...process.env, ...mapped(target.start.env ?? {}, filled) };
  const job = running.start(target.start.command.map(filled), { cwd: folder, env, log, signal: target.stop });
  const stop = async (): Promise<void> => {
    await job.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  const url = filled(target.url);
  try {
    await untilReady(new URL(target.ready.path, url), Number.parseInt(target.ready.within, 10) * 1000, job, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop, ended: job.ended };
}

async function untilReady(url: URL, patience: Millis, job: Job, log: string): Promise<void> {
  const clock = wallClock();
  while (clock.now() < patience) {
    const ended = await orLate(job.ended, pace);
    if (ended !== undefined) throw new Unavailable(`it ${ended.says} before it was ready${hint(log)}`);
    if (await isAnswered(url)) return;
  }
  throw new Unavailable(`it was not ready within ${patience / 1000} s: ${url} was not answered`);
}

async function isAnswered(url: URL): Promise<boolean> {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(2000) });
    return status < 500;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const mapped = (table: Record<string, string>, change: (text: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(table).map(([name, text]) => [name, change(text)]));

function lastLine(log: string): string | undefined {
  return readFileSync(log, 'utf8').trimEnd().split('\n').at(-1) || undefined;
}

function hint(log: string): string {
  const line = lastLine(log);
  return line === undefined ? '' : `: ${line}`;
}
