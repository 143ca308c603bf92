import type { Millis } from '../src/core/clock.js';
import { attributeOf } from './reading/attributes.js';
import { existence } from './reading/existence.js';
import type { Facts } from './reading/facts.js';
import { expiresFrom, possiblyWiped } from './reading/gone.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds, titleOf } from './reading/names.js';
import { blindBy } from './reading/receives.js';
import { deadLetterQueues } from './reading/redrive.js';
import { cancellationsOf, isActive, overBy, type Sight, sightsOfTask } from './reading/task-life.js';
import { foundNothingAfter } from './reading/waiting.js';
import { windowOf } from './reading/window.js';
import type { Delivery, MessageFacts, QueueFacts, StartedTask, Timed } from './reading/words.js';

export const moveTaskEnds = property(
  {
    name: 'move-task-ends',
    claim: 'A move task ends, and what was available in its source is then at its destination.',
    judges:
      'At the strict level, every accepted start: no list shows the task running after the time that it needs for all that may have been there, nor completed with less moved than was there; what was certainly available when it began does not come out of the source after that time, and in a drained history it comes from the destination.',
    forgives:
      'Tasks that may have been cancelled or that may fail, messages that may have been in flight, delayed, deleted, purged or too old, and one that other tasks or receives without a known outcome may have taken.',
    blind:
      'Tasks without a known outcome; how long a cancellation takes; messages of a FIFO queue that others received from.',
    source: ['sqs:I46', 'sqs:MT6', 'sqs:MT9', 'sqs:MT10', 'sqs:X20', 'sqs:X21', 'sqs:X22', 'sqs:L1'],
  },
  (facts, judgement) => {
    if (!facts.strict || facts.tasks.length === 0) return;
    for (const task of facts.tasks) {
      if (task.outcome === 'unknown') continue;
      const own = sightsOfTask(facts, task);
      for (const sight of own) isStillRunning(facts, judgement, task, sight);
      if (mayStop(facts, task)) continue;
      for (const sight of own) hasMovedAll(facts, judgement, task, sight);
      movesAll(facts, judgement, task);
    }
  },
);

function isStillRunning(facts: Facts, judgement: Judgement, task: StartedTask, { op, s, e, line }: Sight): void {
  if (line.Status !== 'RUNNING') return;
  judgement.judged++;
  const end = overBy(facts, task, e);
  if (s <= end) return;
  const says = `${nameOf(op)} showed ${nameOf(task.op)} running at ${seconds(s)}`;
  judgement.violated(`${says}, but it cannot have had anything to do after ${seconds(end)}`, [op.id, task.op.id]);
}

/** May it end before it has moved all: by a cancellation, without a destination, at a message from nowhere (sqs:U21)? */
function mayStop(facts: Facts, task: StartedTask): boolean {
  const { handle, source, destination } = task;
  if (cancellationsOf(facts).some((cancel) => cancel.handle === handle)) return true;
  if (destination !== undefined) return !isThere(facts, destination, task);
  if (facts.queue(source).sends.length > 0) return true;
  return [...facts.queues.keys()].some(
    (name) => deadLetterQueues(facts, name).has(source) && !isThere(facts, name, task),
  );
}

/** Does the queue exist from the start of the task on? */
const isThere = (facts: Facts, name: string, { op, s }: StartedTask): boolean =>
  existence(facts, name, { op, s, e: Number.POSITIVE_INFINITY }) === 'yes';

/** One that is completed counts every message that was certainly there all the time. */
function hasMovedAll(facts: Facts, judgement: Judgement, task: StartedTask, { op, e, line }: Sight): void {
  if (line.Status !== 'COMPLETED' || blindBy(facts, task.source, e)) return;
  judgement.judged++;
  const there = facts.messages.filter(
    (message) =>
      targetOf(facts, message, task) !== undefined &&
      wasThere(facts, message, task, e) &&
      stays(facts, message, task, e),
  );
  const { ApproximateNumberOfMessagesMoved: moved } = line;
  if (moved >= there.length) return;
  const says = `${nameOf(op)} showed ${nameOf(task.op)} completed with ${moved} messages moved`;
  const titles = there.map(titleOf).join(', ');
  judgement.violated(`${says}, but ${titles} ${there.length > 1 ? 'were' : 'was'} there to be moved`, [
    op.id,
    task.op.id,
  ]);
}

/** Where the task has to move the message; undefined where that is not certain. */
function targetOf(facts: Facts, message: MessageFacts, task: StartedTask): QueueFacts | undefined {
  const target = task.destination ?? cameFrom(message, task.source);
  return target !== undefined && isThere(facts, target, task) ? facts.queue(target) : undefined;
}

/** Judges every message that was certainly there to be moved. */
function movesAll(facts: Facts, judgement: Judgement, task: StartedTask): void {
  if (blindBy(facts, task.source, Number.POSITIVE_INFINITY)) return;
  const end = overBy(facts, task, Number.POSITIVE_INFINITY);
  for (const message of facts.messages) {
    if (!wasThere(facts, message, task, end)) continue;
    const target = targetOf(facts, message, task);
    if (target === undefined) continue;
    judgement.judged++;
    const next = message.deliveries.find(({ e }) => e >= task.s);
    if (next !== undefined) comesAgain(facts, judgement, task, next);
    else arrives(facts, judgement, task, message, target);
  }
}

/** The call that shows that the message was in the source before the start: its last delivery from there, or its send. */
function proofOf({ sent, deliveries }: MessageFacts, { source, s }: StartedTask, late: Millis): Timed | undefined {
  const seen = deliveries.findLast(({ queue, e }) => queue === source && e < s);
  if (seen !== undefined || sent === undefined) return seen;
  return sent.queue === source && sent.e + sent.delay.hi * 1000 + late < s ? sent : undefined;
}

/** Was it there before the start, out of delay and window, and did nobody touch it by `end`? */
function wasThere(facts: Facts, message: MessageFacts, task: StartedTask, end: Millis): boolean {
  const { s, source } = task;
  const queue = facts.queue(source);
  if (message.sent?.result === undefined || proofOf(message, task, facts.late) === undefined) return false;
  if (queue.isFifo && queue.receives.some((receive) => receive.s <= end)) return false;
  if (windowOf(facts, message, source, { s, e: end }).hi + facts.late > s) return false;
  const mayLeave = deadLetterQueues(facts, source).size > 0 && message.deliveries.some((one) => one.queue === source);
  return !mayLeave && message.deletes.every(({ outcome, s: at }) => outcome === 'refused' || at > end);
}

/** Can nothing but the task have taken it by `end`: no purge, no age, no other task? */
function stays(facts: Facts, message: MessageFacts, task: StartedTask, end: Millis): boolean {
  if (end >= expiresFrom(facts, message) - facts.early) return false;
  if (possiblyWiped(facts, facts.queue(task.source), message.sent!.s, end)) return false;
  const proof = proofOf(message, task, facts.late)!;
  const isOver = (other: StartedTask): boolean => other.s <= proof.e && isActive(facts, other, proof) === 'no';
  return facts.tasks.every((other) => other === task || other.source !== task.source || other.s > end || isOver(other));
}

const cameFrom = ({ deliveries }: MessageFacts, source: string): string | undefined =>
  deliveries.find(({ queue, deadLetteredFrom }) => queue === source && deadLetteredFrom !== undefined)
    ?.deadLetteredFrom;

/** It must not come out of the source any more. */
function comesAgain(facts: Facts, judgement: Judgement, task: StartedTask, next: Delivery): void {
  const end = overBy(facts, task, next.s);
  if (next.queue !== task.source || next.s <= end) return;
  const says = `${nameOf(next.op)} delivered ${titleOf(next.of)} from ${next.queue} at ${seconds(next.s)}`;
  const must = `${nameOf(task.op)} must have moved it by ${seconds(end)}`;
  judgement.violated(`${says}, but ${must}`, [next.op.id, task.op.id]);
}

/** In a drained history it comes from somewhere, under a new id. */
function arrives(
  facts: Facts,
  judgement: Judgement,
  task: StartedTask,
  message: MessageFacts,
  target: QueueFacts,
): void {
  const sent = message.sent!;
  const { MessageBody: body } = sent.entry;
  const others = facts.messages.some((other) => other !== message && other.deliveries[0]?.message.Body === body);
  const end = overBy(facts, task, Number.POSITIVE_INFINITY);
  if (others || (facts.history.drained && mayBeLost(facts, task, message, target, end))) return;
  const { hi: delay } = attributeOf(facts, target, 'DelaySeconds', task.s, Number.POSITIVE_INFINITY);
  const from = facts.history.drainedFrom ?? Number.POSITIVE_INFINITY;
  const last = target.receives.find(
    (poll) => poll.s >= from && foundNothingAfter(facts, poll, end + delay * 1000 + facts.late),
  );
  if (!facts.history.drained || last === undefined || blindBy(facts, target.name, Number.POSITIVE_INFINITY)) {
    judgement.open(`the drain may have ended before ${titleOf(message)} was moved, or another call may have taken it`);
    return;
  }
  const says = `${nameOf(sent.op)} sent ${titleOf(message)}, and ${nameOf(task.op)} must have moved it to ${target.name} by ${seconds(end)}`;
  const found = `${nameOf(last.op)} found ${target.name} empty at ${seconds(last.e)}, and nobody has received it`;
  judgement.violated(`${says}, but ${found}`, [sent.op.id, task.op.id, last.op.id]);
}

/** May anything else have removed it, before the task or at its destination, where its life begins anew (sqs:X22)? */
function mayBeLost(facts: Facts, task: StartedTask, message: MessageFacts, target: QueueFacts, end: Millis): boolean {
  const { drainEnd, early } = facts;
  if (target.isFifo && message.sent!.queue === task.source) return true; // Its own deduplication id may meet another (sqs:U23).
  if (!stays(facts, message, task, end) || message.deletes.some(({ outcome }) => outcome !== 'refused')) return true;
  const life = attributeOf(facts, target, 'MessageRetentionPeriod', task.s, Number.POSITIVE_INFINITY).lo * 1000;
  if (drainEnd >= task.s + life - early) return true;
  const places = [target.name, ...deadLetterQueues(facts, target.name)];
  if (facts.tasks.some((other) => other !== task && places.includes(other.source))) return true;
  return places.some((name) => possiblyWiped(facts, facts.queue(name), task.s, drainEnd));
}
