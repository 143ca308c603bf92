import { existsSync, readFileSync } from 'node:fs';

/** Does the process run? One that has ended and that nobody has asked about does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = `/proc/${pid}/stat`;
  return !(existsSync(state) && /\) Z/.test(readFileSync(state, 'utf8')));
}
