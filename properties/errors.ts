import type { Call, CallName, FailedEntry, Ok, Refusal } from '../src/core/calls.js';
import type { Op, OpId } from '../src/core/history.js';
import type { Ask, Check } from './errors/check.js';
import { handleChecks, issue } from './errors/handles.js';
import * as message from './errors/message-calls.js';
import * as queue from './errors/queue-calls.js';
import { explains, type Weighed, weigh } from './errors/weigh.js';
import type { Facts } from './facts.js';
import { nameOf, seconds } from './facts.js';
import { type Judgement, property } from './judge.js';

export const errors = property(
  {
    name: 'errors',
    claim: 'A call with one wrong input is refused with the code of the catalogue, and a right call is not refused.',
    judges:
      'Code, legacy code where shown, and status of every answered call, and the code of every batch entry, from its input and from what the history says of its queue, handle and message.',
    forgives:
      'Throttling; any code when several inputs are wrong; either answer where an unknown outcome, overlapping calls or a freedom of the contract decide, for instance the handle of a message out of flight. At the documented level also both answers inside the 60 s guards.',
    blind: 'Message texts, 5xx answers, inputs that the contract does not speak of, and FIFO queues.',
    source: ['sqs:I23', 'sqs:OP1', 'sqs:OP4', 'sqs:OP5', 'sqs:OP6', 'sqs:OP7', 'sqs:E60', 'sqs:SB5', 'sqs:RH1'],
  },
  (facts, judgement) => {
    for (const op of facts.history.ops) judgeCall(facts, judgement, op);
  },
);

const ofCall: Record<CallName, readonly Check<unknown>[]> = {
  CreateQueue: queue.createQueue,
  DeleteQueue: queue.queueChecks,
  GetQueueUrl: queue.getQueueUrl,
  ListQueues: queue.listQueues,
  GetQueueAttributes: [...queue.queueChecks, ...queue.getQueueAttributes],
  SetQueueAttributes: [...queue.queueChecks, ...queue.setQueueAttributes],
  SendMessage: [...queue.queueChecks, ...message.sendMessage],
  SendMessageBatch: [...queue.queueChecks, ...message.sendEnvelope],
  ReceiveMessage: [...queue.queueChecks, ...message.receiveMessage],
  DeleteMessage: [...queue.queueChecks, ...handleChecks],
  DeleteMessageBatch: [...queue.queueChecks, ...message.envelope],
  ChangeMessageVisibility: [...queue.queueChecks, ...message.changeMessageVisibility],
  ChangeMessageVisibilityBatch: [...queue.queueChecks, ...message.envelope],
  PurgeQueue: [...queue.queueChecks, ...queue.purgeQueue],
};

const ofEntry: Partial<Record<CallName, readonly Check<unknown>[]>> = {
  SendMessageBatch: message.sendEntry,
  DeleteMessageBatch: handleChecks,
  ChangeMessageVisibilityBatch: message.changeEntry,
};

function judgeCall(facts: Facts, judgement: Judgement, op: Op): void {
  const { reply } = op;
  if (reply.kind === 'unknown' || (reply.kind === 'error' && isTransient(reply.code, reply.status))) return;
  const refusal = reply.kind === 'error' ? reply : undefined;
  const name = queueNamed(op);
  if (isFifo(op, name)) return;
  const ask = { facts, op, queue: name, s: op.invoked, e: op.returned, refused: refusal !== undefined };
  const weighed = weigh(ofCall[op.call], op.input, ask);
  const isBatch = ofEntry[op.call] !== undefined;
  if (refusal !== undefined || weighed !== undefined) {
    const fits = ({ row }: Check<unknown>) => row === undefined || (refusal !== undefined && agrees(row, refusal));
    decide(judgement, { subject: op.input, ask, weighed, refusal, fits });
  } else if (!isBatch) judgement.judged++;
  if (isBatch && refusal === undefined && (weighed?.sure.length ?? 0) === 0) judgeEntries(judgement, ask);
}

function judgeEntries(judgement: Judgement, ask: Ask): void {
  const { op } = ask;
  const checks = ofEntry[op.call]!;
  const { Failed } = (op.reply as Ok<'SendMessageBatch'>).output;
  for (const entry of (op.input as { Entries: { Id: string }[] }).Entries) {
    const failure = Failed?.find(({ Id }) => Id === entry.Id);
    if (failure === undefined || !isTransient(failure.Code)) judgeEntry(judgement, ask, checks, entry, failure);
  }
}

function judgeEntry(
  judgement: Judgement,
  whole: Ask,
  checks: readonly Check<unknown>[],
  entry: { Id: string },
  failure: FailedEntry | undefined,
): void {
  const ask = failure === undefined ? whole : { ...whole, refused: true };
  const weighed = weigh(checks, entry, ask);
  if (weighed === undefined && failure === undefined) {
    judgement.judged++;
    return;
  }
  const fits = ({ row }: Check<unknown>) => row === undefined || row.legacy === failure?.Code;
  const refusal = failure && { code: failure.Code };
  decide(judgement, { subject: entry, entry: entry.Id, ask, weighed, refusal, fits });
}

/** One answer beside what the input deserved. */
interface Answer {
  subject: unknown;
  /** The Id of the batch entry that is judged. */
  entry?: string;
  ask: Ask;
  weighed: Weighed | undefined;
  refusal: { code: string; status?: number; legacy?: string } | undefined;
  fits(check: Check<unknown>): boolean;
}

function decide(judgement: Judgement, answer: Answer): void {
  const { ask, weighed, refusal, fits } = answer;
  const sure = weighed?.sure[0];
  const legal = refusal === undefined ? sure === undefined || weighed?.odd : weighed && explains(weighed, fits);
  if (!legal) {
    judgement.judged++;
    judgement.violated(sentence(answer), evidence(answer));
  } else if (sure !== undefined || weighed === undefined) judgement.judged++;
  else if (weighed.open)
    judgement.open(`what ${nameOf(ask.op)} found depends on a call without a known order or outcome`);
}

function sentence({ entry, ask, weighed, refusal }: Answer): string {
  const name = entry === undefined ? nameOf(ask.op) : `${nameOf(ask.op)}, entry ${entry},`;
  const answered = refusal === undefined ? 'succeeded' : `was refused with ${shown(refusal)}`;
  const check = weighed?.sure[0] ?? weighed?.doubtful[0];
  const what = `${name} ${answered} at ${seconds(ask.e)}, but`;
  if (check === undefined) return `${what} nothing is wrong with it`;
  const may = weighed?.sure.length ? 'asks for' : 'allows only success or';
  const row = check.row && (entry === undefined ? check.row : { code: check.row.legacy });
  return `${what} ${check.rule} ${may} ${row ? shown(row) : 'a refusal'}: ${check.demands}`;
}

const shown = ({ code, status, legacy = code }: { code: string; status?: number; legacy?: string }): string =>
  status === undefined ? code : `${code} (${status}${legacy === code ? '' : `, ${legacy}`})`;

/** The call, then the earlier ones that make its input wrong, or that issued its handle. */
function evidence({ subject, ask, weighed }: Answer): OpId[] {
  const check = weighed?.sure[0] ?? weighed?.doubtful[0];
  const earlier = check === undefined ? issue(subject as object, ask) : check.because?.(subject, ask);
  return [ask.op.id, ...(earlier ?? [])];
}

/** sqs:E60: JSON name, status, and the legacy code where the endpoint shows it. */
function agrees(row: { code: string; legacy: string; status: number }, { code, status, legacy }: Refusal): boolean {
  return code === row.code && status === row.status && (legacy === undefined || legacy === row.legacy);
}

/** Overload and failures of the service itself may hit any call (sqs:OP6, sqs:Q18). */
function isTransient(code: string, status = 400): boolean {
  return status >= 500 || transient.has(code);
}
const transient: ReadonlySet<string> = new Set([
  'RequestThrottled',
  'ThrottlingException',
  'InternalError',
  'InternalFailure',
  'ServiceUnavailable',
]);

function queueNamed({ input }: Call): string | undefined {
  if ('QueueUrl' in input) return input.QueueUrl;
  return 'QueueName' in input ? input.QueueName : undefined;
}

/** Not judged, but for a name with .fifo that does not ask for a FIFO queue (sqs:CQ2). */
function isFifo({ call, input }: Call, name: string | undefined): boolean {
  if (!name?.endsWith('.fifo')) return false;
  return call !== 'CreateQueue' || input.Attributes?.FifoQueue?.toLowerCase() === 'true';
}
