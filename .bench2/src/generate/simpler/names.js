import { isFifo } from '../../core/calls.js';
import { fifoDefaults } from '../../core/limits.js';
import { membersOf, withEach, withQueues } from '../names.js';
/** All FIFO queues as standard ones, or one of several. */
export function* withStandardQueues(schedule) {
    const fifo = schedule.setup.queues.map(({ name }) => name).filter(isFifo);
    if (fifo.length > 0)
        yield asStandard(schedule, fifo);
    if (fifo.length > 1)
        for (const name of fifo)
            yield asStandard(schedule, [name]);
}
const fifoMembers = ['MessageGroupId', 'MessageDeduplicationId', 'ReceiveRequestAttemptId'];
/** These queues with standard names, and without what only FIFO queues have. */
function asStandard({ setup, steps, ...rest }, names) {
    const plain = new Map(names.map((name) => [name, name.replace('.fifo', '')]));
    const queues = setup.queues.map((queue) => plain.has(queue.name) ? { ...queue, attributes: omit(queue.attributes, Object.keys(fifoDefaults)) } : queue);
    const plainStep = (step) => plain.has(String(step.input.QueueUrl)) ? withEach(step, (members) => omit(members, fifoMembers)) : step;
    return { ...rest, setup: withQueues({ queues }, plain), steps: withQueues(steps.map(plainStep), plain) };
}
const omit = (members, names) => Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)));
/** One group less: its messages belong to another. */
export function* withFewerGroups(schedule) {
    const { steps } = schedule;
    const groups = [...new Set(steps.flatMap(membersOf).map(({ MessageGroupId }) => MessageGroupId))];
    const named = groups.filter((group) => group !== undefined).sort();
    for (const from of named.slice(1).reverse())
        for (const to of named.slice(0, named.indexOf(from))) {
            const moved = (members) => members.MessageGroupId === from ? { ...members, MessageGroupId: to } : members;
            yield { ...schedule, steps: steps.map((step) => withEach(step, moved)) };
        }
}
