import { type Mutant, mutant, profileOf } from '../models/mutants/index.js';
import type { Campaign } from '../src/campaign.js';
import type { Millis } from '../src/core/clock.js';
import type { FaultName, Level, Liberty, Profile } from '../src/core/schedule.js';
import { allFaults, allLiberties, type Range } from '../src/generate/schedule.js';
import { slowValues, wallValues } from '../src/generate/values.js';
import { epochNow } from '../src/time/wall.js';
import { WrongUse } from './wrong-use.js';

/** What the command line gave, as text. */
export interface Given {
  seed?: string;
  runs?: string;
  time?: string;
  shrink?: string;
  level?: string;
  profile?: string;
  liberties?: string;
  faults?: string;
  mutant?: string;
  endpoint?: string;
  latency?: string;
  late?: string;
  json?: boolean;
  out?: string;
  parallel?: string;
  threads?: string;
  keepGoing?: boolean;
  slow?: boolean;
  region?: string;
  yesThisCostsMoney?: boolean;
  targets?: string;
  only?: string;
  report?: string;
  junit?: string;
}

/** A whole number from 1 on. */
export function countOf(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new WrongUse(`--${name} takes a whole number from 1 on, not '${text}'`);
  return Number(text);
}

/** A duration such as 500ms, 10s or 2m, in milliseconds. */
export function durationOf(name: string, text: string): number {
  const [, amount, unit] = /^(\d{1,6}(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const factor = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit ?? ''];
  if (factor === undefined || Number(amount) === 0)
    throw new WrongUse(`--${name} takes a duration such as 500ms, 10s or 2m, not '${text}'`);
  return Number(amount) * factor;
}

export function levelOf(text: string | undefined): Level | undefined {
  if (text === undefined || text === 'strict' || text === 'documented') return text;
  throw new WrongUse(`--level is strict or documented, not '${text}'`);
}

/** One machine is held to more than AWS. */
export const realLevelOf = ({ level, endpoint }: Pick<Given, 'level' | 'endpoint'>): Level =>
  levelOf(level) ?? (isAws(endpoint) ? 'documented' : 'strict');

const profiles: readonly Profile[] = ['standard', 'fifo', 'all'];

function knownProfile(text: string): Profile {
  const known = profiles.find((profile) => profile === text);
  if (known === undefined) throw new WrongUse(`--profile is standard, fifo or all, not '${text}'`);
  return known;
}

/** `all`, `none`, or names with commas. */
export function namesOf<T extends string>(option: string, text: string | undefined, all: readonly T[]): readonly T[] {
  if (text === undefined || text === 'all') return all;
  if (text === 'none' || text === '') return [];
  return text.split(',').map((name) => {
    const known = all.find((candidate) => candidate === name);
    if (known === undefined)
      throw new WrongUse(`--${option} does not know '${name}'; it takes all, none or some of ${all.join(', ')}`);
    return known;
  });
}

/** What schedules may contain, from --level, --profile, --liberties and --faults; a mutant is looked for where it lives. */
export function rangeOf(given: Given): Range & Required<Pick<Range, 'profile' | 'liberties' | 'faults'>> {
  const planted = mutantOf(given.mutant);
  const home = planted === undefined ? 'all' : profileOf(planted);
  const profile = given.profile === undefined ? home : knownProfile(given.profile);
  const liberties = namesOf<Liberty>('liberties', given.liberties, allLiberties);
  const faults = namesOf<FaultName>('faults', given.faults, allFaults);
  const level = levelOf(given.level);
  return { profile, liberties, faults, ...(level !== undefined && { level }) };
}

/** Does --endpoint mean AWS itself? */
export const isAws = (endpoint: string | undefined): boolean => endpoint === 'aws';

/** The same for a real endpoint, which is as strict as we are told, has standard queues and takes its own liberties. */
export function realRangeOf(given: Given): Range & Required<Pick<Range, 'level'>> {
  return {
    level: realLevelOf(given),
    ...rangeOf({ profile: 'standard', ...given }),
    liberties: [],
    values: given.slow ? slowValues : wallValues,
  };
}

/** How long a campaign goes on: at least one schedule, and `runs` of them unless told otherwise. */
export function limitsOf(given: Given, now: () => number, runs: number): Pick<Campaign, 'runs' | 'isOver'> {
  const asked = given.runs === undefined ? undefined : countOf('runs', given.runs);
  if (given.time === undefined) return { runs: asked ?? runs };
  const end = now() + durationOf('time', given.time);
  let begun = 0;
  const isOver = (): boolean => begun++ > 0 && now() >= end;
  return asked === undefined ? { isOver } : { isOver, runs: asked };
}

/** How long shrinking may take: one span for all failures of a campaign, from when the first of them is shrunk. */
export function shrinkTimeOf(text: string | undefined, now: () => number): () => () => boolean {
  const span = text === undefined ? Number.POSITIVE_INFINITY : durationOf('shrink', text);
  let end: number | undefined;
  return () => {
    end ??= now() + span;
    return () => now() >= end!;
  };
}

/** How many schedules run side by side. */
export const parallelOf = ({ parallel }: Given, byDefault: number): number =>
  parallel === undefined ? byDefault : countOf('parallel', parallel);

/** The most that can be asked for. */
export const mostThreads = 64;

/** How many threads were asked for; undefined where that is left to us. */
export function threadsOf({ threads, endpoint = 'model' }: Given): number | undefined {
  if (threads === undefined) return undefined;
  if (endpoint !== 'model') throw new WrongUse('--threads is for the endpoint model');
  const count = /^\d{1,2}$/.test(threads) ? Number(threads) : 0;
  if (count >= 1 && count <= mostThreads) return count;
  throw new WrongUse(`--threads takes a whole number from 1 to ${mostThreads}, not '${threads}'`);
}

export function mutantOf(id: string | undefined): Mutant | undefined {
  if (id === undefined) return undefined;
  const found = mutant(id);
  if (found === undefined) throw new WrongUse(`there is no mutant '${id}'; redrive mutants lists them`);
  return found;
}

/** The seed given, or a fresh one. */
export function seedOf(text: string | undefined): string {
  if (text === undefined) return epochNow().toString(36);
  if (!/^[\w.-]{1,100}$/.test(text))
    throw new WrongUse(`a seed is 1 to 100 letters, digits, dots, dashes and underscores, not '${text}'`);
  return text;
}

/** Endpoints in this process: the model, the model behind the AWS SDK, the model behind the SDK and a socket. */
const inside = ['model', 'handler', 'http'] as const;
export type Inside = (typeof inside)[number];

/** How late a timer of a real endpoint may fire; that of its level unless said. */
export function lateOf({ late }: Given): Millis | undefined {
  return late === undefined ? undefined : durationOf('late', late);
}

/** For how long a request or a reply to the model is under way at most. */
export function latencyOf({ latency }: Given): Millis | undefined {
  return latency === undefined ? undefined : durationOf('latency', latency);
}

/** The endpoint in this process, the model unless said; undefined for a URL. */
export const insideOf = (text = 'model'): Inside | undefined => inside.find((name) => name === text);

/** The URL of a real endpoint, or the word for AWS itself; undefined for one in this process. */
export function urlOf(text: string | undefined): string | undefined {
  if (text === undefined || insideOf(text) !== undefined) return undefined;
  if (isAws(text)) return text;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new WrongUse(
      `an endpoint is one of ${inside.join(', ')}, aws or a URL that begins with http:// or https://, not '${text}'`,
    );
  return text;
}

/** The URL of a real endpoint, where no bug can be planted; undefined for one in this process. */
export function endpointOf({ endpoint, mutant, region }: Given): string | undefined {
  const url = urlOf(endpoint);
  if (url === undefined && region !== undefined) throw new WrongUse('--region goes with --endpoint aws');
  if (url !== undefined && mutant !== undefined)
    throw new WrongUse('a mutant can only be planted in the model, not behind a URL');
  return url;
}
