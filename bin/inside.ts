import type { Campaign } from '../src/campaign.js';
import { scheduleOf } from '../src/generate/schedule.js';
import { type Given, insideOf, latencyOf, mutantOf, rangeOf } from './options.js';
import { judging, onInside } from './world.js';

/** The campaign on an endpoint in this process that the options ask for; every thread makes it anew. */
export async function campaignInside(given: Given, seed: string): Promise<Campaign> {
  const range = rangeOf(given);
  const execute = await onInside(insideOf(given.endpoint)!, mutantOf(given.mutant), latencyOf(given));
  const keepGoing = given.keepGoing ?? false;
  return { seed, keepGoing, schedule: (one) => scheduleOf(one, range), execute, ...judging };
}
