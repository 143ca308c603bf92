import type { Schedule, Step } from '../../core/schedule.js';
import { simplerBatches } from './batches.js';
import { simplerMembers, smaller } from './members.js';
import { withMembers, withStep } from './replace.js';

/** One step simpler. */
export function* withSimplerSteps(schedule: Schedule): Generator<Schedule> {
  const firstQueue = schedule.setup.queues[0]?.name;
  for (const [k, step] of schedule.steps.entries())
    for (const simpler of simplerSteps(step, firstQueue)) yield withStep(schedule, k, simpler);
}

function* simplerSteps(step: Step, firstQueue: string | undefined): Generator<Step> {
  yield* simplerFaults(step);
  yield* simplerTimes(step);
  yield* simplerReceipts(step);
  yield* simplerQueues(step, firstQueue);
  yield* simplerBatches(step);
  for (const input of simplerMembers(step.input, ['QueueUrl', 'QueueName'])) yield { ...step, input };
}

function* simplerFaults(step: Step): Generator<Step> {
  const { fault, ...calm } = step;
  if (fault === undefined) return;
  yield calm;
  if (fault.ms !== undefined) for (const ms of smaller(fault.ms)) yield { ...step, fault: { ...fault, ms } };
}

/** At once, a shorter wait, or a deadline without the refinements. */
function* simplerTimes(step: Step): Generator<Step> {
  const { at, ...atOnce } = step;
  if (at === undefined) return;
  yield atOnce;
  if ('wait' in at) for (const wait of smaller(at.wait)) yield { ...step, at: { wait } };
  else if (at.ends !== undefined) yield { ...step, at: { after: at.after, deadline: at.deadline, tick: at.tick } };
  else if (at.tick !== 0) yield { ...step, at: { ...at, tick: 0 } };
}

/** The holder does it itself; newer receipts. */
function* simplerReceipts(step: Step): Generator<Step> {
  const { holder, ...own } = step;
  if (holder !== undefined) yield { ...own, actor: holder };
  const { receipts, ...newest } = step;
  if (receipts === undefined) return;
  yield newest;
  for (const [k, back] of receipts.entries())
    for (const nearer of smaller(back)) yield { ...step, receipts: receipts.with(k, nearer) };
}

/** A receipt of the step's own queue, and the first queue instead of another. */
function* simplerQueues(step: Step, firstQueue: string | undefined): Generator<Step> {
  const { from, ...own } = step;
  if (from !== undefined) yield own;
  const { QueueUrl } = step.input;
  if (firstQueue !== undefined && QueueUrl !== undefined && QueueUrl !== firstQueue)
    yield withMembers(step, { QueueUrl: firstQueue });
}
