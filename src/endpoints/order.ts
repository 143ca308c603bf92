import { queueOfArn } from '../core/calls.js';
import type { Setup } from '../core/schedule.js';

/** The queue that the attributes name as dead-letter target, if any. */
export function targetOf({ RedrivePolicy }: Record<string, string>): string | undefined {
  const arn = /"deadLetterTargetArn"\s*:\s*"([^"]*)"/.exec(RedrivePolicy ?? '')?.[1];
  return arn === undefined ? undefined : queueOfArn(arn);
}

/**
 * The queues of a setup in an order in which they can be created: dead-letter targets before their sources. `later` is a
 * policy that must wait for a target still to come, because the two are on a cycle.
 */
export function creationOrder(queues: Setup['queues']): (Setup['queues'][number] & { later?: string })[] {
  const ordered = targetsFirst(queues);
  return ordered.map(({ name, attributes }, place) => {
    const { RedrivePolicy, ...rest } = attributes;
    const target = targetOf(attributes);
    const waits = RedrivePolicy !== undefined && ordered.some((queue, at) => at >= place && queue.name === target);
    return waits ? { name, attributes: rest, later: RedrivePolicy } : { name, attributes };
  });
}

function targetsFirst(queues: Setup['queues']): Setup['queues'] {
  const unseen = new Map(queues.map((queue) => [queue.name, queue]));
  const ordered: Setup['queues'] = [];
  const visit = (name: string | undefined): void => {
    const queue = unseen.get(name ?? '');
    if (queue === undefined) return;
    unseen.delete(queue.name);
    visit(targetOf(queue.attributes));
    ordered.push(queue);
  };
  for (const { name } of queues) visit(name);
  return ordered;
}
