import { deadlineOf, deadlines } from '../../core/deadline.js';
import { limits } from '../../core/limits.js';
import { smaller } from './members.js';
import { withMembers, withStep } from './replace.js';
import { firstOps } from './without.js';
/** Waits that end at a deadline of an earlier step, tied to it, so that the deadline can move. */
export function* withDeadlines(schedule, ops) {
    const { steps, setup } = schedule;
    const first = firstOps(ops);
    for (const [k, step] of steps.entries()) {
        const began = first.get(step.id)?.invoked;
        if (began === undefined || step.at === undefined || !('wait' in step.at))
            continue;
        const earlier = steps.slice(0, k).flatMap(({ id }) => first.get(id) ?? []);
        for (const at of deadlinesAt(began, earlier, setup))
            yield withStep(schedule, k, { ...step, at });
    }
}
/** The deadlines of the ops that lie at most a tick from `began`. */
function* deadlinesAt(began, ops, setup) {
    for (const op of ops)
        for (const deadline of deadlines) {
            const tick = began - deadlineOf(op, deadline, setup);
            if (Math.abs(tick) <= 1)
                yield { after: op.step, deadline, tick };
        }
}
/** Time for timeout: what needs 12 h of waiting for the cap often needs a second with the longest change (sqs:V8). */
export function* withLongestChange(schedule) {
    for (const [k, step] of schedule.steps.entries()) {
        if (typeof step.input.VisibilityTimeout !== 'number' || step.call !== 'ChangeMessageVisibility')
            continue;
        const longest = withStep(schedule, k, withMembers(step, { VisibilityTimeout: limits.visibilityMax - 1 }));
        yield { ...longest, steps: longest.steps.map(withShortWait) };
    }
}
/** A step with a time of its own begins a second after the step before it instead. */
const withShortWait = (step) => (step.at === undefined ? step : { ...step, at: { wait: 1000 } });
const durations = ['DelaySeconds', 'VisibilityTimeout', 'WaitTimeSeconds'];
/** Two durations shortened by the same amount, where one is bound to the other. Only for schedules already small. */
export function* withShorterPairs(schedule) {
    if (schedule.steps.length > 8)
        return;
    const sites = sitesOf(schedule);
    for (const [i, a] of sites.entries())
        for (const b of sites.slice(i + 1)) {
            const shorter = Math.min(a.seconds, b.seconds);
            for (const seconds of smaller(shorter))
                yield shortened(shortened(schedule, a, shorter - seconds), b, shorter - seconds);
        }
}
const sitesOf = ({ steps }) => steps.flatMap(({ input }, k) => durations.flatMap((name) => (typeof input[name] === 'number' ? { k, name, seconds: input[name] } : [])));
function shortened(schedule, { k, name, seconds }, less) {
    return withStep(schedule, k, withMembers(schedule.steps[k], { [name]: seconds - less }));
}
