import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { History } from '../src/core/history.js';
import type { Violation } from '../src/core/verdict.js';
import { readTrace, TraceError, writeTrace } from '../src/trace.js';
import { WrongUse } from './wrong-use.js';

/** Refuses a folder that nothing can be written into, before there is something to write. Creates nothing. */
export function checkFolder(folder: string): void {
  let place = resolve(folder);
  while (!existsSync(place)) place = dirname(place);
  if (!statSync(place).isDirectory()) throw new WrongUse(`cannot write into ${folder}: ${place} is not a folder`);
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new WrongUse(`cannot write into ${folder}: ${reasonOf(error)}`);
  }
}

/** Refuses a file that cannot be written, before there is something to write. Leaves nothing but its folder. */
export function checkFile(path: string): void {
  if (existsSync(path) && !statSync(path).isFile()) throw new WrongUse(`cannot write ${path}: it is not a file`);
  written(path, '', (temporary) => rmSync(temporary));
}

/** Writes a file under a temporary name and renames it, so that nobody ever sees half of it. */
export function writeWhole(path: string, text: string): void {
  written(path, text, (temporary) => renameSync(temporary, path));
}

function written(path: string, text: string, then: (temporary: string) => void): void {
  const temporary = `${path}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text);
    then(temporary);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    throw new WrongUse(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

/** Keeps a failing history; returns its path. The name says what broke and where it came from. */
export function keepTrace(folder: string, history: History, violation: Violation): string {
  const parts = [violation.property, history.mutant, history.schedule.seed].filter((part) => part !== undefined);
  const path = join(folder, `${parts.join('-')}.jsonl`);
  writeWhole(path, writeTrace(history, [violation]));
  return path;
}

/** The largest trace worth reading, in bytes. */
const traceMax = 256 * 1024 * 1024;

export function loadTrace(path: string): { history: History; violations: Violation[] } {
  const text = readText(path);
  try {
    return readTrace(text);
  } catch (error) {
    if (error instanceof TraceError) throw new WrongUse(`${path}, ${error.message}`);
    throw error;
  }
}

export function readText(path: string): string {
  if (!existsSync(path)) throw new WrongUse(`there is no file ${path}`);
  const file = statSync(path);
  // devices may never end
  if (!file.isFile() && !file.isFIFO()) throw new WrongUse(`${path} is not a file`);
  if (file.size > traceMax) throw new WrongUse(`${path} is larger than any trace`);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new WrongUse(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EEXIST: 'a file is in the way',
  ENOTDIR: 'a file is in the way',
  EISDIR: 'a folder is in the way',
  ENOENT: 'there is no such folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

function reasonOf(error: unknown): string {
  const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? code;
}
