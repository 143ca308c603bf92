/**
 * Redrive as a library: one value flows one way, seed → schedule → run → history → verdict.
 *
 *     import { check, model, properties, run, scheduleOf } from 'redrive';
 *     const history = await run(scheduleOf('any-seed'), model());
 *     const verdicts = check(history, properties);
 */
import { mutatedRules } from './models/mutants/index.js';
import { contract } from './models/rules.js';
import { Sqs } from './models/sqs/service.js';
import { modelEndpoint, modelEpoch } from './src/endpoints/model.js';
import { clockOf, InProcess } from './src/endpoints/redrive.js';
import { VirtualClock } from './src/time/virtual.js';
import { epochNow } from './src/time/wall.js';
export { mutant, mutants, profileOf } from './models/mutants/index.js';
export { contract } from './models/rules.js';
export { Sqs } from './models/sqs/service.js';
export { properties } from './properties/index.js';
export { reachedBy, reaches } from './properties/reach.js';
export { runCampaign, shrinkFailure } from './src/campaign.js';
export { check, violationsOf } from './src/check.js';
export { canonical } from './src/core/canonical.js';
export { modelEndpoint } from './src/endpoints/model.js';
export { InProcess } from './src/endpoints/redrive.js';
export { closeAll, urlEndpoint } from './src/endpoints/url.js';
export { schedules } from './src/generate/arbitrary.js';
export { scheduleOf } from './src/generate/schedule.js';
export { virtualValues, wallValues } from './src/generate/values.js';
export { run, wallOptions } from './src/run/run.js';
export { lanes } from './src/show.js';
export { VirtualClock } from './src/time/virtual.js';
export { wallClock } from './src/time/wall.js';
export { readTrace, TraceError, writeTrace } from './src/trace.js';
const rulesWith = (planted) => (planted === undefined ? contract : mutatedRules(planted));
/** A fresh model of SQS on a virtual clock, with a bug in it if one is given. */
export const model = (planted) => modelEndpoint(new Sqs(rulesWith(planted), modelEpoch));
/**
 * SQS in this process, for code that uses the AWS SDK:
 *
 *     const sqs = redrive({ seed: 'any' });
 *     const client = sqs.client();
 *     await client.send(new CreateQueueCommand({ QueueName: 'jobs' }));
 *     await sqs.advance(31_000);
 */
export function redrive(options = {}) {
    const clock = clockOf(options.clock);
    const epoch = clock instanceof VirtualClock ? modelEpoch : epochNow() - clock.now();
    return new InProcess((number) => numbered(new Sqs(rulesWith(options.mutant), epoch), number), clock, options);
}
/** Services side by side give out different message ids and handles (sqs:D4). */
function numbered(sqs, number) {
    sqs.messages = number * 2 ** 32;
    return sqs;
}
