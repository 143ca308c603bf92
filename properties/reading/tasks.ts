import { queueOfArn } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { attributeOf } from './attributes.js';
import { outputOf } from './calls.js';
import type { Facts } from './facts.js';
import { mayTake } from './gone.js';
import { push } from './lists.js';
import { deadLetterQueues, leadsTo } from './redrive.js';
import type { Called, OpOf, QueueFacts, Sent, StartedTask } from './words.js';

export function readTask(facts: Facts, { op, s, e, outcome }: Called, start: OpOf<'StartMessageMoveTask'>): void {
  const { SourceArn, DestinationArn, MaxNumberOfMessagesPerSecond: rate } = start.input;
  if (outcome === 'refused' || typeof SourceArn !== 'string') return;
  facts.tasks.push({
    op,
    s,
    e,
    outcome,
    source: queueOfArn(SourceArn),
    destination: DestinationArn === undefined ? undefined : queueOfArn(DestinationArn),
    rate,
    handle: outcome === 'ok' ? outputOf(start).TaskHandle : undefined,
  });
}

/**
 * What a task may move comes to its destination as a new message (sqs:X22), like a send of which nobody knows whether and
 * when it arrived. So that is how it is read: one unknown send for each task, original and legal destination.
 */
export function bindTasks(facts: Facts): void {
  const origins = [...facts.sends];
  for (const task of facts.tasks) {
    const moved = origins.flatMap((origin) => movedBy(facts, task, origin));
    for (const sent of moved) {
      sent.place.sends.push(sent);
      push(facts.unknownSends, sent.entry.MessageBody, sent);
    }
    origins.push(...moved);
  }
}

function movedBy(facts: Facts, task: StartedTask, origin: Sent): Sent[] {
  if (!mayTake(facts, task, origin)) return [];
  return destinationsOf(facts, task, origin).map((place) => ({
    op: task.op,
    s: Math.max(task.s, origin.s),
    e: Number.POSITIVE_INFINITY,
    queue: place.name,
    place,
    index: 0,
    group: origin.group,
    dedupId: undefined,
    entry: origin.entry,
    delay: { lo: 0, hi: attributeOf(facts, place, 'DelaySeconds', task.s, Number.POSITIVE_INFINITY).hi },
    result: undefined,
    message: undefined,
  }));
}

/** The given one, else every queue from which the message may have come to the source (sqs:MT4). */
function destinationsOf(facts: Facts, { source, destination }: StartedTask, origin: Sent): QueueFacts[] {
  if (destination !== undefined) return [facts.queue(destination)];
  const ways = [origin.queue, ...deadLetterQueues(facts, origin.queue)];
  return ways.map((name) => facts.queue(name)).filter((queue) => leadsTo(queue, source));
}

/** Can a move task that had begun by `t` have brought the message of the send to `queue`, under its old id (sqs:X24)? */
export const redrivenTo = (facts: Facts, sent: Sent, queue: string, t: Millis): boolean =>
  facts.tasks.some(
    (task) =>
      task.s <= t && mayTake(facts, task, sent) && destinationsOf(facts, task, sent).some(({ name }) => name === queue),
  );
