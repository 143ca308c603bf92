import type { History, Op, OpId } from '../core/history.js';
import type { Schedule, Step } from '../core/schedule.js';
import { without } from './simpler/without.js';

/**
 * Bold guesses at what a violation needs: its own steps, these with what gives them their receipts and messages, the same
 * with what was under way beside them on their queues, the steps of their queues, and everything up to the last of them.
 * Each guess is two schedules: closed up, and with the times of the last run.
 */
export function slices({ schedule, ops }: History, violated: readonly OpId[]): [Schedule, Schedule][] {
  const told = violated.map((id) => ops[id]).filter((op) => op !== undefined);
  const own = stepsOf(told);
  const queues = new Set(told.map(queueOf));
  const beside = stepsOf(ops.filter((op) => queues.has(queueOf(op)) && told.some((one) => overlap(one, op))));
  const isUsed = (step: Step): boolean => own.has(step.id) || queues.has(queueOf(step));
  const { steps } = schedule;
  const last = told.some(({ step }) => step === undefined)
    ? steps.length
    : steps.findLastIndex(({ id }) => own.has(id) || beside.has(id)) + 1;
  const before = steps.slice(0, last);
  const guesses = [
    before.filter(({ id }) => own.has(id)),
    withSources(before, own, queues),
    withSources(before, new Set([...own, ...beside]), queues),
    before.filter(isUsed),
    before,
  ];
  const smaller = guesses.filter((kept, k) => kept.length < (guesses[k + 1] ?? steps).length && kept.length > 0);
  return smaller.map((kept) => {
    const left = new Set(steps.filter((step) => !kept.includes(step)).map(({ id }) => id));
    return [without(schedule, left), without(schedule, left, ops)];
  });
}

const stepsOf = (ops: readonly Op[]): Set<number> => new Set(ops.flatMap(({ step }) => step ?? []));

const overlap = (a: Op, b: Op): boolean => a.invoked <= b.returned && b.invoked <= a.returned;

const queueOf = ({ input }: Step | Op): unknown => (input as { QueueUrl?: unknown }).QueueUrl;

/** The steps with the receives that their receipts may come from, the steps they wait for, and the sends to the queues. */
function withSources(steps: readonly Step[], own: ReadonlySet<number>, queues: ReadonlySet<unknown>): Step[] {
  const wanted = new Set(own);
  const holders = new Set<string>();
  return steps
    .toReversed()
    .filter((step) => {
      const isSource =
        wanted.has(step.id) ||
        (step.call === 'ReceiveMessage' && holders.has(`${step.actor} ${queueOf(step)}`)) ||
        (step.call.startsWith('SendMessage') && queues.has(queueOf(step)));
      if (!isSource) return false;
      if (step.at !== undefined && 'after' in step.at) wanted.add(step.at.after);
      if (usesReceipts.test(step.call)) holders.add(`${step.holder ?? step.actor} ${step.from ?? queueOf(step)}`);
      return true;
    })
    .toReversed();
}

const usesReceipts = /^(?:DeleteMessage|ChangeMessageVisibility)/;
