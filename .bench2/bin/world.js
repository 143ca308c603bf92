import { mutatedRules } from '../models/mutants/index.js';
import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import { properties } from '../properties/index.js';
import { reachedBy } from '../properties/reach.js';
import { check } from '../src/check.js';
import { modelEndpoint, modelEpoch } from '../src/endpoints/model.js';
import { run } from '../src/run/run.js';
/** Where everything meets: which service, judged by which properties. Needs no AWS SDK; see real.ts. */
/** Runs a schedule on a fresh model. */
export function onModel(mutant) {
    const rules = mutant === undefined ? contract : mutatedRules(mutant);
    const options = mutant === undefined ? {} : { mutant: mutant.id };
    return (schedule) => run(schedule, modelEndpoint(new Sqs(rules, modelEpoch)), options);
}
/** How every command judges a history. */
export const judging = {
    judge: (history) => check(history, properties),
    reached: reachedBy,
};
