import type { Millis } from '../../core/clock.js';
import { deadlineOf, deadlines } from '../../core/deadline.js';
import type { Op } from '../../core/history.js';
import { limits } from '../../core/limits.js';
import type { AtDeadline, Schedule, Setup, Step } from '../../core/schedule.js';
import { smaller } from './members.js';
import { withMembers, withStep } from './replace.js';
import { firstOps } from './without.js';

/** Waits that end at a deadline of an earlier step, tied to it, so that the deadline can move. */
export function* withDeadlines(schedule: Schedule, ops: readonly Op[]): Generator<Schedule> {
  const { steps, setup } = schedule;
  const first = firstOps(ops);
  for (const [k, step] of steps.entries()) {
    const began = first.get(step.id)?.invoked;
    if (began === undefined || step.at === undefined || !('wait' in step.at)) continue;
    const earlier = steps.slice(0, k).flatMap(({ id }) => first.get(id) ?? []);
    for (const at of deadlinesAt(began, earlier, setup)) yield withStep(schedule, k, { ...step, at });
  }
}

/** The deadlines of the ops that lie at most a tick from `began`. */
function* deadlinesAt(began: Millis, ops: readonly Op[], setup: Setup): Generator<AtDeadline> {
  for (const op of ops)
    for (const deadline of deadlines) {
      const tick = began - deadlineOf(op, deadline, setup);
      if (Math.abs(tick) <= 1) yield { after: op.step!, deadline, tick };
    }
}

/** Time for timeout: what needs 12 h of waiting for the cap often needs a second with the longest change (sqs:V8). */
export function* withLongestChange(schedule: Schedule): Generator<Schedule> {
  for (const [k, step] of schedule.steps.entries()) {
    if (typeof step.input.VisibilityTimeout !== 'number' || step.call !== 'ChangeMessageVisibility') continue;
    const longest = withStep(schedule, k, withMembers(step, { VisibilityTimeout: limits.visibilityMax - 1 }));
    yield { ...longest, steps: longest.steps.map(withShortWait) };
  }
}

/** A step with a time of its own begins a second after the step before it instead. */
const withShortWait = (step: Step): Step => (step.at === undefined ? step : { ...step, at: { wait: 1000 } });

const durations = ['DelaySeconds', 'VisibilityTimeout', 'WaitTimeSeconds'];

/** A duration in the input of step `k` of the list. */
interface Site {
  k: number;
  name: string;
  seconds: number;
}

/** Two durations shortened by the same amount, where one is bound to the other. Only for schedules already small. */
export function* withShorterPairs(schedule: Schedule): Generator<Schedule> {
  if (schedule.steps.length > 8) return;
  const sites = sitesOf(schedule);
  for (const [i, a] of sites.entries())
    for (const b of sites.slice(i + 1)) {
      const shorter = Math.min(a.seconds, b.seconds);
      for (const seconds of smaller(shorter))
        yield shortened(shortened(schedule, a, shorter - seconds), b, shorter - seconds);
    }
}

const sitesOf = ({ steps }: Schedule): Site[] =>
  steps.flatMap(({ input }, k) =>
    durations.flatMap((name) => (typeof input[name] === 'number' ? { k, name, seconds: input[name] } : [])),
  );

function shortened(schedule: Schedule, { k, name, seconds }: Site, less: number): Schedule {
  return withStep(schedule, k, withMembers(schedule.steps[k]!, { [name]: seconds - less }));
}
