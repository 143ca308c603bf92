import { model } from '../index.js';
import type { Mutant } from '../models/mutants/index.js';
import { properties } from '../properties/index.js';
import { reachedBy } from '../properties/reach.js';
import type { Campaign } from '../src/campaign.js';
import { check } from '../src/check.js';
import type { History } from '../src/core/history.js';
import type { Level, Schedule } from '../src/core/schedule.js';
import { urlEndpoint } from '../src/endpoints/url.js';
import { type RunOptions, run, wallOptions } from '../src/run/run.js';

/** Where everything meets: which service, over which endpoint, judged by which properties. */

/** Runs a schedule on a fresh model. */
export function onModel(mutant?: Mutant): (schedule: Schedule) => Promise<History> {
  const options: RunOptions = mutant === undefined ? {} : { mutant: mutant.id };
  return (schedule) => run(schedule, model(mutant), options);
}

/** Runs a schedule on a real endpoint, on queues of its own. */
export const onUrl =
  (url: string, level: Level, allowAws = false) =>
  (schedule: Schedule): Promise<History> =>
    run(schedule, urlEndpoint(url, { level, allowAws }), wallOptions);

/** How every command judges a history. */
export const judging: Pick<Campaign, 'judge' | 'reached'> = {
  judge: (history) => check(history, properties),
  reached: reachedBy,
};
