import type { Campaign } from '../src/campaign.js';
import { seedOf } from '../src/chance/seed.js';
import { violationsOf } from '../src/check.js';
import type { Millis } from '../src/core/clock.js';
import type { Endpoint } from '../src/core/endpoint.js';
import type { History } from '../src/core/history.js';
import type { Level, Schedule } from '../src/core/schedule.js';
import { differences } from '../src/differences.js';
import { callsOfProbe, type Network, probe } from '../src/endpoints/probe.js';
import { awsEndpoint, EndpointError, type UrlOptions, urlEndpoint } from '../src/endpoints/url.js';
import { type Ability, sparing } from '../src/generate/abilities.js';
import { run, wallOptions } from '../src/run/run.js';
import { type Timing, timingFor } from './rehearsal.js';
import { duration } from './report.js';
import type { Warnings } from './warnings.js';
import { weakAmong } from './weak.js';
import { judging, onModel } from './world.js';

export { closeAll } from '../src/endpoints/url.js';

export interface Real {
  url: string;
  /** Of AWS itself, whatever the URL. */
  region?: string | undefined;
  level: Level;
  /** How late a timer may fire; that of the level unless given. */
  late?: Millis | undefined;
  /** See `UrlOptions`. */
  maxSockets?: number;
  /** How long the steps of a schedule may take. */
  longest: Millis;
}

/** How often every shrunk failure is run again. */
export const again = 3;

/** How many schedules are looked at to time them all. */
const sampleMax = 100;

/** The first schedules of a campaign. */
export const sampleOf = (
  seed: string,
  { runs = sampleMax }: Pick<Campaign, 'runs'>,
  schedule: Campaign['schedule'],
): Schedule[] => Array.from({ length: Math.min(runs, sampleMax) }, (_, k) => schedule(seedOf(seed, k)));

/** More than so many schedules keep an endpoint busy to the end in any order. */
const orderedMax = 1000;

/** The numbers of a campaign's first schedules, those first that take longest on the model: side by side, all are done soonest so. */
export async function longestFirst(
  seed: string,
  { runs = 0 }: Pick<Campaign, 'runs'>,
  schedule: Campaign['schedule'],
): Promise<number[]> {
  const lengths: Millis[] = [];
  for (let k = 0; k < Math.min(runs, orderedMax); k++)
    lengths.push((await onModel()(schedule(seedOf(seed, k)))).drainedFrom ?? 0);
  return [...lengths.keys()].toSorted((a, b) => lengths[b]! - lengths[a]!);
}

/** How a run on a real endpoint is timed, and who is told of answers that are not the model's. */
export interface Manner {
  timing?: Timing;
  warn?: Warnings['add'];
}

/** Runs a schedule on a real endpoint, on queues of its own. One that takes too long is refused there (EndpointError). */
export function onUrl(real: Real, { timing, warn }: Manner = {}): Campaign['execute'] {
  const options = timing === undefined ? wallOptions : { ...wallOptions, tick: timing.tick };
  return async (given, brief = false) => {
    const schedule = real.region === undefined ? given : forAws(given);
    const rehearsed = await rehearse(schedule, real.longest);
    const endpoint = endpointOf(real, timing, `schedule ${schedule.seed}`);
    const history = await run(schedule, endpoint, brief ? { ...options, drain: 'none' } : options);
    warn?.([...differences(history, rehearsed), ...weakAmong(violationsOf(judging.judge(history)))]);
    return history;
  };
}

function endpointOf({ url, region, level, late, maxSockets }: Real, network?: Network, title?: string): Endpoint {
  const options: UrlOptions = {
    level,
    ...(title !== undefined && { title }),
    ...(late !== undefined && { late }),
    ...(maxSockets !== undefined && { maxSockets }),
  };
  if (network !== undefined) options.network = network.roundTrip + network.jitter;
  return region === undefined ? urlEndpoint(url, options) : awsEndpoint(region, options);
}

/** Calls side by side with which the network is measured; on AWS every one is billed. */
const widthOf = ({ region }: Real): number => (region === undefined ? 16 : 4);

/** How many requests that takes on AWS. */
export const requestsOfProbe = (real: Real): number => callsOfProbe(widthOf(real));

/** Measures the network before the endpoint, and how the schedules are timed best there. */
export async function timingOf(real: Real, schedules: readonly Schedule[]): Promise<Timing> {
  const endpoint = endpointOf(real);
  const network = await probe(endpoint, widthOf(real));
  return timingFor(real.region === undefined ? schedules : schedules.map(forAws), network, endpoint.accuracy);
}

/** Keys are billed apart, and permissions would let other accounts in. */
const notOnAws: readonly Ability[] = ['keys', 'permissions'];

/** What of a schedule is run on AWS itself. */
export const forAws = (schedule: Schedule): Schedule => sparing(schedule, notOnAws);

/** In virtual time the model says at once how long the steps will take. */
async function rehearse(schedule: Schedule, longest: Millis): Promise<History> {
  const history = await onModel()(schedule);
  const { drainedFrom = 0 } = history;
  if (drainedFrom <= longest) return history;
  throw new EndpointError(
    `the steps of schedule ${schedule.seed} take ${duration(drainedFrom)}, and a real endpoint is given ${duration(longest)} for them`,
  );
}
