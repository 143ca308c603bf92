import { type Mutant, mutatedRules } from '../models/mutants/index.js';
import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import { properties } from '../properties/index.js';
import { reachedBy } from '../properties/reach.js';
import type { Campaign } from '../src/campaign.js';
import { check } from '../src/check.js';
import type { Endpoint } from '../src/core/endpoint.js';
import type { History } from '../src/core/history.js';
import type { Level, Schedule } from '../src/core/schedule.js';
import { modelEndpoint, modelEpoch } from '../src/endpoints/model.js';
import { urlEndpoint } from '../src/endpoints/url.js';
import { type RunOptions, run } from '../src/run/run.js';

/** Where everything meets: which service, over which endpoint, judged by which properties. */

/** A fresh model, with a bug in it if one is named. */
export const freshModel = (mutant?: Mutant): Endpoint =>
  modelEndpoint(new Sqs(mutant === undefined ? contract : mutatedRules(mutant), modelEpoch));

/** Runs a schedule on a fresh model. */
export function onModel(mutant?: Mutant): (schedule: Schedule) => Promise<History> {
  const options: RunOptions = mutant === undefined ? {} : { mutant: mutant.id };
  return (schedule) => run(schedule, freshModel(mutant), options);
}

/** One tick on a real clock: far more than the jitter of a loopback, far less than a timer. */
const wallTick = 100;

/** Runs a schedule on a real endpoint, on queues of its own. */
export const onUrl =
  (url: string, level: Level, allowAws = false) =>
  (schedule: Schedule): Promise<History> =>
    run(schedule, urlEndpoint(url, { level, allowAws }), { drainWait: 1, tick: wallTick });

/** How every command judges a history. */
export const judging: Pick<Campaign, 'judge' | 'reached'> = {
  judge: (history) => check(history, properties),
  reached: reachedBy,
};
