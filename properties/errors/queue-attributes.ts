import type { QueueAttributes } from '../../src/core/calls.js';
import { canonical } from '../../src/core/canonical.js';
import { fifoDefaults } from '../../src/core/limits.js';
import { fifoOnly, flags, keyPeriod, numericAttributes, policyNames, settable } from '../reading/attribute-table.js';
import { valuesOf } from '../reading/attributes.js';
import { mayHaveKey } from '../reading/encryption.js';
import { existence } from '../reading/existence.js';
import { parsed, policyOf } from '../reading/redrive.js';
import { type Ask, type Check, doubt, type Wrong, worst } from './check.js';
import { policyChecks } from './policies.js';
import { rows } from './rows.js';

interface Given {
  Attributes?: QueueAttributes;
}

/** What can be wrong with the attributes that a queue is created with or set to. */
export const attributeChecks: readonly Check<Given>[] = [
  {
    rule: 'sqs:SA4',
    fault: 'an attribute does not exist or cannot be set',
    row: rows.attributeName,
    wrong: ({ Attributes }) => names(Attributes).some((name) => !settable.has(name) && !fifoOnly.includes(name)),
  },
  {
    rule: 'sqs:CQ3',
    fault: 'a standard queue has no such attribute',
    row: rows.attributeName,
    wrong: ({ Attributes }, { op, place }) =>
      !place.isFifo && worst(names(Attributes).map((name) => misplaced(name, op.call))),
  },
  {
    rule: 'sqs:SA3',
    fault: 'a FIFO queue stays one',
    row: rows.attributeValue,
    wrong: ({ Attributes }, { op, place }) =>
      op.call === 'SetQueueAttributes' && place.isFifo && Attributes?.FifoQueue?.toLowerCase() === 'false',
  },
  {
    rule: 'sqs:SA5',
    fault: 'an attribute value is out of range',
    row: rows.attributeValue,
    wrong: ({ Attributes = {} }) => worst(Object.entries(Attributes).map(([name, value]) => illegal(name, value))),
  },
  {
    rule: 'sqs:A4',
    fault: 'perMessageGroupId needs the scope messageGroup',
    row: undefined,
    wrong: ({ Attributes }, ask) => tooFast(Attributes, ask),
  },
  ...policyChecks,
  {
    rule: 'sqs:SA6',
    fault: 'a KMS key and SqsManagedSseEnabled are asked for at once',
    row: rows.attributeName,
    wrong: ({ Attributes }, ask) => twoKeys(Attributes, ask),
  },
];

/** Are some attributes given, and all of them numbers that are in range? */
export function areNumbersInRange(attributes: QueueAttributes | undefined): boolean {
  let some = false;
  for (const name in attributes) {
    if (!numericAttributes.has(name) || illegal(name, attributes[name]!) !== false) return false;
    some = true;
  }
  return some;
}

/** Do two texts of one attribute say the same? `undefined` when AWS may see that either way. */
export function sameValue(name: string, a: string | undefined, b: string | undefined): boolean | undefined {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  if (numericAttributes.has(name) || name === keyPeriod.name) return Number(a) === Number(b);
  if (flags.includes(name)) return a.toLowerCase() === b.toLowerCase();
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

/** That SetQueueAttributes refuses the others of a standard queue too is not written (sqs:SA3). */
function misplaced(name: string, call: string): Wrong {
  if (!fifoOnly.includes(name)) return false;
  return call === 'CreateQueue' || name === 'FifoQueue' || 'odd';
}

const choices: ReadonlyMap<string, readonly string[]> = new Map([
  ['DeduplicationScope', ['queue', 'messageGroup']],
  ['FifoThroughputLimit', ['perQueue', 'perMessageGroupId']],
]);

function illegal(name: string, value: string): Wrong {
  if (flags.includes(name)) return !/^(true|false)$/i.test(value);
  const words = choices.get(name);
  if (words !== undefined) return !words.includes(value);
  const range = name === keyPeriod.name ? keyPeriod.range : numericAttributes.get(name);
  if (range === undefined) return false;
  if (/^-?(0|[1-9]\d*)$/.test(value)) return Number(value) < range[0] || Number(value) > range[1];
  return /[^\d\s.+-]/.test(value) && Number.isNaN(Number(value)) ? true : 'odd';
}

/** What the queue would have after the call, from what is given and what it may have now. */
function tooFast(attributes: QueueAttributes | undefined, ask: Ask): Wrong {
  const { FifoThroughputLimit, DeduplicationScope } = attributes ?? {};
  if (!ask.place.isFifo || (FifoThroughputLimit === undefined && DeduplicationScope === undefined)) return false;
  const fast = after('FifoThroughputLimit', attributes, ask).map((limit) => limit === 'perMessageGroupId');
  const narrow = after('DeduplicationScope', attributes, ask).map((scope) => scope === 'messageGroup');
  if (!fast.includes(true) || !narrow.includes(false)) return false;
  return (!fast.includes(false) && !narrow.includes(true)) || doubt(ask);
}

function after(name: string, attributes: QueueAttributes | undefined, ask: Ask): readonly (string | undefined)[] {
  const given = attributes?.[name];
  if (given !== undefined) return [given];
  const { facts, op, place, s, e } = ask;
  const there = op.call === 'CreateQueue' ? existence(facts, place.name, ask) : 'yes';
  const fresh = there === 'yes' ? [] : [fifoDefaults[name]];
  return there === 'no' ? fresh : [...fresh, ...valuesOf(facts, place, name, s, e)];
}

function twoKeys(attributes: QueueAttributes | undefined, { place }: Ask): Wrong {
  if (attributes?.SqsManagedSseEnabled?.toLowerCase() !== 'true') return false;
  if (attributes.KmsMasterKeyId) return true;
  return mayHaveKey(place) && 'odd';
}
