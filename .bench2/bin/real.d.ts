import type { Campaign } from '../src/campaign.js';
import type { Millis } from '../src/core/clock.js';
import type { Level } from '../src/core/schedule.js';
export { closeAll } from '../src/endpoints/url.js';
export interface Real {
    url: string;
    level: Level;
    allowAws: boolean | undefined;
    /** How long the steps of a schedule may take. */
    longest: Millis;
}
/** Runs a schedule on a real endpoint, on queues of its own. One that takes too long is refused there (EndpointError). */
export declare function onUrl({ url, level, allowAws, longest }: Real): Campaign['execute'];
