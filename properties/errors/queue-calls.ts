import { type Calls, isFifo, type QueueAttributes } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { OpId } from '../../src/core/history.js';
import { limits } from '../../src/core/limits.js';
import { fifoOnly, keyPeriod, known, settable } from '../reading/attribute-table.js';
import { valuesOf } from '../reading/attributes.js';
import { mayHaveKey } from '../reading/encryption.js';
import { existence, isDeletion } from '../reading/existence.js';
import type { QueueFacts, Timed } from '../reading/words.js';
import { type Ask, type Check, closely, doubt, isGiven, outside, type Part, type Wrong, worst } from './check.js';
import { allowsAll } from './policies.js';
import { areNumbersInRange, attributeChecks, sameValue } from './queue-attributes.js';
import { rows } from './rows.js';
import { createTags } from './tags.js';

type Input<K extends keyof Calls> = Calls[K]['input'];

/** What can be wrong with the queue of any call that names one. */
export const queueChecks: readonly Check<unknown>[] = [
  {
    rule: 'sqs:OP4',
    fault: 'QueueUrl is missing',
    row: rows.missing,
    wrong: (_, { queue }) => missing(queue),
  },
  {
    rule: 'sqs:OP1',
    fault: 'the queue does not exist',
    row: rows.noQueue,
    wrong: (_, ask) => absent(ask.queue, ask),
    because: (_, { facts, queue }) => endings(facts.queues.get(queue ?? '')).map(({ op }) => op.id),
  },
];

const createChecks: readonly Check<Input<'CreateQueue'>>[] = [
  {
    rule: 'sqs:OP4',
    fault: 'QueueName is missing',
    row: rows.missing,
    wrong: ({ QueueName }) => missing(QueueName),
  },
  {
    rule: 'sqs:CQ1',
    fault: `the name is not 1 to ${limits.queueNameMax} letters, digits, hyphens and underscores`,
    row: rows.invalidParameter,
    wrong: ({ QueueName }) => Boolean(QueueName) && !legalName(QueueName),
  },
  {
    rule: 'sqs:CQ2',
    fault: 'a name with .fifo needs FifoQueue true',
    row: rows.invalidParameter,
    // a queue that is there may be asked for with as few attributes as one likes (sqs:CQ4)
    wrong: ({ QueueName, Attributes }, ask) => {
      if (!QueueName || !isFifo(QueueName) || asksForFifo(Attributes)) return false;
      return existence(ask.facts, QueueName, ask) === 'no' || 'free';
    },
  },
  {
    rule: 'sqs:E4',
    fault: 'the name of a FIFO queue ends in .fifo',
    row: rows.invalidParameter,
    wrong: ({ QueueName, Attributes }) => Boolean(QueueName) && !isFifo(QueueName) && asksForFifo(Attributes),
  },
  {
    rule: 'sqs:CQ8',
    fault: `the name was deleted less than ${limits.recreateGuard} s ago`,
    row: rows.deletedRecently,
    wrong: (_, ask) => createdTooSoon(ask),
    because: (_, { facts, queue }) => lastOf(endings(facts.queues.get(queue ?? ''))),
  },
];

const createdWith: readonly Check<Input<'CreateQueue'>>[] = [
  ...attributeChecks,
  {
    rule: 'sqs:CQ5',
    fault: 'the queue exists with other attributes',
    row: rows.nameExists,
    wrong: ({ Attributes }, ask) => {
      const given = Object.keys(Attributes ?? {}).filter((name) => settable.has(name) || fifoOnly.includes(name));
      return worst(given.map((name) => differs(name, Attributes![name]!, ask)));
    },
    because: (_, { facts, queue, s }) =>
      (facts.queues.get(queue ?? '')?.writes ?? [])
        .filter((write) => write.s < s)
        .slice(-1)
        .map(({ op }) => op.id),
  },
];

export const createQueue: readonly Part<Input<'CreateQueue'>>[] = [
  closely(createChecks),
  { isPlain: ({ Attributes }) => Attributes === undefined, checks: createdWith },
  { isPlain: ({ tags }) => tags === undefined, checks: createTags },
];

export const getQueueUrl: readonly Check<Input<'GetQueueUrl'>>[] = [
  {
    rule: 'sqs:OP4',
    fault: 'QueueName is missing',
    row: rows.missing,
    wrong: ({ QueueName }) => missing(QueueName),
  },
  {
    rule: 'sqs:GU1',
    fault: 'the queue does not exist',
    row: rows.noQueue,
    wrong: ({ QueueName, QueueOwnerAWSAccountId: owner }, ask) =>
      !isGiven(owner) && (!QueueName || legalName(QueueName)) ? absent(QueueName, ask) : 'odd',
    because: (_, { facts, queue }) => lastOf(endings(facts.queues.get(queue ?? ''))),
  },
];

/** What can be wrong with asking for one page of a list. */
const pageChecks = (rule: string): readonly Check<Input<'ListQueues'>>[] => [
  {
    rule,
    fault: `MaxResults is not 1 to ${limits.listMax}`,
    row: undefined,
    wrong: ({ MaxResults }) => outside(MaxResults, 1, limits.listMax),
  },
  {
    rule: 'sqs:LQ3',
    fault: 'no page gave this NextToken',
    row: undefined,
    wrong: ({ NextToken }) => isGiven(NextToken) && 'odd',
  },
];

export const listQueues = pageChecks('sqs:LQ1');
export const listSources = pageChecks('sqs:LD1');

const readChecks: readonly Check<Input<'GetQueueAttributes'>>[] = [
  {
    rule: 'sqs:GA3',
    fault: 'an attribute that is asked for does not exist',
    row: rows.attributeName,
    wrong: ({ AttributeNames }) => worst((AttributeNames ?? []).map(unknownName)),
  },
];

/** Most reads ask for all. */
const isPlainRead = ({ AttributeNames: names }: Input<'GetQueueAttributes'>): boolean =>
  names === undefined || (names.length === 1 && names[0] === 'All');

export const getQueueAttributes: readonly Part<Input<'GetQueueAttributes'>>[] = [
  { isPlain: isPlainRead, checks: readChecks },
];

const writeChecks: readonly Check<Input<'SetQueueAttributes'>>[] = [
  {
    rule: 'sqs:OP4',
    fault: 'Attributes are missing',
    row: rows.missing,
    wrong: ({ Attributes }) => !isGiven(Attributes) || (Object.keys(Attributes).length === 0 && 'odd'),
  },
  ...attributeChecks,
];

export const setQueueAttributes: readonly Part<Input<'SetQueueAttributes'>>[] = [
  { isPlain: ({ Attributes }) => areNumbersInRange(Attributes), checks: writeChecks },
];

export const purgeQueue: readonly Check<Input<'PurgeQueue'>>[] = [
  {
    rule: 'sqs:PQ1',
    fault: `the last purge was less than ${limits.purgeGuard} s ago`,
    row: rows.purgeInProgress,
    wrong: (_, ask) => purgedTooSoon(ask),
    because: (_, { facts, queue, s }) =>
      lastOf((facts.queues.get(queue ?? '')?.wipes ?? []).filter((wipe) => wipe.kind === 'purge' && wipe.s < s)),
  },
];

const missing = (text: string | undefined | null): Wrong => !isGiven(text) || (text === '' && 'odd');

const asksForFifo = (attributes: QueueAttributes | undefined): boolean =>
  attributes?.FifoQueue?.toLowerCase() === 'true';

const legalName = (name: string): boolean =>
  name.length <= limits.queueNameMax && /^[A-Za-z0-9_-]+(\.fifo)?$/.test(name);

const unknownName = (name: string): Wrong => (name === '' ? 'odd' : name !== 'All' && !known.has(name));

function absent(name: string | undefined, ask: Ask): Wrong {
  if (!name) return false;
  const there = existence(ask.facts, name, ask);
  return there === 'no' || (there === 'maybe' && (isLongPoll(ask) ? 'free' : doubt(ask)));
}

/** What it answers when its queue is deleted meanwhile is free (sqs:DQ3). */
const isLongPoll = ({ op, s, e }: Ask): boolean => op.call === 'ReceiveMessage' && e > s;

const endings = (queue: QueueFacts | undefined): Timed[] => queue?.wipes.filter(isDeletion) ?? [];
const lastOf = (calls: Timed[]): OpId[] => calls.slice(-1).map(({ op }) => op.id);

/** Does a given value differ from the one that the queue has, if it exists (sqs:CQ4, sqs:CQ5)? */
function differs(name: string, given: string, ask: Ask): Wrong {
  const { facts, queue, s, e } = ask;
  const there = queue ? existence(facts, queue, ask) : 'no';
  if (there === 'no') return false;
  if (given === '' || name === keyPeriod.name || (name === 'SqsManagedSseEnabled' && mayHaveKey(ask.place)))
    return 'odd';
  if (name === 'RedriveAllowPolicy' && allowsAll(given)) return 'odd';
  const same = valuesOf(facts, facts.queue(queue!), name, s, e).map((value) => sameValue(name, given, value));
  if (same.every((equal) => equal === true)) return false;
  if (same.every((equal) => equal === false)) return there === 'yes' || doubt(ask);
  return same.includes(undefined) ? 'free' : doubt(ask);
}

/**
 * The guards of 60 s are judged as written at the strict level only: an endpoint may switch them off (sqs:A31, sqs:A32),
 * and one that does shows it with findings that name sqs:CQ8 or sqs:PQ1 and nothing else.
 */
function guarded(earlier: Timed[], guard: Millis, ask: Ask): Wrong {
  const { facts, s, e } = ask;
  const late = facts.strict ? facts.late : Math.max(facts.late, 60_000);
  if (!earlier.some((call) => call.s <= e && s < call.e + guard + late)) return false;
  if (!facts.strict) return 'free';
  return earlier.some((call) => call.e < s && e < call.s + guard - facts.early) || 'open';
}

function createdTooSoon(ask: Ask): Wrong {
  const deletions = endings(ask.facts.queues.get(ask.queue ?? ''));
  if (deletions.length === 0) return false;
  const there = existence(ask.facts, ask.queue!, ask);
  if (there === 'yes') return false;
  const wrong = guarded(deletions, limits.recreateGuard * 1000, ask);
  return wrong === true && there === 'maybe' ? 'open' : wrong;
}

/** Whether the guard outlives a queue that was deleted and created again since the purge is not written. */
function purgedTooSoon(ask: Ask): Wrong {
  const wipes = ask.facts.queues.get(ask.queue ?? '')?.wipes ?? [];
  const purges = wipes.filter(({ kind, op }) => kind === 'purge' && op !== ask.op);
  if (purges.length === 0) return false;
  const wrong = guarded(purges, limits.purgeGuard * 1000, ask);
  const renewed = wipes.some((wipe) => isDeletion(wipe) && wipe.s <= ask.e && wipe.e >= purges[0]!.s);
  return wrong === true && renewed ? 'free' : wrong;
}
