import { type Mutant, mutatedRules } from '../models/mutants/index.js';
import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import { properties } from '../properties/index.js';
import { reachedBy } from '../properties/reach.js';
import type { Campaign } from '../src/campaign.js';
import { check } from '../src/check.js';
import type { Endpoint, Service } from '../src/core/endpoint.js';
import { modelEndpoint, modelEpoch } from '../src/endpoints/model.js';
import { type RunOptions, run } from '../src/run/run.js';
import type { Inside } from './options.js';

/** Where everything meets: which service, judged by which properties. Needs no AWS SDK; see real.ts. */

/** Runs a schedule on a fresh model. */
export const onModel = (mutant?: Mutant): Campaign['execute'] => on(modelEndpoint, mutant);

/** Runs a schedule on a fresh model behind an endpoint. */
export function on(endpoint: (service: Service) => Endpoint, mutant?: Mutant): Campaign['execute'] {
  const rules = mutant === undefined ? contract : mutatedRules(mutant);
  const options: RunOptions = mutant === undefined ? {} : { mutant: mutant.id };
  return (schedule) => run(schedule, endpoint(new Sqs(rules, modelEpoch)), options);
}

/** Runs a schedule on a fresh model at one of the endpoints in this process. */
export async function onInside(name: Inside, mutant?: Mutant): Promise<Campaign['execute']> {
  if (name === 'model') return onModel(mutant);
  const { onSdk } = await import('./sdk.js');
  return onSdk(name, mutant);
}

/** How every command judges a history. */
export const judging: Pick<Campaign, 'judge' | 'reached'> = {
  judge: (history) => check(history, properties),
  reached: reachedBy,
};
