import type { QueueAttributes } from '../../src/core/calls.js';
import { arnOf, queueOfArn } from '../../src/core/calls.js';
import { canonical } from '../../src/core/canonical.js';
import { limits } from '../../src/core/limits.js';
import { fifoOnly, keyNames, numericAttributes, policyNames, settable } from '../attribute-table.js';
import { existence } from '../existence.js';
import type { Facts } from '../facts.js';
import { policyOf } from '../facts.js';
import { type Ask, type Check, type Wrong, worst } from './check.js';
import { rows } from './rows.js';

interface Given {
  Attributes?: QueueAttributes;
}

/** What can be wrong with the attributes that a queue is created with or set to. */
export const attributeChecks: readonly Check<Given>[] = [
  {
    rule: 'sqs:SA4',
    demands: 'only attributes that exist and can be set are given',
    row: rows.attributeName,
    wrong: ({ Attributes }) => names(Attributes).some((name) => !settable.has(name) && !fifoOnly.includes(name)),
  },
  {
    rule: 'sqs:CQ3',
    demands: 'a standard queue gets no FIFO attribute',
    row: rows.attributeName,
    wrong: ({ Attributes }, { op }) => worst(names(Attributes).map((name) => misplaced(name, op.call))),
  },
  {
    rule: 'sqs:SA5',
    demands: 'attribute values are in range',
    row: rows.attributeValue,
    wrong: ({ Attributes = {} }) => worst(Object.entries(Attributes).map(([name, value]) => illegal(name, value))),
  },
  {
    rule: 'sqs:X1',
    demands: 'the redrive policy is JSON with a target and a maxReceiveCount',
    row: undefined,
    wrong: ({ Attributes }, { op }) => malformed(Attributes?.RedrivePolicy, op.call === 'SetQueueAttributes'),
  },
  {
    rule: 'sqs:Q19',
    demands: `maxReceiveCount is 1 to ${limits.maxReceiveCountMax}`,
    row: rows.invalidParameter,
    wrong: ({ Attributes }) => countOutside(Attributes?.RedrivePolicy),
  },
  {
    rule: 'sqs:X2',
    demands: 'the dead-letter queue exists',
    row: rows.invalidParameter,
    wrong: ({ Attributes }, ask) => withoutTarget(Attributes?.RedrivePolicy, ask),
  },
  {
    rule: 'sqs:SA6',
    demands: 'a KMS key and SqsManagedSseEnabled are not asked for at once',
    row: rows.attributeName,
    wrong: ({ Attributes }, ask) => twoKeys(Attributes, ask),
  },
];

/** Are some attributes given, and all of them numbers that are in range? */
export function areNumbersInRange(attributes: QueueAttributes | undefined): boolean {
  let some = false;
  for (const name in attributes) {
    if (!(name in numericAttributes) || illegal(name, attributes[name]!) !== false) return false;
    some = true;
  }
  return some;
}

/** Has any call or the setup given the queue a KMS key? Then its SqsManagedSseEnabled follows from sqs:A3. */
export function mayHaveKey(facts: Facts, name: string | undefined): boolean {
  const queue = name === undefined ? undefined : facts.queues.get(name);
  if (queue === undefined) return false;
  return hasKey(queue.initial) || queue.writes.some(({ attributes }) => hasKey(attributes));
}

const hasKey = (attributes: QueueAttributes | undefined): boolean => keyNames.some((key) => attributes?.[key]);

/** Do two texts of one attribute say the same? `undefined` when AWS may see that either way. */
export function sameValue(name: string, a: string | undefined, b: string | undefined): boolean | undefined {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  if (name in numericAttributes) return Number(a) === Number(b);
  if (name === 'SqsManagedSseEnabled') return a.toLowerCase() === b.toLowerCase();
  return policyNames.includes(name) && meaning(name, a) === meaning(name, b) ? undefined : false;
}

const names = (attributes: QueueAttributes | undefined): string[] =>
  attributes === undefined ? [] : Object.keys(attributes);

/** What a policy says: a redrive policy's target and count by value (sqs:A7), other JSON whatever its layout. */
function meaning(name: string, text: string): string {
  if (name === 'RedrivePolicy') return canonical(policyOf(text) ?? text);
  const policy = parsed(text);
  return policy === undefined ? text : canonical(policy);
}

function misplaced(name: string, call: string): Wrong {
  if (!fifoOnly.includes(name)) return false;
  return call === 'CreateQueue' || name === 'FifoQueue' || 'odd';
}

function illegal(name: string, value: string): Wrong {
  if (name === 'SqsManagedSseEnabled') return !/^(true|false)$/i.test(value);
  if (name === 'Policy') return value !== '' && 'odd';
  if (name === 'RedriveAllowPolicy') return !allowsSimply(value) && 'odd';
  if (name === 'KmsDataKeyReusePeriodSeconds') return 'odd';
  const range = numericAttributes[name];
  if (range === undefined) return false;
  if (/^-?(0|[1-9]\d*)$/.test(value)) return Number(value) < range[0] || Number(value) > range[1];
  return /[^\d\s.+-]/.test(value) && Number.isNaN(Number(value)) ? true : 'odd';
}

function allowsSimply(text: string): boolean {
  const policy = parsed(text);
  const members = policy === undefined ? [] : Object.keys(policy);
  return members.length === 1 && ['allowAll', 'denyAll'].includes(String(policy?.redrivePermission));
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Both members are needed (sqs:X1); an empty text clears the policy (sqs:SA2). */
function malformed(text: string | undefined, clears: boolean): Wrong {
  if (text === undefined) return false;
  if (text === '') return !clears && 'odd';
  const policy = parsed(text);
  if (typeof policy?.deadLetterTargetArn !== 'string') return true;
  if (policy.maxReceiveCount === undefined) return true;
  return Object.keys(policy).length > 2 && 'odd';
}

function countOutside(text: string | undefined): Wrong {
  const count = text ? parsed(text)?.maxReceiveCount : undefined;
  if (count === undefined) return false;
  if (typeof count !== 'number' && !/^-?\d+$/.test(String(count))) return 'odd';
  return !(Number.isInteger(Number(count)) && Number(count) >= 1 && Number(count) <= limits.maxReceiveCountMax);
}

/** A target of another type, region or account is refused too, with a code that is not known (sqs:U16). */
function withoutTarget(text: string | undefined, ask: Ask): Wrong {
  const arn = text ? parsed(text)?.deadLetterTargetArn : undefined;
  if (typeof arn !== 'string') return false;
  const target = queueOfArn(arn);
  if (target.endsWith('.fifo') || target === ask.queue || mayDeny(ask.facts, target)) return 'odd';
  const there = existence(ask.facts, target, ask);
  if (there === 'no') return true;
  if (arn !== arnOf(target)) return 'odd';
  return there === 'maybe' && (ask.facts.strict ? 'open' : 'free');
}

/** sqs:X12 */
function mayDeny(facts: Facts, target: string): boolean {
  const queue = facts.queues.get(target);
  if (queue === undefined) return false;
  return [queue.initial, ...queue.writes.map(({ attributes }) => attributes)].some((set) => set?.RedriveAllowPolicy);
}

function twoKeys(attributes: QueueAttributes | undefined, { op, facts, queue }: Ask): Wrong {
  if (attributes?.SqsManagedSseEnabled?.toLowerCase() !== 'true') return false;
  if (attributes.KmsMasterKeyId) return op.call === 'SetQueueAttributes' || 'odd';
  return mayHaveKey(facts, queue) && 'odd';
}
