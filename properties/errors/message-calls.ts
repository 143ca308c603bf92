import type { Calls, SendEntry } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import { type Ask, type Check, outside, type Part } from './check.js';
import { attributes, bodyChecks, isPlainBody, isSmall, sizeOf } from './content.js';
import { changeChecks, handle, isPlainChange } from './handles.js';
import { rows } from './rows.js';

type Input<K extends keyof Calls> = Calls[K]['input'];

const sendChecks: readonly Check<Input<'SendMessage'>>[] = [
  {
    rule: 'sqs:SM2',
    demands: 'the body is not empty',
    row: rows.missing,
    wrong: ({ MessageBody }) => !MessageBody,
  },
  ...bodyChecks,
];

export const sendMessage: readonly Part<Input<'SendMessage'>>[] = [
  { isPlain: isPlainBody, checks: sendChecks },
  attributes,
];

const systemAttributes: ReadonlySet<string> = new Set([
  'All',
  'ApproximateFirstReceiveTimestamp',
  'ApproximateReceiveCount',
  'SentTimestamp',
  'SenderId',
  'AWSTraceHeader',
  'MessageGroupId',
  'MessageDeduplicationId',
  'SequenceNumber',
  'DeadLetterQueueSourceArn',
]);

const isNoSystemAttribute = (name: string): boolean => !systemAttributes.has(name);

/** Most receives ask for all. */
function areSystemAttributes(names: readonly string[] | undefined): boolean {
  if (names === undefined || (names.length === 1 && names[0] === 'All')) return true;
  return !names.some(isNoSystemAttribute);
}

const receiveChecks: readonly Check<Input<'ReceiveMessage'>>[] = [
  {
    rule: 'sqs:E14',
    demands: `MaxNumberOfMessages is 1 to ${limits.receiveMax}`,
    row: rows.invalidParameter,
    wrong: ({ MaxNumberOfMessages }) => outside(MaxNumberOfMessages, 1, limits.receiveMax),
  },
  {
    rule: 'sqs:E15',
    demands: `WaitTimeSeconds is 0 to ${limits.waitMax}`,
    row: rows.invalidParameter,
    wrong: ({ WaitTimeSeconds }) => outside(WaitTimeSeconds, 0, limits.waitMax),
  },
  {
    rule: 'sqs:RM3',
    demands: `VisibilityTimeout is 0 to ${limits.visibilityMax}`,
    row: rows.invalidParameter,
    wrong: ({ VisibilityTimeout }) => outside(VisibilityTimeout, 0, limits.visibilityMax),
  },
  {
    rule: 'sqs:RM5',
    demands: 'only system attributes that exist are asked for',
    row: undefined,
    wrong: ({ MessageSystemAttributeNames: names = [] }) => names.some(isNoSystemAttribute) && 'odd',
  },
  {
    rule: 'sqs:Q6',
    demands: 'not too many messages are in flight',
    row: rows.overLimit,
    wrong: (_, { facts, refusal }) => refusal !== undefined && !facts.strict && 'free',
  },
];

/** An accepted receive whose numbers are in range and which asks for known system attributes. */
const isPlainReceive = (input: Input<'ReceiveMessage'>, { refusal }: Ask): boolean =>
  refusal === undefined &&
  outside(input.MaxNumberOfMessages, 1, limits.receiveMax) === false &&
  outside(input.WaitTimeSeconds, 0, limits.waitMax) === false &&
  outside(input.VisibilityTimeout, 0, limits.visibilityMax) === false &&
  areSystemAttributes(input.MessageSystemAttributeNames);

export const receiveMessage: readonly Part<Input<'ReceiveMessage'>>[] = [
  { isPlain: isPlainReceive, checks: receiveChecks },
];

const changeCallChecks: readonly Check<Input<'ChangeMessageVisibility'>>[] = [
  {
    rule: 'sqs:CV1',
    demands: 'VisibilityTimeout is given',
    row: rows.missing,
    wrong: ({ VisibilityTimeout }) => VisibilityTimeout === undefined || VisibilityTimeout === null,
  },
  ...changeChecks,
];

export const deleteMessage: readonly Part<Input<'DeleteMessage'>>[] = [handle];

export const changeMessageVisibility: readonly Part<Input<'ChangeMessageVisibility'>>[] = [
  handle,
  { isPlain: isPlainChange, checks: changeCallChecks },
];

interface Batch {
  Entries: readonly { Id: string }[];
}

const legalId = /^[\w-]{1,80}$/;
const hasBadId = ({ Id }: { Id: string }): boolean => !legalId.test(Id);

/** Does one of the first `count` entries have the same Id? */
function isAmong({ Id }: { Id: string }, entries: Batch['Entries'], count: number): boolean {
  for (let index = 0; index < count; index++) if (entries[index]!.Id === Id) return true;
  return false;
}

const totalOf = (entries: readonly SendEntry[]): number => entries.reduce((size, entry) => size + sizeOf(entry), 0);

/** An accepted batch of some entries, not too many, with legal and distinct Ids. */
function isPlainEnvelope({ Entries }: Batch, { refusal }: Ask): boolean {
  if (refusal !== undefined || !Entries || Entries.length === 0 || Entries.length > limits.batchEntriesMax)
    return false;
  for (let index = 0; index < Entries.length; index++)
    if (hasBadId(Entries[index]!) || isAmong(Entries[index]!, Entries, index)) return false;
  return true;
}

/** What fails a batch as a whole. */
const envelopeChecks: readonly Check<Batch>[] = [
  {
    rule: 'sqs:OP4',
    demands: 'Entries are given',
    row: rows.missing,
    wrong: ({ Entries }) => Entries === undefined || Entries === null,
  },
  {
    rule: 'sqs:E30',
    demands: 'a batch has an entry',
    row: rows.emptyBatch,
    wrong: ({ Entries }) => Entries?.length === 0,
  },
  {
    rule: 'sqs:E31',
    demands: `a batch has at most ${limits.batchEntriesMax} entries`,
    row: rows.tooManyEntries,
    wrong: ({ Entries }) => Entries?.length > limits.batchEntriesMax,
  },
  {
    rule: 'sqs:E32',
    demands: 'an Id is 1 to 80 letters, digits, hyphens and underscores',
    row: rows.entryId,
    wrong: ({ Entries = [] }) => Entries.some(hasBadId),
  },
  {
    rule: 'sqs:E33',
    demands: 'the Ids are distinct',
    row: rows.idsNotDistinct,
    wrong: ({ Entries = [] }) => Entries.some((entry, index) => isAmong(entry, Entries, index)),
  },
];

export const envelope: readonly Part<Batch>[] = [{ isPlain: isPlainEnvelope, checks: envelopeChecks }];

const sendEnvelopeChecks: readonly Check<Input<'SendMessageBatch'>>[] = [
  ...envelopeChecks,
  {
    rule: 'sqs:E34',
    demands: `a batch has at most ${limits.payloadMax} bytes`,
    row: rows.batchTooLong,
    wrong: ({ Entries = [] }) => !Entries.every(isSmall) && totalOf(Entries) > limits.payloadMax,
  },
  {
    rule: 'sqs:SM2',
    demands: 'no body is empty',
    row: rows.missing,
    wrong: ({ Entries = [] }, { refusal }) =>
      refusal !== undefined && Entries.some(({ MessageBody }) => !MessageBody) && 'free',
  },
];

export const sendEnvelope: readonly Part<Input<'SendMessageBatch'>>[] = [
  {
    isPlain: (input, ask) => isPlainEnvelope(input, ask) && input.Entries.every(isSmall),
    checks: sendEnvelopeChecks,
  },
];

type Entry<K extends 'SendMessageBatch' | 'ChangeMessageVisibilityBatch'> = Input<K>['Entries'][number];

/** What fails one entry; the codes in `Failed` are the legacy ones (sqs:SB5). */
const sendEntryChecks: readonly Check<Entry<'SendMessageBatch'>>[] = [
  {
    rule: 'sqs:SM2',
    demands: 'the body is not empty',
    row: undefined,
    wrong: ({ MessageBody }) => !MessageBody,
  },
  ...bodyChecks,
];

export const sendEntry: readonly Part<Entry<'SendMessageBatch'>>[] = [
  { isPlain: isPlainBody, checks: sendEntryChecks },
  attributes,
];

const changeEntryChecks: readonly Check<Entry<'ChangeMessageVisibilityBatch'>>[] = [
  {
    rule: 'sqs:CB1',
    demands: 'VisibilityTimeout is given',
    row: undefined,
    wrong: ({ VisibilityTimeout }) => VisibilityTimeout === undefined && 'odd',
  },
  ...changeChecks,
];

export const changeEntry: readonly Part<Entry<'ChangeMessageVisibilityBatch'>>[] = [
  handle,
  { isPlain: isPlainChange, checks: changeEntryChecks },
];
