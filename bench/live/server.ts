import { fork } from 'node:child_process';

export interface Server {
  url: string;
  stop(): void;
}

/**
 * `redrive serve` on the wall clock in a process of its own, at a port that the system chooses.
 * `program` is the path of bin/main, `execArgv` what Node needs to run it.
 */
export async function serve(program: string, mutant?: string, execArgv: string[] = []): Promise<Server> {
  const planted = mutant === undefined ? [] : ['--mutant', mutant];
  const child = fork(program, ['serve', '--port', '0', '--json', '--clock', 'wall', ...planted], {
    execArgv,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  // it says its address when it listens
  for await (const said of child.stdout!) {
    const { url } = JSON.parse(String(said)) as { url: string };
    return { url, stop: () => child.kill('SIGKILL') };
  }
  throw new Error(`${child.spawnargs.join(' ')} ended without listening`);
}
