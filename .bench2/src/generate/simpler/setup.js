import { simplerMembers, simplerPolicies } from './members.js';
import { withAttributes } from './replace.js';
import { without } from './without.js';
/** One queue less, or simpler attributes of one. */
export function* withFewerQueues(schedule) {
    const { queues } = schedule.setup;
    if (queues.length > 1)
        for (const queue of queues)
            yield { ...schedule, setup: { queues: queues.filter((other) => other !== queue) } };
    for (const [k, { attributes }] of queues.entries())
        for (const simpler of simplerMembers(attributes))
            yield withAttributes(schedule, k, simpler);
}
/** A lower receive limit needs fewer receives: both at once. */
export function* withLowerLimits(schedule) {
    for (const [k, { attributes }] of schedule.setup.queues.entries()) {
        if (attributes.RedrivePolicy === undefined)
            continue;
        for (const lower of simplerPolicies(attributes.RedrivePolicy))
            yield* withFewerReceives(withAttributes(schedule, k, { ...attributes, RedrivePolicy: lower }));
    }
}
/** The first receives left out, the last ones, or a single one. */
function* withFewerReceives(schedule) {
    const receives = schedule.steps.filter(({ call }) => call === 'ReceiveMessage').map(({ id }) => id);
    for (let count = 1; count <= receives.length; count++)
        for (const left of [receives.slice(0, count), receives.slice(-count), receives.slice(count - 1, count)])
            yield without(schedule, new Set(left));
}
