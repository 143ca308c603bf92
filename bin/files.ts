import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { History } from '../src/core/history.js';
import type { Violation } from '../src/core/verdict.js';
import { readTrace, writeTrace } from '../src/trace.js';
import { WrongUse } from './wrong-use.js';

/** Writes a file under a temporary name and renames it, so that nobody ever sees half of it. */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new WrongUse(`Cannot write ${path}: ${reasonOf(error)}.`);
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
  if (!existsSync(path)) throw new WrongUse(`There is no file ${path}.`);
  return readTrace(readText(path));
}

function readText(path: string): string {
  try {
    if (statSync(path).size > traceMax) throw new WrongUse(`${path} is larger than any trace.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse(`Cannot read ${path}: ${reasonOf(error)}.`);
  }
}

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown reason';
