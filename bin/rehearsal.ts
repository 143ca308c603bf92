import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import { drawsOf } from '../src/chance/keyed.js';
import type { Millis } from '../src/core/clock.js';
import type { Accuracy } from '../src/core/endpoint.js';
import type { History } from '../src/core/history.js';
import type { Schedule } from '../src/core/schedule.js';
import { withLatency } from '../src/endpoints/latency.js';
import { modelEndpoint } from '../src/endpoints/model.js';
import type { Network } from '../src/endpoints/probe.js';
import { type RunOptions, run, wallOptions } from '../src/run/run.js';
import { judging } from './world.js';

/** How the schedules of a campaign meet a real endpoint, and what can be decided there. */
export interface Timing extends Network {
  /** Guard band: how far off a deadline "just before" and "just after" are. */
  tick: Millis;
  /** Obligations of the rehearsed schedules, and how many of them the times leave decidable. */
  obligations: number;
  decidable: number;
  rehearsed: number;
}

/** Guard bands that are tried, as multiples of the smallest that can be told from the deadline itself. */
const bands = [1, 1.5, 2, 3];

/** The tick with which most obligations are decidable on an endpoint so far away, by a rehearsal on the model. */
export async function timingFor(schedules: readonly Schedule[], network: Network, accuracy: Accuracy): Promise<Timing> {
  const least = accuracy.early + network.roundTrip + network.jitter;
  let best: Timing | undefined;
  for (const band of bands) {
    const timing = await rehearsed(schedules, network, accuracy, roundUp(least * band));
    if (best === undefined || share(timing) > share(best)) best = timing;
  }
  return best!;
}

const roundUp = (ms: Millis): Millis => 10 * Math.ceil(ms / 10);
const share = ({ decidable, obligations }: Timing): number => decidable / Math.max(obligations, 1);

async function rehearsed(
  schedules: readonly Schedule[],
  network: Network,
  accuracy: Accuracy,
  tick: Millis,
): Promise<Timing> {
  const timing = { ...network, tick, obligations: 0, decidable: 0, rehearsed: schedules.length };
  for (const schedule of schedules)
    for (const { judged, undecided } of judging.judge(await rehearsal(schedule, network, accuracy, { tick }))) {
      timing.decidable += judged;
      timing.obligations += judged + undecided;
    }
  return timing;
}

/** The schedule on the model, as far away as the endpoint and trusted as much. */
function rehearsal(
  schedule: Schedule,
  { roundTrip, jitter }: Network,
  accuracy: Accuracy,
  options: RunOptions,
): Promise<History> {
  const model = modelEndpoint(new Sqs(contract, accuracy.epoch), undefined, accuracy);
  const most = Math.ceil((roundTrip + jitter) / 2);
  return run(schedule, withLatency(model, most, drawsOf(`latency of ${schedule.seed}`)), {
    ...wallOptions,
    ...options,
  });
}
