import { arnOf, type MoveTask, type MoveTaskStatus } from '../src/core/calls.js';
import type { Op } from '../src/core/history.js';
import { limits } from '../src/core/limits.js';
import { outputOf } from './reading/calls.js';
import { isDeletion } from './reading/existence.js';
import type { Facts } from './reading/facts.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds } from './reading/names.js';
import {
  type Cancellation,
  cancellationsOf,
  mostIn,
  rateOf,
  type Sight,
  sightsOf,
  sightsOfTask,
} from './reading/task-life.js';
import type { StartedTask } from './reading/words.js';

export const moveTaskList = property(
  {
    name: 'move-task-list',
    claim: 'ListMessageMoveTasks shows the tasks of a queue, the newest first, and how far each one has come.',
    judges:
      'Every line of every answered list: a task that somebody started, with its source, destination and rate, a handle only while it runs, a reason only if it failed, not two of them active; over several lists a count of moved messages that never falls and steps along the graph of statuses, which needs a cancellation for its one half. At the strict level also that the list has every task, and that no more was moved than may have been there.',
    forgives:
      'Tasks that overlapping or unknown calls may have started; every count at the documented level; failure of a task whose destination was deleted, or that has none for some message.',
    blind: 'The number of messages that a task has to move, and tasks that were started at the same time.',
    source: ['sqs:I30', 'sqs:MT2', 'sqs:MT6', 'sqs:MT7', 'sqs:MT8', 'sqs:MT9', 'sqs:MT10', 'sqs:U21'],
  },
  (facts, judgement) => {
    const sights = sightsOf(facts);
    for (const { op, outcome } of facts.calls)
      if (op.call === 'ListMessageMoveTasks' && outcome === 'ok')
        judgeList(
          facts,
          judgement,
          op,
          sights.filter((sight) => sight.op === op),
        );
    if (sights.length === 0) return;
    const cancellations = cancellationsOf(facts);
    for (const sight of sights) judgeLine(facts, judgement, sight, cancellations);
    for (const task of facts.tasks) alongItsLife(facts, judgement, sightsOfTask(facts, task), cancellations);
  },
);

const blame = (judgement: Judgement, op: Op, what: string, others: (Op | undefined)[] = []): void => {
  const ops = [op, ...others].filter((one) => one !== undefined).map(({ id }) => id);
  judgement.violated(`${nameOf(op)} ${what}`, ops);
};

const isLegal = (max: number): boolean => max >= 1 && max <= limits.moveTasksMax;

function judgeList(facts: Facts, judgement: Judgement, op: Sight['op'], lines: Sight[]): void {
  judgement.judged++;
  const { MaxResults: max = 1, SourceArn } = op.input;
  // how many another number of them would be is not written (sqs:MT7)
  if (lines.length > max && isLegal(max))
    blame(judgement, op, `listed ${lines.length} tasks, but at most ${max} were asked for`);
  for (const { line, index } of lines)
    if (index > 0 && line.StartedTimestamp > lines[index - 1]!.line.StartedTimestamp)
      blame(judgement, op, 'listed an older task before a newer one (sqs:MT7)');
  const active = lines.filter(({ line }) => line.Status === 'RUNNING' || line.Status === 'CANCELLING');
  if (active.length > 1) blame(judgement, op, 'listed two active tasks, but a queue has one at most (sqs:MT2)');
  if (facts.strict && isLegal(max)) hasThemAll(facts, judgement, op, lines, max, SourceArn);
}

/** The newest ones that fit, of those that certainly were started on the queue that is there now. */
function hasThemAll(facts: Facts, judgement: Judgement, op: Sight['op'], lines: Sight[], max: number, arn: string) {
  const known = facts.tasks.filter(
    ({ source, outcome, e }) => arnOf(source) === arn && outcome === 'ok' && e < op.invoked,
  );
  const [first] = known;
  if (first === undefined || facts.queue(first.source).wipes.some(isDeletion)) return;
  if (lines.length < Math.min(max, known.length)) {
    const newest = known.at(-1)!;
    const says = `listed ${lines.length} of ${known.length} tasks, ${nameOf(newest.op)} the newest, though ${max} were asked for`;
    blame(judgement, op, says, [newest.op]);
  }
}

function judgeLine(facts: Facts, judgement: Judgement, sight: Sight, cancellations: readonly Cancellation[]): void {
  judgement.judged++;
  const { op, source, line, task, e } = sight;
  const { Status, SourceArn, TaskHandle, FailureReason } = line;
  const wrong = (what: string): void => blame(judgement, op, what, [task?.op]);
  if (!statuses.has(Status)) wrong(`showed the status ${Status}, which no task has (sqs:MT6)`);
  if (SourceArn !== arnOf(source)) wrong(`showed a task of ${SourceArn}, but it was asked about ${source}`);
  if ((TaskHandle === undefined) === (Status === 'RUNNING'))
    wrong(`showed a task that is ${Status} ${TaskHandle === undefined ? 'without' : 'with'} a handle (sqs:MT7)`);
  if (FailureReason !== undefined && Status !== 'FAILED')
    wrong(`showed a FailureReason for a task that is ${Status} (sqs:MT7)`);
  if (task === undefined) isSomebodys(facts, judgement, sight);
  else asStarted(judgement, sight, task);
  if (Status === 'FAILED' && task !== undefined) judgeFailure(facts, sight, task, wrong);
  if (isCancelled(line) && task !== undefined && !mayBeCancelled(task, cancellations, e))
    wrong(`showed that ${nameOf(task.op)} is ${Status}, but nobody cancelled it`);
  if (facts.strict) hasMoved(facts, sight, wrong);
}

function judgeFailure(facts: Facts, { line, e }: Sight, task: StartedTask, wrong: (what: string) => void): void {
  const { FailureReason: reason } = line;
  if (!mayFail(facts, task, e)) wrong(`showed that ${nameOf(task.op)} failed, but its destination is there`);
  else if (reason !== noDestination && isStranded(facts, task))
    wrong(`showed ${reason ?? 'nothing'} as the FailureReason, but it is ${noDestination} (sqs:MT9)`);
}

/** No more than may have been there, and no more than the rate allows (sqs:MT10). */
function hasMoved(facts: Facts, { source, line, task, e }: Sight, wrong: (what: string) => void): void {
  const { ApproximateNumberOfMessagesMoved: moved } = line;
  const most = mostIn(facts, facts.queue(source), e);
  if (moved > most) wrong(`showed ${moved} messages moved, but at most ${most} can have been in ${source}`);
  if (task === undefined || moved <= 1 + ((e - task.s + facts.early) * rateOf(task)) / 1000) return;
  const pace = `${rateOf(task)} a second and it began at ${seconds(task.s)}`;
  wrong(`showed ${moved} messages moved by ${seconds(e)}, but ${nameOf(task.op)} moves ${pace}`);
}

const isCancelled = ({ Status }: MoveTask): boolean => Status === 'CANCELLING' || Status === 'CANCELLED';

const statuses: ReadonlySet<string> = new Set(['RUNNING', 'COMPLETED', 'CANCELLING', 'CANCELLED', 'FAILED']);

/** A line that fits no known start must fit one at the same time as another. */
function isSomebodys({ tasks, history }: Facts, judgement: Judgement, { op, source, line, e }: Sight): void {
  const { epoch, epochError } = history.endpoint;
  const at = line.StartedTimestamp - epoch;
  const fits = tasks.some(
    (task) => task.source === source && task.s <= e && task.s - epochError <= at && at <= task.e + epochError,
  );
  if (!fits) blame(judgement, op, `showed a task of ${source} started at ${seconds(at)}, but nobody started one then`);
}

function asStarted(judgement: Judgement, { op, line }: Sight, { op: start, destination, rate }: StartedTask): void {
  const { DestinationArn, MaxNumberOfMessagesPerSecond } = line;
  const given = destination === undefined ? undefined : arnOf(destination);
  if (DestinationArn !== given)
    blame(judgement, op, `showed the destination ${DestinationArn}, but ${nameOf(start)} gave ${given}`, [start]);
  if (MaxNumberOfMessagesPerSecond !== (rate ?? undefined))
    blame(judgement, op, `showed the rate ${MaxNumberOfMessagesPerSecond}, but ${nameOf(start)} gave ${rate}`, [start]);
}

/** Can only the end of the destination that it was given have made it fail? */
const isStranded = (facts: Facts, { source, destination }: StartedTask): boolean =>
  destination !== undefined && !facts.queue(source).wipes.some(isDeletion);

const noDestination = 'AWS.SimpleQueueService.NonExistentQueue';

/** A task fails without its destination (sqs:MT9), and perhaps at a message that came from nowhere (sqs:U21). */
function mayFail(facts: Facts, { source, destination }: StartedTask, t: number): boolean {
  if (destination === undefined && facts.queue(source).sends.some(({ s }) => s <= t)) return true;
  const places =
    destination === undefined ? [...facts.queues.values()] : [facts.queue(destination), facts.queue(source)];
  return places.some(({ wipes }) => wipes.some((wipe) => isDeletion(wipe) && wipe.s <= t));
}

/** A handle that is not known may be that of a start without a known outcome. */
const mayBeCancelled = ({ handle }: StartedTask, cancellations: readonly Cancellation[], t: number): boolean =>
  cancellations.some((cancellation) => cancellation.s <= t && (handle === undefined || cancellation.handle === handle));

/** What a status may become (sqs:MT6). */
const next: Record<MoveTaskStatus, readonly MoveTaskStatus[]> = {
  RUNNING: ['RUNNING', 'COMPLETED', 'FAILED', 'CANCELLING', 'CANCELLED'],
  CANCELLING: ['CANCELLING', 'CANCELLED'],
  COMPLETED: ['COMPLETED'],
  CANCELLED: ['CANCELLED'],
  FAILED: ['FAILED'],
};

function alongItsLife(
  facts: Facts,
  judgement: Judgement,
  sights: readonly Sight[],
  cancellations: readonly Cancellation[],
): void {
  for (const sight of sights) {
    for (const earlier of sights) if (earlier.e < sight.s) goesOn(facts, judgement, earlier, sight);
    for (const cancel of cancellations)
      if (cancel.handle === sight.task?.handle) afterCancel(facts, judgement, cancel, sight);
  }
}

function goesOn(facts: Facts, judgement: Judgement, { op: before, line: was }: Sight, { op, line: is }: Sight): void {
  judgement.judged++;
  if (next[was.Status]?.includes(is.Status) === false)
    blame(judgement, op, `showed a task ${is.Status} that ${nameOf(before)} had shown ${was.Status} (sqs:MT6)`, [
      before,
    ]);
  if (!facts.strict) return;
  const [old, now] = [was.ApproximateNumberOfMessagesMoved, is.ApproximateNumberOfMessagesMoved];
  if (now < old) blame(judgement, op, `showed ${now} messages moved, but ${nameOf(before)} had shown ${old}`, [before]);
}

/** A task that was cancelled while it ran goes no other way; and what it had moved by then stays moved (sqs:MT8). */
function afterCancel(facts: Facts, judgement: Judgement, cancel: Cancellation, { op, line, s }: Sight): void {
  const { op: call, e } = cancel;
  if (call.reply.kind !== 'ok' || e >= s) return;
  judgement.judged++;
  if (!isCancelled(line))
    blame(judgement, op, `showed a task ${line.Status} that ${nameOf(call)} had cancelled (sqs:MT6)`, [call]);
  const { ApproximateNumberOfMessagesMoved: old } = outputOf(call);
  const now = line.ApproximateNumberOfMessagesMoved;
  if (facts.strict && now < old)
    blame(judgement, op, `showed ${now} messages moved, but ${nameOf(call)} had answered ${old}`, [call]);
}
