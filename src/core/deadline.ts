import type { Millis } from './clock.js';
import type { Op } from './history.js';
import { attributeDefaults, limits } from './limits.js';
import type { Deadline, Setup } from './schedule.js';

/** Every kind of deadline that a step can set. */
export const deadlines: readonly Deadline[] = ['visibility', 'delay', 'retention', 'poll', 'guard', 'cap', 'dedup'];

/** A deadline counts from where its op's effect is known to lie: the end of what may take long, the beginning of all else. */
export const countsFromReply = (deadline: Deadline): boolean =>
  deadline === 'visibility' || deadline === 'cap' || deadline === 'dedup';

/** When the op's deadline is, resolved from the schedule alone: the op's input and the setup's attributes. */
export function deadlineOf(op: Op, deadline: Deadline, setup: Setup): Millis {
  const base = countsFromReply(deadline) ? op.returned : op.invoked;
  return base + 1000 * secondsOf(op, deadline, setup);
}

function secondsOf(op: Op, deadline: Deadline, setup: Setup): number {
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
function input(op: Op, member: string): number | undefined {
  const own = op.input as Record<string, unknown>;
  const entries = own.Entries as Record<string, unknown>[] | undefined;
  const value = own[member] ?? entries?.[0]?.[member];
  return typeof value === 'number' ? value : undefined;
}

/** A numeric attribute of the op's queue at time 0, in seconds. */
export function attribute(op: Op, name: string, setup: Setup): number {
  const { QueueUrl } = op.input as { QueueUrl?: string };
  const queue = setup.queues.find((candidate) => candidate.name === QueueUrl);
  return Number(queue?.attributes[name] ?? attributeDefaults[name]);
}
