import { dirname } from 'node:path';
import { type Ability, abilities } from '../../src/generate/abilities.js';
import { is, list, members, name, oneOf, type Shape, table, text } from '../../src/trace/shape.js';
import { readText } from '../files.js';
import { WrongUse } from '../wrong-use.js';

/**
 * One implementation that can be run on this machine. Commands run in the folder of the file that lists it; in the
 * command, its environment and the URL `{port}` stands for a free port and `{dir}` for an empty folder of its own.
 */
export interface Target {
  name: string;
  /** Where it comes from, for readers. */
  project?: string;
  version: string;
  /** Day of its release, 2026-03-21; none before it. */
  released?: string;
  /** A script that puts it in place, or says that this machine cannot have it and exits with 3. */
  install?: string;
  start: { command: string[]; env?: Record<string, string> };
  /** A path that is answered with a status below 500 once the server can be used, and how long that may take. */
  ready: { path: string; within: string };
  /** What ends it in peace; SIGTERM unless said. */
  stop?: StopSignal;
  url: string;
  /** What it does not have by its own account, each with the reason. */
  lacks?: Lacks;
}

export type Lacks = Partial<Record<Ability, string>>;
export type StopSignal = 'SIGTERM' | 'SIGINT';

/** The targets of a file, and the folder that it is in. */
export interface Targets {
  folder: string;
  targets: Target[];
}

const simple = is<string>('a name of letters, digits, dots and dashes', (value) => matches(value, /^[\w.-]{1,40}$/));
const day = is<string>('a day such as 2026-03-21', (value) => matches(value, /^\d{4}-\d\d-\d\d$/));
const path = is<string>('a path that begins with /', (value) => matches(value, /^\//));
const span = is<string>('a duration such as 20s', (value) => matches(value, /^[1-9]\d{0,3}s$/));
const address = is<string>('a URL with {port}', (value) => matches(value, /^http:\/\/127\.0\.0\.1:\{port\}/));
const command: Shape<string[]> = (value) =>
  list(text)(value) ?? is<string[]>('a command', (words) => (words as string[]).length > 0)(value);

const file = members<{ targets: Target[] }>({
  targets: list(
    members<Target>({
      name: simple,
      'project?': name,
      version: name,
      'released?': day,
      'install?': name,
      start: members<Target['start']>({ command, 'env?': table(text) }),
      ready: members<Target['ready']>({ path, within: span }),
      'stop?': oneOf<StopSignal>('SIGTERM', 'SIGINT'),
      url: address,
      'lacks?': members<Lacks>(
        Object.fromEntries(Object.keys(abilities).map((ability) => [`${ability}?`, name])) as never,
      ),
    }),
  ),
});

/** Reads the list of targets, or those of them named with commas. */
export function readTargets(path: string, only?: string): Targets {
  const value = parsed(path);
  const wrong = file(value);
  if (wrong !== undefined) throw new WrongUse(`${path}: ${wrong.where.slice(1) || 'the file'} ${wrong.says}`);
  const { targets } = value as { targets: Target[] };
  const names = targets.map((target) => target.name);
  const twice = names.find((one, k) => names.indexOf(one) < k);
  if (twice !== undefined) throw new WrongUse(`${path}: there are two targets named '${twice}'`);
  return { folder: dirname(path), targets: only === undefined ? targets : chosen(targets, only) };
}

function parsed(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongUse(`${path} is not JSON`);
  }
}

function chosen(targets: readonly Target[], only: string): Target[] {
  const names = only.split(',');
  const unknown = names.find((one) => !targets.some((target) => target.name === one));
  if (unknown !== undefined)
    throw new WrongUse(
      `--only does not know '${unknown}'; there is ${targets.map((target) => target.name).join(', ')}`,
    );
  return targets.filter((target) => names.includes(target.name));
}

const matches = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);
