import type { Calls, ReceivedMessage } from '../core/calls.js';
import type { History, Op } from '../core/history.js';

/**
 * The steps that a recorded failure cannot do without: its record is judged with ever fewer of its calls, and no server is
 * asked. `shows` says whether the failure is still there, and no other one that came with what was left out.
 */
export function coreOf(whole: History, shows: (part: History) => boolean): ReadonlySet<number> {
  const calls = withoutDrain(whole);
  const history = shows(calls) ? calls : whole;
  let kept = history.schedule.steps.map(({ id }) => id);
  for (let size = kept.length >> 1; size >= 1; size >>= 1)
    for (let end = kept.length; end > 0; end -= size) {
      const from = Math.max(end - size, 0);
      const fewer = kept.toSpliced(from, end - from);
      if (shows(partOf(history, new Set(fewer)))) kept = fewer;
    }
  return new Set(kept);
}

/** The history as if its queues had not been drained. */
export function withoutDrain({ drainedFrom: _, ...history }: History): History {
  return { ...history, ops: history.ops.filter(({ step }) => step !== undefined), drained: false };
}

/** The history as if only these steps and the drain had been there, and nothing that the others sent. */
function partOf(history: History, kept: ReadonlySet<number>): History {
  const { schedule, ops } = history;
  const isKept = ({ step }: Op): boolean => step === undefined || kept.has(step);
  const sent = new Set(ops.filter(isKept).flatMap(bodiesOf));
  const unsent = new Set(ops.flatMap(bodiesOf).filter((body) => !sent.has(body)));
  const handles = new Set(
    ops.flatMap(messagesOf).flatMap(({ Body, ReceiptHandle }) => (unsent.has(Body) ? [ReceiptHandle] : [])),
  );
  const left = ops
    .filter(isKept)
    .map((op) => withoutMessages(op, unsent))
    .flatMap((op) => (op.step === undefined ? drained(op, handles) : [op]))
    .map((op, id) => ({ ...op, id }) as Op);
  return { ...history, schedule: { ...schedule, steps: schedule.steps.filter(({ id }) => kept.has(id)) }, ops: left };
}

function bodiesOf({ call, input }: Op): string[] {
  if (call === 'SendMessage') return [input.MessageBody];
  return call === 'SendMessageBatch' ? (input.Entries ?? []).map(({ MessageBody }) => MessageBody) : [];
}

const messagesOf = ({ call, reply }: Op): readonly ReceivedMessage[] =>
  call === 'ReceiveMessage' && reply.kind === 'ok' ? ((reply.output as Received).Messages ?? []) : [];

type Received = Calls['ReceiveMessage']['output'];

function withoutMessages(op: Op, bodies: ReadonlySet<string>): Op {
  const messages = messagesOf(op);
  const Messages = messages.filter(({ Body }) => !bodies.has(Body));
  if (Messages.length === messages.length) return op;
  return { ...op, reply: { kind: 'ok', output: Messages.length === 0 ? {} : { Messages } } } as Op;
}

/** A call of the drain, without the handles; nothing where it would not have been made. */
function drained(op: Op, handles: ReadonlySet<string>): Op[] {
  if (op.call !== 'DeleteMessageBatch' || op.reply.kind !== 'ok') return [op];
  const entries = op.input.Entries ?? [];
  const Entries = entries.filter(({ ReceiptHandle }) => !handles.has(ReceiptHandle));
  if (Entries.length === entries.length) return [op];
  if (Entries.length === 0) return [];
  const ids = new Set(Entries.map(({ Id }) => Id));
  const { Successful = [], Failed = [] } = op.reply.output as Settled;
  const output = {
    Successful: Successful.filter(isIn(ids)),
    ...(Failed.length > 0 && { Failed: Failed.filter(isIn(ids)) }),
  };
  return [{ ...op, input: { ...op.input, Entries }, reply: { kind: 'ok', output } } as Op];
}

type Settled = { Successful?: { Id: string }[]; Failed?: { Id: string }[] };

const isIn =
  (ids: ReadonlySet<string>) =>
  ({ Id }: { Id: string }): boolean =>
    ids.has(Id);
