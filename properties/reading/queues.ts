import { type CallName, isFifo, type QueueAttributes } from '../../src/core/calls.js';
import type { Op } from '../../src/core/history.js';
import type { Facts } from './facts.js';
import type { Called, QueueFacts, Wipe } from './words.js';

export const newQueue = (name: string): QueueFacts => ({
  name,
  isFifo: isFifo(name),
  initial: undefined,
  writes: [],
  wipes: [],
  sends: [],
  receives: [],
  blindReceives: [],
  labellings: [],
  attempts: undefined,
  waits: undefined,
  redrive: undefined,
  behind: undefined,
  groups: undefined,
  sameIds: undefined,
  lasting: new Map(),
  written: new Map(),
});

const labelling: ReadonlySet<CallName> = new Set([
  'CreateQueue',
  'SetQueueAttributes',
  'TagQueue',
  'UntagQueue',
  'AddPermission',
  'RemovePermission',
]);

export function readLabelling(called: Called): void {
  if (called.outcome !== 'refused' && labelling.has(called.call)) called.place.labellings.push(called);
}

export function readWipe({ op, s, e, place, outcome }: Called, kind: Wipe['kind']): void {
  if (outcome !== 'refused') place.wipes.push({ op, s, e, queue: place.name, kind, outcome });
}

export function readWrite(facts: Facts, called: Called, attributes: QueueAttributes, created: boolean): void {
  const { op, s, e, place, outcome: answered } = called;
  if (answered === 'refused' || (created && !maybeNew(place))) return;
  const outcome = created && !certainlyNew(facts, place, op) ? 'unknown' : answered;
  place.writes.push({ op, s, e, outcome, attributes, created });
}

/** An accepted CreateQueue writes attributes only if the queue was not there: it is idempotent otherwise (sqs:CQ4). */
function maybeNew(queue: QueueFacts): boolean {
  const began = queue.writes.findLast(({ created }) => created);
  if (began === undefined && queue.initial === undefined) return true;
  if (began?.outcome === 'unknown') return true;
  return queue.wipes.some(({ kind, e }) => kind === 'delete-queue' && (began === undefined || began.s <= e));
}

/** False if an earlier creation may have happened and its end may not have: then the old attributes stay. */
function certainlyNew(facts: Facts, queue: QueueFacts, op: Op): boolean {
  const creations = queue.writes.filter(({ created }) => created);
  if (creations.length === 0 && queue.initial === undefined) return true;
  return queue.wipes.some(
    ({ kind, s, e }) =>
      kind === 'delete-queue' && e + facts.wipeLag < op.invoked && creations.every((creation) => creation.e < s),
  );
}
