import type { Campaign } from '../src/campaign.js';
import type { Level } from '../src/core/schedule.js';
import { urlEndpoint } from '../src/endpoints/url.js';
import { run, wallOptions } from '../src/run/run.js';

export { closeAll } from '../src/endpoints/url.js';

/** Runs a schedule on a real endpoint, on queues of its own. */
export const onUrl =
  (url: string, level: Level, allowAws = false): Campaign['execute'] =>
  (schedule) =>
    run(schedule, urlEndpoint(url, { level, allowAws }), wallOptions);
