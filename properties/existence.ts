import type { Millis } from '../src/core/clock.js';
import type { Facts, QueueFacts, Timed, Wipe } from './facts.js';

export type Existence = 'yes' | 'no' | 'maybe';

/** A new queue may be unusable for a second on AWS (sqs:CQ10). */
const newborn: Millis = 1000;

/**
 * What did the call find: was the queue there all the time of it, or not at all? Setup and accepted creations begin a
 * queue, accepted deletions end it; calls without a known outcome may do either at any later time. Under the documented
 * level a deletion may take 60 s (sqs:DQ2).
 */
export function existence(facts: Facts, name: string, call: Timed): Existence {
  const queue = facts.queues.get(name);
  if (queue === undefined) return 'no';
  if (queue.initial !== undefined && (queue.wipes.length === 0 || !queue.wipes.some(isDeletion))) return 'yes';
  if (certainlyThere(facts, queue, call)) return 'yes';
  return possiblyThere(facts, queue, call) ? 'maybe' : 'no';
}

/** The calls that may have begun or ended the queue. */
export function turningPoints(queue: QueueFacts): Timed[] {
  return [...queue.writes.filter(({ created }) => created), ...queue.wipes.filter(isDeletion)];
}

export const isDeletion = (wipe: Wipe): boolean => wipe.kind === 'delete-queue';

interface Birth {
  s: Millis;
  e: Millis;
  certain: boolean;
}

/** Those of other calls than `call` itself. */
function births({ initial, writes }: QueueFacts, call: Timed): Birth[] {
  const created = writes.filter((write) => write.created && write.op !== call.op);
  const all = created.map(({ op, s, e }) => ({ s, e, certain: op.reply.kind === 'ok' }));
  const setup = { s: Number.NEGATIVE_INFINITY, e: Number.NEGATIVE_INFINITY, certain: true };
  return initial === undefined ? all : [setup, ...all];
}

const deaths = ({ wipes }: QueueFacts, call: Timed): Wipe[] =>
  wipes.filter((wipe) => isDeletion(wipe) && wipe.op !== call.op);

function certainlyThere(facts: Facts, queue: QueueFacts, call: Timed): boolean {
  const grace = facts.strict ? 0 : newborn;
  const ends = deaths(queue, call);
  return births(queue, call).some(({ s, e, certain }) => {
    if (!certain || e + grace >= call.s) return false;
    return !ends.some((end) => end.s <= call.e && end.e + facts.wipeLag >= s);
  });
}

function possiblyThere(facts: Facts, queue: QueueFacts, call: Timed): boolean {
  const ends = deaths(queue, call);
  return births(queue, call).some(({ s, e }) => {
    if (s > call.e) return false;
    return !ends.some((end) => end.s > e && end.e + facts.wipeLag < call.s);
  });
}
