import { attributeDefaults, limits } from './limits.js';
/** Every kind of deadline that a step can set. */
export const deadlines = ['visibility', 'delay', 'retention', 'poll', 'guard', 'cap', 'dedup'];
/** A deadline counts from where its op's effect is known to lie: the end of what may take long, the beginning of all else. */
export const countsFromReply = (deadline) => deadline === 'visibility' || deadline === 'cap' || deadline === 'dedup';
/** When the op's deadline is, resolved from the schedule alone: the op's input and the setup's attributes. */
export function deadlineOf(op, deadline, setup) {
    const base = countsFromReply(deadline) ? op.returned : op.invoked;
    return base + 1000 * secondsOf(op, deadline, setup);
}
function secondsOf(op, deadline, setup) {
    switch (deadline) {
        case 'visibility':
            return input(op, 'VisibilityTimeout') ?? attribute(op, 'VisibilityTimeout', setup);
        case 'delay':
            return input(op, 'DelaySeconds') ?? attribute(op, 'DelaySeconds', setup);
        case 'retention':
            return attribute(op, 'MessageRetentionPeriod', setup);
        case 'poll':
            return input(op, 'WaitTimeSeconds') ?? attribute(op, 'ReceiveMessageWaitTimeSeconds', setup);
        case 'guard':
            return limits.purgeGuard;
        case 'cap':
            return limits.visibilityMax;
        case 'dedup':
            return limits.dedupWindow;
    }
}
/** A duration in the op's input or in the first entry of its batch. */
function input(op, member) {
    const own = op.input;
    const entries = own.Entries;
    const value = own[member] ?? entries?.[0]?.[member];
    return typeof value === 'number' ? value : undefined;
}
/** A numeric attribute of the op's queue at time 0, in seconds. */
export function attribute(op, name, setup) {
    const { QueueUrl } = op.input;
    const queue = setup.queues.find((candidate) => candidate.name === QueueUrl);
    return Number(queue?.attributes[name] ?? attributeDefaults[name]);
}
