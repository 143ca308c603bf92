/**
 * Redrive as a library: one value flows one way, seed → schedule → run → history → verdict.
 *
 *     import { check, model, properties, run, scheduleOf } from 'redrive';
 *     const history = await run(scheduleOf('any-seed'), model());
 *     const verdicts = check(history, properties);
 */
import { type Mutant, mutatedRules } from './models/mutants/index.js';
import { contract, type Rules } from './models/rules.js';
import { Sqs } from './models/sqs/service.js';
import type { Endpoint } from './src/core/endpoint.js';
import { modelEndpoint, modelEpoch } from './src/endpoints/model.js';
import { clockOf, InProcess, type InProcessOptions } from './src/endpoints/redrive.js';
import { VirtualClock } from './src/time/virtual.js';
import { epochNow } from './src/time/wall.js';

export { type Mutant, mutant, mutants, profileOf } from './models/mutants/index.js';
export { contract, type Rules } from './models/rules.js';
export { Sqs } from './models/sqs/service.js';
export { properties } from './properties/index.js';
export { type Reach, reachedBy, reaches } from './properties/reach.js';
export { type Campaign, type Failure, type Outcome, runCampaign, shrinkFailure } from './src/campaign.js';
export { check, violationsOf } from './src/check.js';
export type { Call, CallName, Calls, Reply } from './src/core/calls.js';
export { canonical } from './src/core/canonical.js';
export type { Clock, Millis } from './src/core/clock.js';
export type { Accuracy, Choose, Endpoint, Service } from './src/core/endpoint.js';
export type { History, Op, OpId } from './src/core/history.js';
export type {
  Deadline,
  FaultName,
  Level,
  Liberty,
  Schedule,
  Setup,
  Step,
  When,
} from './src/core/schedule.js';
export type { Property, Verdict, Violation } from './src/core/verdict.js';
export type { ClientOptions } from './src/endpoints/client.js';
export { modelEndpoint } from './src/endpoints/model.js';
export { InProcess, type InProcessOptions } from './src/endpoints/redrive.js';
export { awsEndpoint, closeAll, type UrlOptions, urlEndpoint } from './src/endpoints/url.js';
export { schedules } from './src/generate/arbitrary.js';
export { type Range, scheduleOf } from './src/generate/schedule.js';
export { type Values, virtualValues, wallValues } from './src/generate/values.js';
export { type RunOptions, run, wallOptions } from './src/run/run.js';
export { lanes } from './src/show.js';
export { VirtualClock } from './src/time/virtual.js';
export { wallClock } from './src/time/wall.js';
export { readTrace, TraceError, writeTrace } from './src/trace.js';

const rulesWith = (planted?: Mutant): Rules => (planted === undefined ? contract : mutatedRules(planted));

/** A fresh model of SQS on a virtual clock, with a bug in it if one is given. */
export const model = (planted?: Mutant): Endpoint => modelEndpoint(new Sqs(rulesWith(planted), modelEpoch));

export interface RedriveOptions extends InProcessOptions {
  /** A bug to plant in the service. */
  mutant?: Mutant;
}

/**
 * SQS in this process, for code that uses the AWS SDK:
 *
 *     const sqs = redrive({ seed: 'any' });
 *     const client = sqs.client();
 *     await client.send(new CreateQueueCommand({ QueueName: 'jobs' }));
 *     await sqs.advance(31_000);
 */
export function redrive(options: RedriveOptions = {}): InProcess {
  const clock = clockOf(options.clock);
  const epoch = clock instanceof VirtualClock ? modelEpoch : epochNow() - clock.now();
  return new InProcess((number) => numbered(new Sqs(rulesWith(options.mutant), epoch), number), clock, options);
}

/** Services side by side give out different message ids and handles (sqs:D4). */
function numbered(sqs: Sqs, number: number): Sqs {
  sqs.messages = number * 2 ** 32;
  return sqs;
}
