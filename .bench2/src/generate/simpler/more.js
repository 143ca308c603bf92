import { limits } from '../../core/limits.js';
import { withAttributes, withMembers, withStep } from './replace.js';
import { without } from './without.js';
/** Attributes of a queue and members of a step that often do what another step did. */
const queueSpices = [
    { VisibilityTimeout: '0' },
    { VisibilityTimeout: '1' },
    { DelaySeconds: '1' },
    { ReceiveMessageWaitTimeSeconds: '1' },
    { MessageRetentionPeriod: String(limits.retentionMin) },
];
const stepSpices = {
    SendMessage: [{ DelaySeconds: 1 }, { DelaySeconds: limits.retentionMin + 1 }],
    ReceiveMessage: [
        { VisibilityTimeout: 0 },
        { VisibilityTimeout: 1 },
        { MaxNumberOfMessages: 2 },
        { VisibilityTimeout: 0, MaxNumberOfMessages: 2 },
        { WaitTimeSeconds: 1 },
    ],
};
/** One attribute or member more, alone to save time or for one step less. Only for schedules already small. */
export function* withOneMore(schedule) {
    if (schedule.steps.length > 6)
        return;
    for (const spiced of spicedSchedules(schedule)) {
        yield spiced;
        for (const { id } of schedule.steps)
            yield without(spiced, new Set([id]));
    }
}
function* spicedSchedules(schedule) {
    for (const [k, { attributes }] of schedule.setup.queues.entries())
        for (const spice of queueSpices)
            yield withAttributes(schedule, k, { ...attributes, ...spice });
    for (const [k, step] of schedule.steps.entries())
        for (const spice of stepSpices[step.call] ?? [])
            yield withStep(schedule, k, withMembers(step, spice));
}
