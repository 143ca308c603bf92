import { EndpointError, urlEndpoint } from '../src/endpoints/url.js';
import { run, wallOptions } from '../src/run/run.js';
import { duration } from './report.js';
import { onModel } from './world.js';
export { closeAll } from '../src/endpoints/url.js';
/** Runs a schedule on a real endpoint, on queues of its own. One that takes too long is refused there (EndpointError). */
export function onUrl({ url, level, allowAws = false, longest }) {
    return async (schedule) => {
        await rehearse(schedule, longest);
        return run(schedule, urlEndpoint(url, { level, allowAws }), wallOptions);
    };
}
/** In virtual time the model says at once how long the steps will take. */
async function rehearse(schedule, longest) {
    const { drainedFrom = 0 } = await onModel()(schedule);
    if (drainedFrom <= longest)
        return;
    throw new EndpointError(`the steps of schedule ${schedule.seed} take ${duration(drainedFrom)}, and a real endpoint is given ${duration(longest)} for them`);
}
