import type { Calls, SendEntry } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import { retryChecks } from './attempts.js';
import { type Ask, type Check, isGiven, outside, type Part } from './check.js';
import { attributes, bodyChecks, isPlainBody, isSmall, sizeOf, systemAttributes } from './content.js';
import { expiredHandle, expiredHandleOfEntry } from './expired.js';
import { attemptChecks, entryIds, envelopeNeeds, haveTheirIds, ids } from './fifo.js';
import { changeChecks, handle, isPlainChange } from './handles.js';
import { rows } from './rows.js';

type Input<K extends keyof Calls> = Calls[K]['input'];

const sendChecks: readonly Check<Input<'SendMessage'>>[] = [
  {
    rule: 'sqs:SM2',
    fault: 'the body is empty',
    row: rows.missing,
    wrong: ({ MessageBody }) => !MessageBody,
  },
  ...bodyChecks,
];

export const sendMessage: readonly Part<Input<'SendMessage'>>[] = [
  { isPlain: isPlainBody, checks: sendChecks },
  ids,
  attributes,
  systemAttributes,
];

const receivedAttributes: ReadonlySet<string> = new Set([
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

const isNoSystemAttribute = (name: string): boolean => !receivedAttributes.has(name);

/** Most receives ask for all. */
function areSystemAttributes(names: readonly string[] | undefined): boolean {
  if (names === undefined || (names.length === 1 && names[0] === 'All')) return true;
  return !names.some(isNoSystemAttribute);
}

const receiveChecks: readonly Check<Input<'ReceiveMessage'>>[] = [
  {
    rule: 'sqs:E14',
    fault: `MaxNumberOfMessages is not 1 to ${limits.receiveMax}`,
    row: rows.invalidParameter,
    wrong: ({ MaxNumberOfMessages }) => outside(MaxNumberOfMessages, 1, limits.receiveMax),
  },
  {
    rule: 'sqs:E15',
    fault: `WaitTimeSeconds is not 0 to ${limits.waitMax}`,
    row: rows.invalidParameter,
    wrong: ({ WaitTimeSeconds }) => outside(WaitTimeSeconds, 0, limits.waitMax),
  },
  {
    rule: 'sqs:RM3',
    fault: `VisibilityTimeout is not 0 to ${limits.visibilityMax}`,
    // which code, nobody has recorded (sqs:U29)
    row: undefined,
    wrong: ({ VisibilityTimeout }) => outside(VisibilityTimeout, 0, limits.visibilityMax),
  },
  {
    rule: 'sqs:RM5',
    fault: 'a system attribute that is asked for does not exist',
    row: undefined,
    wrong: ({ MessageSystemAttributeNames: names, AttributeNames: alias }) =>
      [...(names ?? []), ...(alias ?? [])].some(isNoSystemAttribute) && 'odd',
  },
  {
    rule: 'sqs:Q6',
    fault: 'too many messages are in flight',
    row: rows.overLimit,
    wrong: (_, { facts, place, refusal }) => refusal !== undefined && !facts.strict && !place.isFifo && 'free',
  },
  ...attemptChecks,
  ...retryChecks,
];

/** An accepted receive whose numbers are in range and which asks for known system attributes. */
const isPlainReceive = (input: Input<'ReceiveMessage'>, { refusal }: Ask): boolean =>
  refusal === undefined &&
  input.ReceiveRequestAttemptId === undefined &&
  outside(input.MaxNumberOfMessages, 1, limits.receiveMax) === false &&
  outside(input.WaitTimeSeconds, 0, limits.waitMax) === false &&
  outside(input.VisibilityTimeout, 0, limits.visibilityMax) === false &&
  areSystemAttributes(input.MessageSystemAttributeNames) &&
  areSystemAttributes(input.AttributeNames);

export const receiveMessage: readonly Part<Input<'ReceiveMessage'>>[] = [
  { isPlain: isPlainReceive, checks: receiveChecks },
];

const changeCallChecks: readonly Check<Input<'ChangeMessageVisibility'>>[] = [
  {
    rule: 'sqs:CV1',
    fault: 'VisibilityTimeout is missing',
    row: rows.missing,
    wrong: ({ VisibilityTimeout }) => !isGiven(VisibilityTimeout),
  },
  ...changeChecks,
];

export const deleteMessage: readonly Part<Input<'DeleteMessage'>>[] = [handle, expiredHandle];

export const deleteEntry: readonly Part<Input<'DeleteMessage'>>[] = [handle, expiredHandleOfEntry];

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
    fault: 'Entries are missing',
    row: rows.missing,
    wrong: ({ Entries }) => !isGiven(Entries),
  },
  {
    rule: 'sqs:E30',
    fault: 'the batch has no entry',
    row: rows.emptyBatch,
    wrong: ({ Entries }) => Entries?.length === 0,
  },
  {
    rule: 'sqs:E31',
    fault: `the batch has more than ${limits.batchEntriesMax} entries`,
    row: rows.tooManyEntries,
    wrong: ({ Entries }) => Entries?.length > limits.batchEntriesMax,
  },
  {
    rule: 'sqs:E32',
    fault: 'an Id is not 1 to 80 letters, digits, hyphens and underscores',
    row: rows.entryId,
    wrong: ({ Entries = [] }) => Entries.some(hasBadId),
  },
  {
    rule: 'sqs:E33',
    fault: 'an Id is repeated',
    row: rows.idsNotDistinct,
    wrong: ({ Entries = [] }) => Entries.some((entry, index) => isAmong(entry, Entries, index)),
  },
];

export const envelope: readonly Part<Batch>[] = [{ isPlain: isPlainEnvelope, checks: envelopeChecks }];

const sendEnvelopeChecks: readonly Check<Input<'SendMessageBatch'>>[] = [
  ...envelopeChecks,
  {
    rule: 'sqs:E34',
    fault: `the batch has more than ${limits.payloadMax} bytes`,
    row: rows.batchTooLong,
    wrong: ({ Entries = [] }) => !Entries.every(isSmall) && totalOf(Entries) > limits.payloadMax,
  },
  {
    rule: 'sqs:SM2',
    fault: 'a body is empty',
    row: rows.missing,
    wrong: ({ Entries = [] }, { refusal }) =>
      refusal !== undefined && Entries.some(({ MessageBody }) => !MessageBody) && 'free',
  },
  ...envelopeNeeds,
];

export const sendEnvelope: readonly Part<Input<'SendMessageBatch'>>[] = [
  {
    isPlain: (input, ask) => isPlainEnvelope(input, ask) && input.Entries.every(isSmall) && haveTheirIds(input, ask),
    checks: sendEnvelopeChecks,
  },
];

type Entry<K extends 'SendMessageBatch' | 'ChangeMessageVisibilityBatch'> = Input<K>['Entries'][number];

/** What fails one entry; the codes in `Failed` are the legacy ones (sqs:SB5). */
const sendEntryChecks: readonly Check<Entry<'SendMessageBatch'>>[] = [
  {
    rule: 'sqs:SM2',
    fault: 'the body is empty',
    row: undefined,
    wrong: ({ MessageBody }) => !MessageBody,
  },
  ...bodyChecks,
];

export const sendEntry: readonly Part<Entry<'SendMessageBatch'>>[] = [
  { isPlain: isPlainBody, checks: sendEntryChecks },
  entryIds,
  attributes,
  systemAttributes,
];

const changeEntryChecks: readonly Check<Entry<'ChangeMessageVisibilityBatch'>>[] = [
  {
    rule: 'sqs:CB1',
    fault: 'VisibilityTimeout is missing',
    row: undefined,
    wrong: ({ VisibilityTimeout }) => VisibilityTimeout === undefined && 'odd',
  },
  ...changeChecks,
];

export const changeEntry: readonly Part<Entry<'ChangeMessageVisibilityBatch'>>[] = [
  handle,
  { isPlain: isPlainChange, checks: changeEntryChecks },
];
