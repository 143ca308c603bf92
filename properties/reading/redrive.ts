import { queueOfArn } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { valuesOf } from './attributes.js';
import type { Facts } from './facts.js';
import { widen } from './lists.js';
import type { QueueFacts, Redrive } from './words.js';

interface Policy {
  target: string;
  max: number;
}

/** A queue's redrive policy as text, read; undefined when there is none, or none that a service takes (sqs:X1). */
export function policyOf(text: string | undefined): Policy | undefined {
  if (text === undefined || text === '') return undefined;
  let policy = policies.get(text);
  if (policy === undefined) {
    if (policies.size >= 1000) policies.clear();
    policy = readPolicy(text);
    policies.set(text, policy);
  }
  return policy ?? undefined;
}

const policies = new Map<string, Policy | null>();

function readPolicy(text: string): Policy | null {
  const { deadLetterTargetArn, maxReceiveCount } = parsed(text) ?? {};
  const max = Number(maxReceiveCount);
  if (typeof deadLetterTargetArn !== 'string' || !(max >= 1)) return null;
  return { target: queueOfArn(deadLetterTargetArn), max };
}

type Members = Readonly<Record<string, unknown>>;
const objects = new Map<string, Members | null>();

/** The members of the JSON object that the text is; undefined if it is none. */
export function parsed(text: string): Members | undefined {
  let members = objects.get(text);
  if (members === undefined) {
    if (objects.size >= 1000) objects.clear();
    members = read(text);
    objects.set(text, members);
  }
  return members ?? undefined;
}

function read(text: string): Members | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value as Members | null) : null;
  } catch {
    return null;
  }
}

/**
 * The maxReceiveCount that may have been in force in [from, to]: lowest and highest; Infinity stands for no policy.
 * `target` is the dead-letter queue when all policies in force agree on one.
 */
export function redriveOf(facts: Facts, queue: QueueFacts, from: Millis, to: Millis): Redrive {
  if (queue.redrive !== undefined) return queue.redrive;
  const texts = valuesOf(facts, queue, 'RedrivePolicy', from, to);
  const redrive = agreed(texts);
  if (queue.lasting.get('RedrivePolicy') !== 'written') queue.redrive = redrive;
  return redrive;
}

function agreed(texts: readonly (string | undefined)[]): Redrive {
  const first = policyOf(texts[0])?.target;
  const redrive: Redrive = { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY, target: first };
  for (const text of texts) {
    const policy = policyOf(text);
    widen(redrive, policy?.max ?? Number.POSITIVE_INFINITY);
    if (policy?.target !== first) redrive.target = undefined;
  }
  return redrive;
}

/** The queue that dead letters of `queue` went to at any time of the run, following no chain. */
export function deadLetterQueueOf(facts: Facts, queue: string): string | undefined {
  const { initial, writes } = facts.queue(queue);
  const first = policyOf(initial?.RedrivePolicy)?.target;
  if (first !== undefined || writes.length === 0) return first;
  for (const write of writes) {
    const target = policyOf(write.attributes.RedrivePolicy)?.target;
    if (target !== undefined) return target;
  }
  return undefined;
}

/** Did a policy of the queue, at any time of the run, name `target`? */
export const leadsTo = ({ initial, writes }: QueueFacts, target: string): boolean =>
  policyOf(initial?.RedrivePolicy)?.target === target ||
  writes.some(({ attributes }) => policyOf(attributes.RedrivePolicy)?.target === target);

/** All queues that moves can have led to from `queue`, along every policy of the run: the whole chain. */
export const deadLetterQueues = (facts: Facts, queue: string): ReadonlySet<string> => behind(facts, facts.queue(queue));

/** Do policies lead from the queue back to itself, so that a message may come to it as a dead letter of its own? */
export const comesRound = (facts: Facts, queue: QueueFacts): boolean => behind(facts, queue).has(queue.name);

export function behind(facts: Facts, queue: QueueFacts): ReadonlySet<string> {
  if (queue.behind === undefined) {
    const found = new Set<string>();
    follow(facts, queue, found);
    queue.behind = found.size === 0 ? nowhere : found;
  }
  return queue.behind;
}

function follow(facts: Facts, { initial, writes }: QueueFacts, found: Set<string>): void {
  lead(facts, initial?.RedrivePolicy, found);
  for (const { attributes } of writes) lead(facts, attributes.RedrivePolicy, found);
}

function lead(facts: Facts, policy: string | undefined, found: Set<string>): void {
  const target = policyOf(policy)?.target;
  if (target === undefined || found.has(target)) return;
  found.add(target);
  follow(facts, facts.queue(target), found);
}

const nowhere: ReadonlySet<string> = new Set();
