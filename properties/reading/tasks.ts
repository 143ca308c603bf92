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
 * when it arrived. So that is how it is read: for each task one unknown send of every message to every legal destination.
 */
export function bindTasks(facts: Facts): void {
  for (const origin of facts.sends) {
    const copies: Sent[] = [origin];
    for (const task of facts.tasks) {
      const places = new Set<QueueFacts>();
      for (const copy of copies)
        if (mayTake(facts, task, copy)) for (const place of destinationsOf(facts, task, copy)) places.add(place);
      for (const place of places) copies.push(copyOf(facts, task, origin, place));
    }
    for (const copy of copies) if (copy !== origin) keep(facts, copy);
  }
}

function keep({ unknownSends }: Facts, copy: Sent): void {
  copy.place.sends.push(copy);
  push(unknownSends, copy.entry.MessageBody, copy);
}

const copyOf = (facts: Facts, { op, s }: StartedTask, origin: Sent, place: QueueFacts): Sent => ({
  op,
  s: Math.max(s, origin.s),
  e: Number.POSITIVE_INFINITY,
  queue: place.name,
  place,
  index: 0,
  group: origin.group,
  dedupId: undefined,
  entry: origin.entry,
  delay: { lo: 0, hi: attributeOf(facts, place, 'DelaySeconds', s, Number.POSITIVE_INFINITY).hi },
  result: undefined,
  message: undefined,
});

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
