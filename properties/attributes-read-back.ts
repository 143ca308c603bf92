import { arnOf, type QueueAttributes } from '../src/core/calls.js';
import type { OpId } from '../src/core/history.js';
import { attributeDefaults } from '../src/core/limits.js';
import { alwaysShown, type Kind, kinds, policyNames } from './attribute-table.js';
import { mayHaveKey, sameValue } from './errors/queue-attributes.js';
import type { Facts, OpOf, QueueFacts, Timed } from './facts.js';
import { nameOf, seconds } from './facts.js';
import { type Judgement, property } from './judge.js';

export const attributesReadBack = property(
  {
    name: 'attributes-read-back',
    claim: 'GetQueueAttributes answers what was asked for, with the values last written.',
    judges:
      'Every answered read: only names that were asked for, all of those that have a value, and each value one that the queue may have had; QueueArn is that of the name, counters and timestamps are decimal.',
    forgives:
      'Any value that overlapping or unknown calls may have written, and at the documented level old values for 60 s (900 s for the retention period); another layout of a policy.',
    blind: 'What the counters and timestamps say, attributes around KMS keys, and FIFO queues.',
    source: ['sqs:I28', 'sqs:A1', 'sqs:A2', 'sqs:A7', 'sqs:A30', 'sqs:GA1', 'sqs:GA2', 'sqs:SA1', 'sqs:SA2', 'sqs:CQ9'],
  },
  (facts, judgement) => {
    for (const op of facts.reads) {
      const queue = facts.queue(op.input.QueueUrl);
      if (!queue.isFifo) judge(judgement, readOf(facts, op, queue));
    }
  },
);

interface Read {
  facts: Facts;
  op: OpOf<'GetQueueAttributes'>;
  queue: QueueFacts;
  asked: readonly string[];
  attributes: QueueAttributes;
}

function readOf(facts: Facts, op: OpOf<'GetQueueAttributes'>, queue: QueueFacts): Read {
  const { Attributes = {} } = (op.reply as { output: { Attributes?: QueueAttributes } }).output;
  return { facts, op, queue, asked: op.input.AttributeNames ?? [], attributes: Attributes };
}

/** Those that `All` asks for and every queue has or may have. */
const mayBeShown: readonly string[] = [...alwaysShown, ...policyNames];

/** The kinds of `alwaysShown`. */
const shownAlways: ReadonlySet<Kind> = new Set<Kind>(['number', 'encryption', 'read-only', 'arn']);

function judge(judgement: Judgement, read: Read): void {
  const all = read.asked.includes('All');
  let always = 0;
  for (const [name, text] of Object.entries(read.attributes)) {
    const kind = kinds.get(name);
    if (kind !== undefined && shownAlways.has(kind)) always++;
    if (isUnspoken(read, name, kind)) continue;
    judgement.judged++;
    if (!all && !read.asked.includes(name)) blame(judgement, read, `showed ${name}`, 'was not asked for it (sqs:GA2)');
    else judgeShown(judgement, read, name, kind, text);
  }
  const shouldShow = always === alwaysShown.length ? policyNames : mayBeShown;
  for (const name of all ? shouldShow : read.asked)
    if (name !== 'All' && read.attributes[name] === undefined) judgeLeftOut(judgement, read, name);
}

const decimal = /^\d+$/;

function judgeShown(judgement: Judgement, read: Read, name: string, kind: Kind | undefined, text: string): void {
  const { queue } = read;
  if (kind === 'arn') {
    if (text !== arnOf(queue.name)) blame(judgement, read, `showed QueueArn ${text}`, `its queue is ${queue.name}`);
  } else if (kind === 'read-only') {
    if (!decimal.test(text)) blame(judgement, read, `showed ${name} ${text}`, 'that is not a decimal number (sqs:A2)');
  } else if (kind === 'fifo') blame(judgement, read, `showed ${name}`, 'the queue is a standard queue (sqs:A1)');
  else if (kind === undefined) blame(judgement, read, `showed ${name}`, 'no queue has such an attribute (sqs:A1)');
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
  if (kind === 'encryption' && text !== text.toLowerCase()) return false;
  return sameValue(name, value, text) !== false;
}

function judgeLeftOut(judgement: Judgement, read: Read, name: string): void {
  const kind = kinds.get(name);
  if (kind === 'read-only' || kind === 'arn') {
    judgement.judged++;
    blame(judgement, read, `left out ${name}`, 'every queue has it (sqs:A1)');
    return;
  }
  if (kind === undefined || kind === 'fifo' || isUnspoken(read, name, kind)) return;
  judgement.judged++;
  const legal = legalValues(read, name);
  if (!legal.includes(undefined))
    blame(judgement, read, `left out ${name}`, expected(read, name, legal), lastWrite(read, name));
}

/** What follows from a KMS key (sqs:A3) is not judged; nor, on AWS, what becomes of an access policy or a new row. */
function isUnspoken({ facts, queue }: Read, name: string, kind: Kind | undefined): boolean {
  if (kind === 'key') return true;
  if (kind === 'encryption') return mayHaveKey(facts, queue.name);
  return !facts.strict && (kind === undefined || name === 'Policy');
}

const legalValues = ({ facts, queue, op }: Read, name: string): readonly (string | undefined)[] =>
  facts.values(queue, name, op.invoked, op.returned);

const expected = ({ op }: Read, name: string, legal: readonly (string | undefined)[]): string =>
  `at ${seconds(op.invoked)} ${name} of ${op.input.QueueUrl} ${legal.length > 1 ? 'could be' : 'was'} ${[...new Set(legal)].map((value) => value ?? 'not set').join(' or ')}`;

/** The last call before the read that wrote the attribute. */
function lastWrite({ queue, op }: Read, name: string): Timed[] {
  const writes = queue.writes.filter(
    ({ s, attributes, created }) => s <= op.returned && (created || attributes[name] !== undefined),
  );
  return writes.slice(-1);
}

function blame(judgement: Judgement, { op }: Read, what: string, why: string, because: Timed[] = []): void {
  const written = because.map((write) => ` (${nameOf(write.op)})`).join('');
  const ops: OpId[] = [op.id, ...because.map((write) => write.op.id)];
  judgement.violated(`${nameOf(op)} ${what}, but ${why}${written}`, ops);
}
