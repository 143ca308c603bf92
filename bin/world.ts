import { type Mutant, mutatedRules } from '../models/mutants/index.js';
import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import { properties } from '../properties/index.js';
import { reachedBy } from '../properties/reach.js';
import type { Campaign } from '../src/campaign.js';
import { drawsOf } from '../src/chance/keyed.js';
import { check } from '../src/check.js';
import type { Millis } from '../src/core/clock.js';
import type { Endpoint, Service } from '../src/core/endpoint.js';
import type { Schedule } from '../src/core/schedule.js';
import { withLatency } from '../src/endpoints/latency.js';
import { modelEndpoint, modelEpoch } from '../src/endpoints/model.js';
import { type RunOptions, run } from '../src/run/run.js';
import type { Inside } from './options.js';
import { forgiving, isWeak } from './weak.js';
import { WrongUse } from './wrong-use.js';

/** Where everything meets: which service, judged by which properties. Needs no AWS SDK; see real.ts. */

/** Runs a schedule on a fresh model. */
export const onModel = (mutant?: Mutant): Campaign['execute'] => on((service) => modelEndpoint(service), mutant);

/** The same behind a network where a request, and a reply, is under way for up to `most` milliseconds. */
export const onFarModel = (most: Millis, mutant?: Mutant): Campaign['execute'] =>
  on((service, { seed }) => withLatency(modelEndpoint(service), most, drawsOf(`latency of ${seed}`)), mutant);

/** Runs a schedule on a fresh model behind an endpoint. */
export function on(endpoint: (service: Service, schedule: Schedule) => Endpoint, mutant?: Mutant): Campaign['execute'] {
  const rules = mutant === undefined ? contract : mutatedRules(mutant);
  const options: RunOptions = mutant === undefined ? {} : { mutant: mutant.id };
  return (schedule) => run(schedule, endpoint(new Sqs(rules, modelEpoch), schedule), options);
}

/** Runs a schedule on a fresh model at one of the endpoints in this process; only `model` can be far away. */
export async function onInside(name: Inside, mutant?: Mutant, latency?: Millis): Promise<Campaign['execute']> {
  if (name === 'model') return latency === undefined ? onModel(mutant) : onFarModel(latency, mutant);
  if (latency !== undefined) throw new WrongUse('--latency is for the endpoint model');
  const { onSdk } = await import('./sdk.js');
  return onSdk(name, mutant);
}

/** How every command judges a history. */
export const judging: Pick<Campaign, 'judge' | 'reached'> = {
  judge: (history) => check(history, properties),
  reached: reachedBy,
};

/** The same for a history of a real endpoint, where what nobody has recorded of AWS is only a warning. */
export const onEndpoint: Pick<Campaign, 'judge' | 'reached'> = { ...judging, judge: forgiving(judging.judge, isWeak) };
