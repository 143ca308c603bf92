import type { Calls } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import type { OpId } from '../../src/core/history.js';
import { limits } from '../../src/core/limits.js';
import { keyNames, known, settable } from '../attribute-table.js';
import { existence, isDeletion } from '../existence.js';
import type { QueueFacts, Timed } from '../facts.js';
import { type Ask, type Check, outside, type Part, type Wrong, worst } from './check.js';
import { areNumbersInRange, attributeChecks, mayHaveKey, sameValue } from './queue-attributes.js';
import { rows } from './rows.js';

type Input<K extends keyof Calls> = Calls[K]['input'];

/** What can be wrong with the queue of any call that names one. */
export const queueChecks: readonly Check<unknown>[] = [
  {
    rule: 'sqs:OP4',
    demands: 'QueueUrl is given',
    row: rows.missing,
    wrong: (_, { queue }) => missing(queue),
  },
  {
    rule: 'sqs:OP1',
    demands: 'the queue exists',
    row: rows.noQueue,
    wrong: (_, ask) => absent(ask.queue, ask),
    because: (_, { facts, queue }) => endings(facts.queues.get(queue ?? '')).map(({ op }) => op.id),
  },
];

export const createQueue: readonly Check<Input<'CreateQueue'>>[] = [
  {
    rule: 'sqs:OP4',
    demands: 'QueueName is given',
    row: rows.missing,
    wrong: ({ QueueName }) => missing(QueueName),
  },
  {
    rule: 'sqs:CQ1',
    demands: `a queue name is 1 to ${limits.queueNameMax} letters, digits, hyphens and underscores`,
    row: rows.invalidParameter,
    wrong: ({ QueueName }) => Boolean(QueueName) && !legalName(QueueName),
  },
  {
    rule: 'sqs:CQ2',
    demands: 'a name with .fifo comes with FifoQueue true',
    row: rows.invalidParameter,
    wrong: ({ QueueName }) => Boolean(QueueName?.endsWith('.fifo')),
  },
  ...attributeChecks,
  {
    rule: 'sqs:CQ5',
    demands: 'the attributes given are those of the queue that exists',
    row: rows.nameExists,
    wrong: ({ Attributes }, ask) => {
      const given = Object.keys(Attributes ?? {}).filter((name) => settable.has(name));
      return worst(given.map((name) => differs(name, Attributes![name]!, ask)));
    },
    because: (_, { facts, queue, s }) =>
      (facts.queues.get(queue ?? '')?.writes ?? [])
        .filter((write) => write.s < s)
        .slice(-1)
        .map(({ op }) => op.id),
  },
  {
    rule: 'sqs:CQ8',
    demands: `the last deletion of the name is ${limits.recreateGuard} s ago`,
    row: rows.deletedRecently,
    wrong: (_, ask) => createdTooSoon(ask),
    because: (_, { facts, queue }) => lastOf(endings(facts.queues.get(queue ?? ''))),
  },
];

export const getQueueUrl: readonly Check<Input<'GetQueueUrl'>>[] = [
  {
    rule: 'sqs:OP4',
    demands: 'QueueName is given',
    row: rows.missing,
    wrong: ({ QueueName }) => missing(QueueName),
  },
  {
    rule: 'sqs:GU1',
    demands: 'the queue exists',
    row: rows.noQueue,
    wrong: ({ QueueName }, ask) => (!QueueName || legalName(QueueName) ? absent(QueueName, ask) : 'odd'),
    because: (_, { facts, queue }) => lastOf(endings(facts.queues.get(queue ?? ''))),
  },
];

export const listQueues: readonly Check<Input<'ListQueues'>>[] = [
  {
    rule: 'sqs:LQ1',
    demands: `MaxResults is 1 to ${limits.listMax}`,
    row: undefined,
    wrong: ({ MaxResults }) => outside(MaxResults, 1, limits.listMax),
  },
  {
    rule: 'sqs:LQ3',
    demands: 'NextToken is one that an earlier page gave',
    row: undefined,
    wrong: ({ NextToken }) => NextToken !== undefined && 'odd',
  },
];

const readChecks: readonly Check<Input<'GetQueueAttributes'>>[] = [
  {
    rule: 'sqs:GA3',
    demands: 'only attributes that exist are asked for',
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
    demands: 'Attributes are given',
    row: rows.missing,
    wrong: ({ Attributes }) => {
      if (Attributes === undefined || Attributes === null) return true;
      return Object.keys(Attributes).length === 0 && 'odd';
    },
  },
  ...attributeChecks,
];

export const setQueueAttributes: readonly Part<Input<'SetQueueAttributes'>>[] = [
  { isPlain: ({ Attributes }) => areNumbersInRange(Attributes), checks: writeChecks },
];

export const purgeQueue: readonly Check<Input<'PurgeQueue'>>[] = [
  {
    rule: 'sqs:PQ1',
    demands: `the last purge is ${limits.purgeGuard} s ago`,
    row: rows.purgeInProgress,
    wrong: (_, ask) => purgedTooSoon(ask),
    because: (_, { facts, queue, s }) =>
      lastOf((facts.queues.get(queue ?? '')?.wipes ?? []).filter((wipe) => wipe.kind === 'purge' && wipe.s < s)),
  },
];

const missing = (text: string | undefined | null): Wrong =>
  text === undefined || text === null || (text === '' && 'odd');

const legalName = (name: string): boolean =>
  name.length <= limits.queueNameMax && /^[A-Za-z0-9_-]+(\.fifo)?$/.test(name);

const unknownName = (name: string): Wrong => (name === '' ? 'odd' : name !== 'All' && !known.has(name));

function absent(name: string | undefined, ask: Ask): Wrong {
  if (!name) return false;
  const there = existence(ask.facts, name, ask);
  return there === 'no' || (there === 'maybe' && doubt(ask));
}

/** What a long poll answers whose queue is deleted meanwhile is free (sqs:DQ3), and so is all in the minute after (sqs:DQ2). */
const doubt = ({ facts, op, s, e }: Ask): Wrong =>
  facts.strict && !(op.call === 'ReceiveMessage' && e > s) ? 'open' : 'free';

const endings = (queue: QueueFacts | undefined): Timed[] => queue?.wipes.filter(isDeletion) ?? [];
const lastOf = (calls: Timed[]): OpId[] => calls.slice(-1).map(({ op }) => op.id);

/** Does a given value differ from the one that the queue has, if it exists (sqs:CQ4, sqs:CQ5)? */
function differs(name: string, given: string, ask: Ask): Wrong {
  const { facts, queue, s, e } = ask;
  const there = queue ? existence(facts, queue, ask) : 'no';
  if (there === 'no') return false;
  if (given === '' || keyNames.includes(name) || (name === 'SqsManagedSseEnabled' && mayHaveKey(facts, queue)))
    return 'odd';
  const same = facts.values(facts.queue(queue!), name, s, e).map((value) => sameValue(name, given, value));
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
