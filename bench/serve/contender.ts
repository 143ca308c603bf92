import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface Contender {
  name: ContenderName;
  port: number;
  /** Bytes after a garbage collection: of the process, and of its heap with what lies beside it. */
  memory(): Promise<Memory>;
  stop(): void;
}

export interface Memory {
  rss: number;
  heap: number;
}

export type ContenderName = keyof typeof programs;

const programs = {
  redrive: ['../../bin/main.js', 'serve', '--port', '0'],
  fauxqs: ['fauxqs.js'],
  fixed: ['fixed.js'],
} as const;

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export async function start(name: ContenderName): Promise<Contender> {
  const [file, ...args] = programs[name];
  const child = fork(pathOf(file), args, {
    execArgv: ['--expose-gc', '--import', pathOf('probe.js')],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  return { name, port: await portOf(child), memory: () => memoryOf(child), stop: () => child.kill('SIGKILL') };
}

/** Every contender says its address when it listens. */
async function portOf(child: ChildProcess): Promise<number> {
  for await (const said of child.stdout!) {
    const [, port] = /http:\/\/[\w.]+:(\d+)/.exec(String(said)) ?? [];
    if (port !== undefined) return Number(port);
  }
  throw new Error(`${child.spawnargs.join(' ')} ended without listening`);
}

async function memoryOf(child: ChildProcess): Promise<Memory> {
  child.send('memory');
  const [memory] = await once(child, 'message');
  return memory as Memory;
}
