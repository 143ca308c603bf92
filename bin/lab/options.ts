import { limits } from '../../src/core/limits.js';
import { WrongUse } from '../wrong-use.js';
import { type Consumer, type Handling, type Producer, type Scenario, type Speed, speeds } from './scenario.js';

/** The options of `redrive lab` as they come from the command line. */
export interface LabOptions {
  /** Names with commas, both unless given; `none` or nothing for no terminal. */
  producers?: string;
  consumers?: string;
  /** 1..100000; 40 unless given. */
  seconds?: string;
  json?: boolean;
  /** Consumers work first and delete then (sns:LL34). */
  processFirst?: boolean;
  /** False: consumers never delete (sns:LL37, sns:LL38). */
  delete?: boolean;
  /** False: producers leave DelaySeconds out, the queue's 5 s hold (sns:LL40). */
  ownDelay?: boolean;
  /** How many messages each producer has (sns:LL32). */
  messages?: string;
  /** When the consumers start: `2` for all, or `slow=-1,fast=2` (sns:LL30, sns:LL31). */
  consumersStart?: string;
  /** Consumers' VisibilityTimeout: `slow=5` (sns:LL36). */
  visibility?: string;
  /** How long consumers sleep for one message: `fast=1` (sns:LL37). */
  work?: string;
  /** Consumers killed at the beginning of a second: `fast@5` (sns:LL35). */
  kill?: string;
  /** `message` or `poll` (sns:LL33). */
  ties?: string;
  /** maxReceiveCount of a RedrivePolicy (sns:LL39). */
  maxReceives?: string;
}

/** Seconds of the lecture's programs (sns:LL2, sns:LL3). */
const delays: Record<Speed, number> = { slow: 10, fast: 2 };
const visibilities: Record<Speed, number> = { slow: 20, fast: 5 };
const sleeps: Record<Speed, number> = { slow: 8, fast: 2 };

const longest = 100_000;

/** The scenario that the options describe. Throws WrongUse. */
export function scenarioOf(options: LabOptions): Scenario {
  const consumers = speedsIn('--consumers', options.consumers ?? 'slow,fast');
  const scenario: Scenario = {
    seconds: whole('--seconds', options.seconds ?? '40', 1, longest),
    producers: speedsIn('--producers', options.producers ?? 'slow,fast').map((speed) => producerOf(speed, options)),
    consumers: consumersOf(consumers, options),
    ties: tiesOf(options.ties),
  };
  if (options.maxReceives !== undefined)
    scenario.maxReceives = whole('--max-receives', options.maxReceives, 1, limits.maxReceiveCountMax);
  return scenario;
}

function producerOf(speed: Speed, { ownDelay, messages }: LabOptions): Producer {
  const producer: Producer = { speed };
  if (ownDelay !== false) producer.delay = delays[speed];
  if (messages !== undefined) producer.messages = whole('--messages', messages, 1, longest);
  return producer;
}

function consumersOf(running: Speed[], options: LabOptions): Consumer[] {
  const seconds = (name: string, text: string | undefined, least: number, most: number) =>
    bySpeed(name, text ?? '', '=', running, least, most);
  const starts = startsOf(running, options.consumersStart);
  const windows = seconds('--visibility', options.visibility, 0, limits.visibilityMax);
  const work = seconds('--work', options.work, 1, longest);
  const kills = bySpeed('--kill', options.kill ?? '', '@', running, -longest, longest);
  const handling = handlingOf(options);
  return running.map((speed) => {
    const consumer: Consumer = {
      speed,
      start: starts[speed] ?? 0,
      visibility: windows[speed] ?? visibilities[speed],
      sleep: work[speed] ?? sleeps[speed],
      handling,
    };
    const killedAt = kills[speed];
    return killedAt === undefined ? consumer : { ...consumer, killedAt };
  });
}

/** One number for all, or one each. */
function startsOf(running: Speed[], text = ''): Partial<Record<Speed, number>> {
  const each = text.trim() === '' || text.includes('=') ? text : running.map((speed) => `${speed}=${text}`).join(',');
  return bySpeed('--consumers-start', each, '=', running, -longest, longest);
}

function handlingOf({ processFirst, delete: deletes }: LabOptions): Handling {
  if (deletes === false && processFirst)
    throw new WrongUse('--process-first and --no-delete exclude each other: one deletes late, the other never.');
  if (deletes === false) return 'no-delete';
  return processFirst ? 'process-first' : 'delete-first';
}

function tiesOf(text = 'message'): Scenario['ties'] {
  if (text !== 'message' && text !== 'poll') throw new WrongUse(`--ties must be message or poll, not '${text}'.`);
  return text;
}

function speedsIn(option: string, text: string): Speed[] {
  if (text.trim() === 'none') return [];
  return [...new Set(items(text).map((name) => speedOf(option, name)))];
}

/** Reads `slow=5,fast=2` for consumers that run. */
function bySpeed(
  option: string,
  text: string,
  mark: string,
  running: Speed[],
  least: number,
  most: number,
): Partial<Record<Speed, number>> {
  const found: Partial<Record<Speed, number>> = {};
  for (const item of items(text)) {
    const [name, value, ...more] = item.split(mark);
    if (value === undefined || more.length > 0)
      throw new WrongUse(`${option} wants pairs like slow${mark}5, not '${item}'.`);
    const speed = speedOf(option, name!.trim());
    if (!running.includes(speed)) throw new WrongUse(`${option} names ${speed}, which is not among the consumers.`);
    found[speed] = whole(option, value, least, most);
  }
  return found;
}

function speedOf(option: string, name: string): Speed {
  const speed = speeds.find((candidate) => candidate === name);
  if (speed === undefined) throw new WrongUse(`${option} knows the terminals slow and fast, not '${name}'.`);
  return speed;
}

const items = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

function whole(option: string, text: string, least: number, most: number): number {
  const value = /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongUse(`${option} must be a whole number from ${least} to ${most}, not '${text}'.`);
}
