import type { Calls, SendEntry } from '../../src/core/calls.js';
import { limits } from '../../src/core/limits.js';
import { valuesOf } from '../reading/attributes.js';
import { isLegalId } from '../reading/calls.js';
import { type Ask, type Check, doubt, isGiven, type Part, type Wrong, worst } from './check.js';
import { rows } from './rows.js';

type Message = Omit<SendEntry, 'Id'>;

const groupMissing = ({ MessageGroupId }: Message, { place }: Ask): boolean => place.isFifo && !isGiven(MessageGroupId);

/** Neither a deduplication id nor a queue that makes one from the content. */
function dedupMissing({ MessageDeduplicationId }: Message, ask: Ask): Wrong {
  const { facts, place, s, e } = ask;
  if (!place.isFifo || isGiven(MessageDeduplicationId)) return false;
  const values = valuesOf(facts, place, 'ContentBasedDeduplication', s, e);
  const some = values.some((value) => value?.toLowerCase() === 'true');
  const every = some && values.every((value) => value?.toLowerCase() === 'true');
  return !every && (some ? doubt(ask) : true);
}

/** What can be wrong with the ids and the delay of a message, alone or as an entry. */
const idChecks: readonly Check<Message>[] = [
  {
    rule: 'sqs:SM8',
    fault: `MessageGroupId is not 1 to ${limits.idMax} letters, digits and punctuation characters`,
    row: rows.invalidParameter,
    wrong: ({ MessageGroupId: id }, { place }) => isGiven(id) && !isLegalId(id) && !(place.isFifo && id === ''),
  },
  {
    rule: 'sqs:SM8',
    fault: 'MessageGroupId is empty',
    // missing (sqs:F1) or illegal, which only a standard queue has been asked
    row: undefined,
    wrong: ({ MessageGroupId: id }, { place }) => place.isFifo && id === '',
  },
  {
    rule: 'sqs:SM8',
    fault: `MessageDeduplicationId is not 1 to ${limits.idMax} letters, digits and punctuation characters`,
    row: rows.invalidParameter,
    wrong: ({ MessageDeduplicationId: id }) => isGiven(id) && !isLegalId(id),
  },
  {
    rule: 'sqs:SM7',
    fault: 'a standard queue takes no MessageDeduplicationId',
    row: rows.invalidParameter,
    wrong: ({ MessageDeduplicationId: id }, { place }) => isGiven(id) && !place.isFifo,
  },
  {
    rule: 'sqs:DY2',
    fault: 'a FIFO queue takes no DelaySeconds but 0',
    row: rows.invalidParameter,
    wrong: ({ DelaySeconds = 0 }, { place }) => place.isFifo && DelaySeconds >= 1 && DelaySeconds <= limits.delayMax,
  },
];

/** Nothing given on a standard queue, or all that a FIFO queue needs. */
function isPlain({ MessageGroupId, MessageDeduplicationId, DelaySeconds }: Message, { place }: Ask): boolean {
  if (!place.isFifo) return MessageGroupId === undefined && MessageDeduplicationId === undefined;
  const isFull = isGiven(MessageGroupId) && isGiven(MessageDeduplicationId) && !DelaySeconds;
  return isFull && isLegalId(MessageGroupId) && isLegalId(MessageDeduplicationId);
}

/** What a FIFO queue asks of one message; in a batch it fails the whole call (sqs:SB6). */
const needChecks: readonly Check<Message>[] = [
  {
    rule: 'sqs:F1',
    fault: 'a FIFO queue needs a MessageGroupId',
    row: rows.missing,
    wrong: groupMissing,
  },
  {
    rule: 'sqs:F2',
    fault: 'a FIFO queue without ContentBasedDeduplication needs a MessageDeduplicationId',
    row: rows.invalidParameter,
    wrong: dedupMissing,
  },
];

/** The ids of a message that is sent alone. */
export const ids: Part<Message> = { isPlain, checks: [...needChecks, ...idChecks] };

/** In an entry the code of a missing id is open, for AWS may have changed from failing the call to failing the entry (sqs:U7). */
export const entryIds: Part<Message> = {
  isPlain,
  checks: [...needChecks.map((check) => ({ ...check, row: undefined })), ...idChecks],
};

interface Batch {
  Entries?: readonly Message[];
}

/** Recorded: one entry without its ids fails the whole call. An answer by entry is a finding only where we are strict (sqs:U7). */
const whole = (wrong: Wrong, { facts }: Ask): Wrong => (wrong === true && !facts.strict ? 'free' : wrong);

export const envelopeNeeds: readonly Check<Batch>[] = [
  {
    rule: 'sqs:U7',
    fault: 'an entry lacks its MessageGroupId',
    row: rows.invalidParameter,
    wrong: ({ Entries }, ask) => whole(Entries?.some((entry) => groupMissing(entry, ask)) ?? false, ask),
  },
  {
    rule: 'sqs:U7',
    fault: 'an entry lacks its MessageDeduplicationId, and the queue has no ContentBasedDeduplication',
    row: rows.invalidParameter,
    wrong: ({ Entries }, ask) => whole(worst((Entries ?? []).map((entry) => dedupMissing(entry, ask))), ask),
  },
];

export const haveTheirIds = ({ Entries }: Batch, { place }: Ask): boolean =>
  !place.isFifo || Entries!.every((entry) => isGiven(entry.MessageGroupId) && isGiven(entry.MessageDeduplicationId));

type Receive = Calls['ReceiveMessage']['input'];

export const attemptChecks: readonly Check<Receive>[] = [
  {
    rule: 'sqs:U34',
    fault: 'a standard queue takes no ReceiveRequestAttemptId',
    row: rows.invalidParameter,
    wrong: ({ ReceiveRequestAttemptId: id }, { place, facts }) =>
      isGiven(id) && !place.isFifo && (facts.strict || 'free'),
  },
  {
    rule: 'sqs:Q15',
    fault: `ReceiveRequestAttemptId is not 1 to ${limits.idMax} letters, digits and punctuation characters`,
    row: rows.invalidParameter,
    wrong: ({ ReceiveRequestAttemptId: id }) => isGiven(id) && !isLegalId(id) && (id !== '' || 'free'),
  },
];
