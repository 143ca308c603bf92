import { type Mutant, mutant } from '../models/mutants/index.js';
import type { FaultName, Level, Liberty } from '../src/core/schedule.js';
import { allFaults, allLiberties, type Range } from '../src/generate/schedule.js';
import { epochNow } from '../src/time/wall.js';
import { WrongUse } from './wrong-use.js';

/** What the command line gave, as text. */
export interface Given {
  seed?: string;
  runs?: string;
  time?: string;
  level?: string;
  liberties?: string;
  faults?: string;
  mutant?: string;
  endpoint?: string;
  json?: boolean;
  out?: string;
  parallel?: string;
  keepGoing?: boolean;
  allowAws?: boolean;
}

/** A whole number from 1 on. */
export function countOf(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new WrongUse(`--${name} takes a whole number from 1 on, not '${text}'.`);
  return Number(text);
}

/** A duration such as 500ms, 10s or 2m, in milliseconds. */
export function durationOf(name: string, text: string): number {
  const [, amount, unit] = /^(\d{1,6}(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const factor = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit ?? ''];
  if (factor === undefined || Number(amount) === 0)
    throw new WrongUse(`--${name} takes a duration such as 500ms, 10s or 2m, not '${text}'.`);
  return Number(amount) * factor;
}

export function levelOf(text: string | undefined): Level | undefined {
  if (text === undefined || text === 'strict' || text === 'documented') return text;
  throw new WrongUse(`--level is strict or documented, not '${text}'.`);
}

/** `all`, `none`, or names with commas. */
export function namesOf<T extends string>(option: string, text: string | undefined, all: readonly T[]): readonly T[] {
  if (text === undefined || text === 'all') return all;
  if (text === 'none' || text === '') return [];
  return text.split(',').map((name) => {
    const known = all.find((candidate) => candidate === name);
    if (known === undefined)
      throw new WrongUse(`--${option} does not know '${name}'; it takes all, none or some of ${all.join(', ')}.`);
    return known;
  });
}

/** What schedules may contain, from --level, --liberties and --faults. */
export function rangeOf(given: Given): Range {
  const range: Range = {
    liberties: namesOf<Liberty>('liberties', given.liberties, allLiberties),
    faults: namesOf<FaultName>('faults', given.faults, allFaults),
  };
  const level = levelOf(given.level);
  if (level !== undefined) range.level = level;
  return range;
}

export function mutantOf(id: string | undefined): Mutant | undefined {
  if (id === undefined) return undefined;
  const found = mutant(id);
  if (found === undefined) throw new WrongUse(`There is no mutant '${id}'; redrive mutants lists them.`);
  return found;
}

/** The seed given, or a fresh one. */
export function seedOf(text: string | undefined): string {
  if (text === undefined) return epochNow().toString(36);
  if (!/^[\w.-]{1,100}$/.test(text))
    throw new WrongUse(`A seed is 1 to 100 letters, digits, dots, dashes and underscores, not '${text}'.`);
  return text;
}

/** The URL of a real endpoint; undefined for the model. */
export function urlOf(text: string | undefined): string | undefined {
  if (text === undefined || text === 'model') return undefined;
  if (!/^https?:\/\//.test(text)) throw new WrongUse(`An endpoint is 'model' or an http(s) URL, not '${text}'.`);
  return text;
}
