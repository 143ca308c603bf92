import { arnOf, type Calls, isFifo, queueOfArn } from '../../src/core/calls.js';
import type { OpId } from '../../src/core/history.js';
import { limits } from '../../src/core/limits.js';
import { existence } from '../reading/existence.js';
import { parsed } from '../reading/redrive.js';
import { isDeadLetterQueue } from '../reading/sources.js';
import { cancellationsOf, isActive, isOver, sightsOf, sightsOfTask } from '../reading/task-life.js';
import type { StartedTask } from '../reading/words.js';
import { type Ask, type Check, doubt, isGiven, outside, type Wrong } from './check.js';
import { rows } from './rows.js';

type Input<K extends keyof Calls> = Calls[K]['input'];
interface OfSource {
  SourceArn: string;
}

/** What is wrong with an ARN as text, and with what it names. */
const isArn = (arn: string): boolean => /^arn:[^:]*:[^:]*:[^:]*:[^:]*:[^:]+$/.test(arn);

/** A queue of another region or account nobody has asked for. */
function nobody(arn: string | undefined, ask: Ask): Wrong {
  if (!arn || !isArn(arn)) return false;
  if (arn !== arnOf(queueOfArn(arn))) return 'odd';
  const there = existence(ask.facts, queueOfArn(arn), ask);
  return there === 'no' || (there === 'maybe' && doubt(ask));
}

const sourceChecks: readonly Check<OfSource>[] = [
  {
    rule: 'sqs:OP4',
    fault: 'SourceArn is missing',
    row: rows.missing,
    wrong: ({ SourceArn }) => !isGiven(SourceArn) || (SourceArn === '' && 'odd'),
  },
  {
    rule: 'sqs:E46',
    fault: 'SourceArn is not an ARN',
    row: rows.invalidParameter,
    wrong: ({ SourceArn }, { facts }) => Boolean(SourceArn) && !isArn(SourceArn) && (facts.strict || 'free'),
  },
];

export const startTask: readonly Check<Input<'StartMessageMoveTask'>>[] = [
  ...sourceChecks,
  {
    rule: 'sqs:E42',
    fault: 'the source does not exist',
    row: rows.noResource,
    wrong: ({ SourceArn }, ask) => nobody(SourceArn, ask),
  },
  {
    rule: 'sqs:E41',
    fault: 'the source is not a dead-letter queue',
    row: rows.invalidParameter,
    wrong: noDeadLetterQueue,
  },
  {
    rule: 'sqs:E42',
    fault: 'the destination does not exist',
    row: rows.noResource,
    wrong: ({ DestinationArn }, ask) => nobody(DestinationArn, ask),
  },
  {
    rule: 'sqs:MT5',
    fault: 'the destination is not of the type of the source',
    row: undefined,
    wrong: otherType,
  },
  {
    rule: 'sqs:MT1',
    fault: `MaxNumberOfMessagesPerSecond is not 1 to ${limits.moveRateMax}`,
    row: undefined,
    wrong: ({ MaxNumberOfMessagesPerSecond: rate }) => outside(rate, 1, limits.moveRateMax),
  },
  {
    rule: 'sqs:E43',
    fault: 'a task of this source is still active',
    row: rows.invalidParameter,
    wrong: alreadyActive,
    because: (input, ask) => others(input, ask).map(({ op }) => op.id),
  },
];

export const listTasks: readonly Check<Input<'ListMessageMoveTasks'>>[] = [
  ...sourceChecks,
  {
    rule: 'sqs:E42',
    fault: 'the source does not exist',
    row: rows.noResource,
    wrong: ({ SourceArn }, ask) => {
      const wrong = nobody(SourceArn, ask);
      return wrong === true ? 'free' : wrong;
    },
  },
  {
    rule: 'sqs:MT7',
    fault: `MaxResults is not 1 to ${limits.moveTasksMax}`,
    row: undefined,
    wrong: ({ MaxResults }) => outside(MaxResults, 1, limits.moveTasksMax),
  },
];

export const cancelTask: readonly Check<Input<'CancelMessageMoveTask'>>[] = [
  {
    rule: 'sqs:OP4',
    fault: 'TaskHandle is missing',
    row: rows.missing,
    wrong: ({ TaskHandle }) => !isGiven(TaskHandle) || (TaskHandle === '' && 'odd'),
  },
  {
    rule: 'sqs:E44',
    fault: 'TaskHandle is not that of a move task',
    row: rows.invalidParameter,
    wrong: ({ TaskHandle }, ask) =>
      Boolean(TaskHandle) &&
      issuer(TaskHandle, ask) === undefined &&
      sourceIn(TaskHandle) === undefined &&
      !isListed(TaskHandle, ask),
  },
  {
    rule: 'sqs:E45',
    fault: 'there is no such task',
    row: rows.noResource,
    wrong: noSuchTask,
  },
  {
    rule: 'sqs:U22',
    fault: 'the task is not running any more',
    row: undefined,
    wrong: notRunning,
    because: started,
  },
];

/** Only of a source that is there: else it is the other fault. */
function noDeadLetterQueue({ SourceArn }: OfSource, ask: Ask): Wrong {
  if (!SourceArn || !isArn(SourceArn)) return false;
  const source = queueOfArn(SourceArn);
  if (existence(ask.facts, source, ask) === 'no') return false;
  const leads = isDeadLetterQueue(ask.facts, source, ask);
  return leads === 'no' || (leads === 'maybe' && doubt(ask));
}

function otherType({ SourceArn, DestinationArn }: Input<'StartMessageMoveTask'>, ask: Ask): Wrong {
  if (!SourceArn || !isGiven(DestinationArn)) return false;
  if (DestinationArn === SourceArn || !isArn(DestinationArn)) return 'odd';
  if (existence(ask.facts, queueOfArn(DestinationArn), ask) === 'no') return false;
  return isFifo(queueOfArn(SourceArn)) !== isFifo(queueOfArn(DestinationArn));
}

const others = ({ SourceArn }: OfSource, { facts, op, e }: Ask): StartedTask[] =>
  facts.tasks.filter((task) => task.op !== op && SourceArn === arnOf(task.source) && task.s <= e);

function alreadyActive(input: OfSource, ask: Ask): Wrong {
  const active = others(input, ask).map((task) => isActive(ask.facts, task, ask));
  return active.includes('yes') || (active.includes('maybe') && ask.refusal !== undefined && 'free');
}

/** The task that the handle was given for, by its start or a list. */
const issuer = (handle: string, { facts }: Ask): StartedTask | undefined =>
  facts.tasks.find((task) => task.handle === handle) ??
  sightsOf(facts).find(({ line }) => line.TaskHandle === handle)?.task;

/** A task that a list shows and that nobody is known to have started. */
const isListed = (handle: string, { facts }: Ask): boolean =>
  sightsOf(facts).some(({ line }) => line.TaskHandle === handle);

/** The source that a handle names in the form of AWS (sqs:MT3), whoever made it. */
function sourceIn(handle: string): string | undefined {
  const { taskId, sourceArn } = parsed(Buffer.from(handle, 'base64').toString('utf8')) ?? {};
  return typeof taskId === 'string' && typeof sourceArn === 'string' ? sourceArn : undefined;
}

/** A task whose source is gone is not found either (sqs:MT8). */
function noSuchTask({ TaskHandle: handle }: Input<'CancelMessageMoveTask'>, ask: Ask): Wrong {
  if (!handle) return false;
  const { facts, e } = ask;
  const task = issuer(handle, ask);
  if (task === undefined) return sourceIn(handle) !== undefined && (!isListed(handle, ask) || 'odd');
  const there = existence(facts, task.source, ask);
  return there === 'no' || ((there === 'maybe' || task.s > e) && doubt(ask));
}

/** What a task that has ended or is being cancelled answers, is not known (sqs:U22). */
function notRunning({ TaskHandle: handle }: Input<'CancelMessageMoveTask'>, ask: Ask): Wrong {
  const task = handle ? issuer(handle, ask) : undefined;
  if (task === undefined) return false;
  const { facts, op, s, e, refusal } = ask;
  const seen = sightsOfTask(facts, task);
  if (seen.some(({ line, e: end }) => end < s && line.Status !== 'RUNNING')) return true;
  const before = cancellationsOf(facts).filter((other) => other.op !== op && other.handle === handle && other.s <= e);
  if (before.some((other) => other.e < s)) return true;
  if (refusal === undefined) return false;
  const ran = task.e < s && seen.some(({ line, s: begin }) => begin > e && !isOver(line.Status));
  return !(ran && before.length === 0) && 'free';
}

function started({ TaskHandle }: Input<'CancelMessageMoveTask'>, ask: Ask): OpId[] {
  const task = issuer(TaskHandle, ask);
  return task === undefined ? [] : [task.op.id];
}
