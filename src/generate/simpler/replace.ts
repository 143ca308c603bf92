import type { Schedule, Step } from '../../core/schedule.js';
import type { Members } from '../members.js';

/** The schedule with another step in place `k` of its list. */
export const withStep = (schedule: Schedule, k: number, step: Step): Schedule => ({
  ...schedule,
  steps: schedule.steps.with(k, step),
});

/** The step with these members of its input set. */
export const withMembers = (step: Step, members: Members): Step => ({ ...step, input: { ...step.input, ...members } });

/** The schedule with other attributes of the queue in place `k` of its setup. */
export function withAttributes(schedule: Schedule, k: number, attributes: Members): Schedule {
  const { queues } = schedule.setup;
  const queue = { name: queues[k]!.name, attributes: attributes as Record<string, string> };
  return { ...schedule, setup: { queues: queues.with(k, queue) } };
}
