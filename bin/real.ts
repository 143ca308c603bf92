import type { Campaign } from '../src/campaign.js';
import type { Millis } from '../src/core/clock.js';
import type { Level, Schedule } from '../src/core/schedule.js';
import { awsEndpoint, EndpointError, type UrlOptions, urlEndpoint } from '../src/endpoints/url.js';
import { type Ability, sparing } from '../src/generate/abilities.js';
import { run, wallOptions } from '../src/run/run.js';
import { duration } from './report.js';
import { onModel } from './world.js';

export { closeAll } from '../src/endpoints/url.js';

export interface Real {
  url: string;
  /** Of AWS itself, whatever the URL. */
  region?: string | undefined;
  level: Level;
  /** See `UrlOptions`. */
  tagged?: boolean;
  /** How long the steps of a schedule may take. */
  longest: Millis;
}

/** Runs a schedule on a real endpoint, on queues of its own. One that takes too long is refused there (EndpointError). */
export function onUrl({ url, region, level, tagged = true, longest }: Real): Campaign['execute'] {
  const options: UrlOptions = { level, tagged };
  return async (given) => {
    const schedule = region === undefined ? given : forAws(given);
    await rehearse(schedule, longest);
    return run(schedule, region === undefined ? urlEndpoint(url, options) : awsEndpoint(region, options), wallOptions);
  };
}

/** Keys are billed apart, and permissions would let other accounts in. */
const notOnAws: readonly Ability[] = ['keys', 'permissions'];

/** What of a schedule is run on AWS itself. */
export const forAws = (schedule: Schedule): Schedule => sparing(schedule, notOnAws);

/** In virtual time the model says at once how long the steps will take. */
async function rehearse(schedule: Schedule, longest: Millis): Promise<void> {
  const { drainedFrom = 0 } = await onModel()(schedule);
  if (drainedFrom <= longest) return;
  throw new EndpointError(
    `the steps of schedule ${schedule.seed} take ${duration(drainedFrom)}, and a real endpoint is given ${duration(longest)} for them`,
  );
}
