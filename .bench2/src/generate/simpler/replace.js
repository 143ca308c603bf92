/** The schedule with another step in place `k` of its list. */
export const withStep = (schedule, k, step) => ({
    ...schedule,
    steps: schedule.steps.with(k, step),
});
/** The step with these members of its input set. */
export const withMembers = (step, members) => ({ ...step, input: { ...step.input, ...members } });
/** The schedule with other attributes of the queue in place `k` of its setup. */
export function withAttributes(schedule, k, attributes) {
    const { queues } = schedule.setup;
    const queue = { name: queues[k].name, attributes: attributes };
    return { ...schedule, setup: { queues: queues.with(k, queue) } };
}
