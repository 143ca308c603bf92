import { parse } from 'node:path';
import { mutatedRules } from '../models/mutants/index.js';
import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import type { Clock } from '../src/core/clock.js';
import type { Endpoint } from '../src/core/endpoint.js';
import { type FaultName, type Liberty, liberties, type Setup } from '../src/core/schedule.js';
import { modelEndpoint, modelEpoch, SetupError } from '../src/endpoints/model.js';
import { allFaults, allLiberties } from '../src/generate/schedule.js';
import { plainDesk } from '../src/serve/desk.js';
import { Served } from '../src/serve/served.js';
import { type Listening, listen } from '../src/serve/server.js';
import { VirtualClock } from '../src/time/virtual.js';
import { epochNow, wallClock } from '../src/time/wall.js';
import { setup as setupShape } from '../src/trace/parts.js';
import { writeTrace } from '../src/trace.js';
import { isHome } from '../src/wire/place.js';
import { checkFile, readText, writeWhole } from './files.js';
import { codes, echo, type Signal, signals } from './interrupt.js';
import { mutantOf, namesOf, seedOf } from './options.js';
import { say, sayJson } from './report.js';
import { complaint, WrongUse } from './wrong-use.js';

export interface ServeOptions {
  port: string;
  host: string;
  clock: string;
  seed?: string;
  liberties: string;
  faults: string;
  mutant?: string;
  record?: string;
  init?: string;
  json?: boolean;
}

/** `redrive serve`: listens until it is told to stop by a signal, and ends cleanly. Returns the exit code. */
export async function serve(given: ServeOptions): Promise<number> {
  const clock = clockOf(given.clock);
  const seed = seedOf(given.seed);
  const served = servedOn(clock, seed, given);
  const { record } = given;
  if (record !== undefined) checkFile(record);
  const listening = await listenAt(served, given);
  const { url } = listening;
  if (given.json) sayJson({ url, clock: given.clock, seed });
  else say(`SQS at ${url}, ${given.clock} clock, seed ${seed}`);
  await stopped();
  await Promise.all([listening.close(), served.close()]);
  if (record !== undefined) keep(served, record);
  return 0;
}

function servedOn(clock: Clock, seed: string, given: ServeOptions): Served {
  const planted = mutantOf(given.mutant);
  const rules = planted === undefined ? contract : mutatedRules(planted);
  const accuracy = accuracyOf(clock);
  const endpoint = (number: number): Endpoint => {
    const sqs = new Sqs(rules, accuracy.epoch);
    // message ids and handles of one region and account are none of another (sqs:D4)
    sqs.messages = number * 2 ** 32;
    return modelEndpoint(sqs, clock, accuracy);
  };
  const setup = setupOf(given.init, (queues) => endpoint(0).open(queues));
  const taken = namesOf<Liberty>('liberties', given.liberties, allLiberties);
  return new Served(clock, endpoint, {
    ...plainDesk,
    seed,
    level: taken.some((liberty) => liberties[liberty] === 'documented') ? 'documented' : 'strict',
    liberties: taken,
    faults: namesOf<FaultName>('faults', given.faults, serverFaults),
    setup,
    record: given.record !== undefined,
    ...(planted !== undefined && { mutant: planted.id }),
  });
}

/** A server cannot make its clients crash. */
const serverFaults = allFaults.filter((fault) => fault !== 'crash');

/** In real time an answer may be late when the machine is busy. */
function accuracyOf(clock: Clock): Endpoint['accuracy'] {
  const virtual = clock instanceof VirtualClock;
  const epoch = virtual ? modelEpoch : epochNow() - clock.now();
  return { early: 0, late: virtual ? 0 : 2000, epoch, epochError: 0 };
}

function clockOf(name: string): Clock {
  if (name === 'wall') return wallClock();
  if (name === 'virtual') return new VirtualClock();
  throw new WrongUse(`--clock is wall or virtual, not '${name}'`);
}

/** `open` tries it: what the service refuses should not come out with the first request. */
function setupOf(path: string | undefined, open: (setup: Setup) => void): Setup {
  if (path === undefined) return plainDesk.setup;
  const value = parsed(path);
  const wrong = setupShape(value);
  if (wrong !== undefined) throw new WrongUse(`${path}: setup${wrong.where} ${wrong.says}`);
  try {
    open(value as Setup);
  } catch (error) {
    if (error instanceof SetupError) throw new WrongUse(`${path}: ${error.message}`);
    throw error;
  }
  return value as Setup;
}

function parsed(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongUse(`${path} is not JSON`);
  }
}

async function listenAt(served: Served, { host, port: text }: ServeOptions): Promise<Listening> {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new WrongUse(`--port takes a number from 0 to 65535, not '${text}'`);
  if (!isLoopback(host))
    process.stderr.write(complaint(`${host} can be reached from other machines, and nobody is asked for a password`));
  try {
    return await listen((request, from) => served.answer(request, from), host, port, tell);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new WrongUse(`cannot listen at ${host}, port ${port}: ${reasons[code] ?? code}`);
  }
}

const reasons: Record<string, string> = {
  EADDRINUSE: 'the port is in use',
  EACCES: 'permission denied',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no such host',
};

const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);

/** A defect of ours: the server goes on. */
const tell = (error: unknown): void => console.error(error);

/** Until a signal comes. A later one that is not its echo ends the process at once. */
function stopped(): Promise<void> {
  const clock = wallClock();
  let since: number | undefined;
  return new Promise((resolve) => {
    const stop = (signal: Signal): void => {
      if (since === undefined) {
        since = clock.now();
        resolve();
      } else if (clock.now() - since >= echo) process.exit(codes[signal]);
    };
    for (const signal of signals) process.on(signal, stop);
  });
}

/** One file for each region and account that was asked anything; that of the default one has the very name. */
function keep(served: Served, path: string): void {
  for (const { place, history } of served.histories()) {
    const { dir, name, ext } = parse(path);
    const own = isHome(place) ? path : `${dir === '' ? '' : `${dir}/`}${name}.${place.region}.${place.account}${ext}`;
    writeWhole(own, writeTrace(history));
    process.stderr.write(complaint(`recorded ${history.ops.length} calls in ${own}`));
  }
}
