import { arnOf, type QueueAttributes } from '../src/core/calls.js';
import type { OpId } from '../src/core/history.js';
import { attributeDefaults } from '../src/core/limits.js';
import { sameValue } from './errors/queue-attributes.js';
import { flags, type Kind, keyNames, keyPeriod, kinds, policyNames, rowsOf } from './reading/attribute-table.js';
import { valuesOf } from './reading/attributes.js';
import { isDisputed, keyPeriodOf, managedOf, mayHaveKey } from './reading/encryption.js';
import type { Facts } from './reading/facts.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds } from './reading/names.js';
import { isPermitted, isWrittenWhole } from './reading/permissions.js';
import { faultOfPolicy } from './reading/policy.js';
import type { OpOf, QueueFacts, Timed } from './reading/words.js';

export const attributesReadBack = property(
  {
    name: 'attributes-read-back',
    claim: 'GetQueueAttributes answers what was asked for, with the values last written.',
    judges:
      'Every answered read: only names that were asked for, all of those that have a value, and each value one that the queue may have had; at the strict level the policy that AddPermission and RemovePermission make; QueueArn is that of the name, counters and timestamps are decimal.',
    forgives:
      'Any value that overlapping or unknown calls may have written, and at the documented level old values for 60 s (900 s for the retention period); another layout of a policy.',
    blind:
      'What the counters and timestamps say, both kinds of encryption asked for in turn, and permissions in a policy that was also written as a whole.',
    source: [
      ...['sqs:I28', 'sqs:A1', 'sqs:A2', 'sqs:A3', 'sqs:A7', 'sqs:A30', 'sqs:GA1', 'sqs:GA2', 'sqs:SA1', 'sqs:SA2'],
      ...['sqs:CQ9', 'sqs:PM1', 'sqs:PM2'],
    ],
  },
  (facts, judgement) => {
    for (const op of facts.reads) judge(judgement, readOf(facts, op));
  },
);

interface Read {
  facts: Facts;
  op: OpOf<'GetQueueAttributes'>;
  queue: QueueFacts;
  asked: readonly string[];
  attributes: QueueAttributes;
}

function readOf(facts: Facts, op: OpOf<'GetQueueAttributes'>): Read {
  const { Attributes = {} } = (op.reply as { output: { Attributes?: QueueAttributes } }).output;
  return {
    facts,
    op,
    queue: facts.queue(op.input.QueueUrl),
    asked: op.input.AttributeNames ?? [],
    attributes: Attributes,
  };
}

/** Shown if set. */
const mayBeSet: readonly string[] = [...policyNames, ...keyNames];

function judge(judgement: Judgement, read: Read): void {
  const all = read.asked.includes('All');
  const { isFifo } = read.queue;
  let rows = 0;
  for (const name in read.attributes) {
    const kind = kinds.get(name);
    if (isRow(kind, isFifo)) rows++;
    if (isUnspoken(read, name, kind)) continue;
    judgement.judged++;
    if (!all && !read.asked.includes(name)) {
      const rule = read.asked.length === 0 ? 'sqs:GA1' : 'sqs:GA2';
      blame(judgement, read, `showed ${name}`, `was not asked for it (${rule})`);
    } else judgeShown(judgement, read, name, kind, read.attributes[name]!);
  }
  if (!all) leftOut(judgement, read, read.asked);
  else {
    if (rows < rowsOf(isFifo).length) leftOut(judgement, read, rowsOf(isFifo));
    leftOut(judgement, read, mayBeSet);
  }
}

const isRow = (kind: Kind | undefined, isFifo: boolean): boolean =>
  kind !== undefined && kind !== 'text' && kind !== 'key' && (kind !== 'fifo' || isFifo);

function leftOut(judgement: Judgement, read: Read, names: readonly string[]): void {
  for (const name of names)
    if (name !== 'All' && read.attributes[name] === undefined) judgeLeftOut(judgement, read, name);
}

const decimal = /^\d+$/;

function judgeShown(judgement: Judgement, read: Read, name: string, kind: Kind | undefined, text: string): void {
  const { queue } = read;
  if (kind === 'arn') {
    if (text !== arnOf(queue.name)) blame(judgement, read, `showed QueueArn ${text}`, `its queue is ${queue.name}`);
  } else if (kind === 'read-only') {
    if (!decimal.test(text)) blame(judgement, read, `showed ${name} ${text}`, 'that is not a whole number (sqs:A2)');
  } else if (kind === undefined) blame(judgement, read, `showed ${name}`, 'no queue has such an attribute (sqs:A1)');
  else if (kind === 'fifo' && !queue.isFifo)
    blame(judgement, read, `showed ${name}`, 'the queue is a standard queue (sqs:A1)');
  else if (name === 'Policy' && isOfPermissions(read)) judgePolicy(judgement, read, text);
  else judgeValue(judgement, read, name, kind, text);
}

function judgeValue(judgement: Judgement, read: Read, name: string, kind: Kind, text: string): void {
  const legal = legalValues(read, name);
  for (const value of legal) if (isShownAs(name, kind, value, text)) return;
  blame(judgement, read, `showed ${name} ${text}`, expected(read, name, legal), lastWrite(read, name));
}

/** The default before August 2025, which older queues and emulators still show (sqs:A5). */
const formerMaximum = '262144';

/** Another layout of a policy says the same (sqs:A7). */
function isShownAs(name: string, kind: Kind, value: string | undefined, text: string): boolean {
  if (text === formerMaximum && name === 'MaximumMessageSize' && value === attributeDefaults[name]) return true;
  if (kind === 'number' && !decimal.test(text)) return false;
  if (flags.includes(name) && text !== text.toLowerCase()) return false;
  return sameValue(name, value, text) !== false;
}

function judgeLeftOut(judgement: Judgement, read: Read, name: string): void {
  const kind = kinds.get(name);
  if (kind === 'read-only' || kind === 'arn') {
    judgement.judged++;
    blame(judgement, read, `left out ${name}`, 'every queue has it (sqs:A1)');
    return;
  }
  if (kind === undefined || (kind === 'fifo' && !read.queue.isFifo) || isUnspoken(read, name, kind)) return;
  judgement.judged++;
  if (name === 'Policy' && isOfPermissions(read)) {
    judgePolicy(judgement, read, undefined);
    return;
  }
  const legal = legalValues(read, name);
  if (!legal.includes(undefined))
    blame(judgement, read, `left out ${name}`, expected(read, name, legal), lastWrite(read, name));
}

/** Is the policy the work of AddPermission and RemovePermission alone (sqs:PM1)? */
const isOfPermissions = ({ queue }: Read): boolean => isPermitted(queue);

function judgePolicy(judgement: Judgement, { facts, op, queue }: Read, text: string | undefined): void {
  const fault = faultOfPolicy(facts, queue, text, op.invoked, op.returned);
  if (fault === undefined) return;
  const what = text === undefined ? 'left out Policy' : 'showed a Policy';
  judgement.violated(`${nameOf(op)} ${what}${fault.says}`, [op.id, ...fault.because.map((write) => write.op.id)]);
}

/** What becomes of a key when the other encryption is asked for is not written; nor, on AWS, an access policy or a new row. */
function isUnspoken({ facts, queue }: Read, name: string, kind: Kind | undefined): boolean {
  if (kind === 'key' || kind === 'encryption') return isDisputed(queue);
  if (name === 'Policy') return !facts.strict || (isWrittenWhole(queue) && isPermitted(queue));
  return !facts.strict && kind === undefined;
}

function legalValues({ facts, queue, op }: Read, name: string): readonly (string | undefined)[] {
  if (name === keyPeriod.name) return keyPeriodOf(facts, queue, op.invoked, op.returned);
  if (name === 'SqsManagedSseEnabled' && mayHaveKey(queue)) return managedOf(facts, queue, op.invoked, op.returned);
  return valuesOf(facts, queue, name, op.invoked, op.returned);
}

const expected = ({ op }: Read, name: string, legal: readonly (string | undefined)[]): string =>
  `at ${seconds(op.invoked)} ${name} of ${op.input.QueueUrl} ${legal.length > 1 ? 'could be' : 'was'} ${[...new Set(legal)].map((value) => value ?? 'not set').join(' or ')}`;

/** The last call before the read that wrote the attribute; a key writes the two that go with it (sqs:A3). */
function lastWrite({ queue, op }: Read, name: string): Timed[] {
  const isOfKey = name === keyPeriod.name || name === 'SqsManagedSseEnabled';
  const writes = queue.writes.filter(
    ({ s, attributes, created }) =>
      s <= op.returned &&
      (created || attributes[name] !== undefined || (isOfKey && Boolean(attributes.KmsMasterKeyId))),
  );
  return writes.slice(-1);
}

function blame(judgement: Judgement, { op }: Read, what: string, why: string, because: Timed[] = []): void {
  const written = because.map((write) => ` (${nameOf(write.op)})`).join('');
  const ops: OpId[] = [op.id, ...because.map((write) => write.op.id)];
  judgement.violated(`${nameOf(op)} ${what}, but ${why}${written}`, ops);
}
