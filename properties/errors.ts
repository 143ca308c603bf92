import type { CallName, Ok, QueueAttributes, SendEntry } from '../src/core/calls.js';
import type { Op, OpId } from '../src/core/history.js';
import type { Ask, Check } from './errors/check.js';
import { messageAttributeChecks } from './errors/content.js';
import { handleChecks, issue } from './errors/handles.js';
import * as message from './errors/message-calls.js';
import * as queue from './errors/queue-calls.js';
import type { Row } from './errors/rows.js';
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

/** Beyond the queue that most calls name. */
const ofCall: Record<CallName, readonly Check<unknown>[]> = {
  CreateQueue: queue.createQueue,
  DeleteQueue: [],
  GetQueueUrl: queue.getQueueUrl,
  ListQueues: queue.listQueues,
  GetQueueAttributes: queue.getQueueAttributes,
  SetQueueAttributes: queue.setQueueAttributes,
  SendMessage: message.sendMessage,
  SendMessageBatch: message.sendEnvelope,
  ReceiveMessage: message.receiveMessage,
  DeleteMessage: handleChecks,
  DeleteMessageBatch: message.envelope,
  ChangeMessageVisibility: message.changeMessageVisibility,
  ChangeMessageVisibilityBatch: message.envelope,
  PurgeQueue: queue.purgeQueue,
};

const ofEntry: Partial<Record<CallName, readonly Check<unknown>[]>> = {
  SendMessageBatch: message.sendEntry,
  DeleteMessageBatch: handleChecks,
  ChangeMessageVisibilityBatch: message.changeEntry,
};

type Input = {
  QueueUrl?: string;
  QueueName?: string;
  Attributes?: QueueAttributes;
  Entries?: Entry[];
} & Partial<Entry>;
type Entry = SendEntry;

function judgeCall(facts: Facts, judgement: Judgement, op: Op): void {
  const { reply } = op;
  if (reply.kind === 'unknown' || (reply.kind === 'error' && isTransient(reply.code, reply.status))) return;
  const input = op.input as Input;
  const name = input.QueueUrl ?? input.QueueName;
  if (isFifo(op.call, input, name)) return;
  const ask = { facts, op, queue: name, s: op.invoked, e: op.returned, refused: reply.kind === 'error' };
  const weighed = weighMessage(input, ask, weigh(ofCall[op.call], input, ask, weighQueue(op.call, ask)));
  const entryChecks = ofEntry[op.call];
  if (reply.kind === 'error') decide(judgement, { subject: input, ask, weighed, refusal: reply });
  else if (weighed !== undefined) decide(judgement, { subject: input, ask, weighed, refusal: undefined });
  else if (entryChecks === undefined) judgement.judged++;
  if (entryChecks !== undefined && reply.kind === 'ok' && !weighed?.sure.length)
    judgeEntries(judgement, ask, entryChecks, input.Entries!);
}

function judgeEntries(judgement: Judgement, ask: Ask, checks: readonly Check<unknown>[], entries: Entry[]): void {
  const { Failed = [] } = (ask.op.reply as Ok<'SendMessageBatch'>).output;
  for (const entry of entries) {
    const failure = Failed.length === 0 ? undefined : Failed.find(({ Id }) => Id === entry.Id);
    if (failure === undefined) judgeEntry(judgement, ask, checks, entry);
    else if (!isTransient(failure.Code))
      judgeEntry(judgement, { ...ask, refused: true }, checks, entry, { code: failure.Code });
  }
}

function judgeEntry(
  judgement: Judgement,
  ask: Ask,
  checks: readonly Check<unknown>[],
  entry: Entry,
  refusal?: { code: string },
): void {
  const weighed = weighMessage(entry, ask, weigh(checks, entry, ask));
  if (weighed === undefined && refusal === undefined) judgement.judged++;
  else decide(judgement, { subject: entry, entry: entry.Id, ask, weighed, refusal });
}

/** What is wrong with the queue of a call by QueueUrl; nothing if the setup made it and no call can have ended it. */
function weighQueue(call: CallName, ask: Ask): Weighed | undefined {
  const facts = ask.facts.queues.get(ask.queue ?? '');
  if (facts?.initial !== undefined && facts.wipes.length === 0) return undefined;
  const isByName = call === 'CreateQueue' || call === 'GetQueueUrl' || call === 'ListQueues';
  return isByName ? undefined : weigh(queue.queueChecks, ask.op.input, ask);
}

/** Adds what is wrong with a message's attributes; few messages have any. */
function weighMessage({ MessageAttributes }: Input, ask: Ask, weighed: Weighed | undefined): Weighed | undefined {
  if (MessageAttributes === undefined) return weighed;
  return weigh(messageAttributeChecks, { MessageAttributes }, ask, weighed);
}

/** One answer beside what the input deserved. */
interface Answer {
  subject: unknown;
  /** The Id of the batch entry that is judged. */
  entry?: string;
  ask: Ask;
  weighed: Weighed | undefined;
  refusal: Refused | undefined;
}
/** A refusal, of an entry only with its code. */
interface Refused {
  code: string;
  status?: number;
  legacy?: string;
}

function decide(judgement: Judgement, answer: Answer): void {
  const { ask, weighed } = answer;
  const sure = weighed?.sure[0];
  if (!isLegal(answer)) {
    judgement.judged++;
    judgement.violated(sentence(answer), evidence(answer));
  } else if (sure !== undefined || weighed === undefined) judgement.judged++;
  else if (weighed.open)
    judgement.open(`what ${nameOf(ask.op)} found depends on a call without a known order or outcome`);
  else if (!weighed.odd) judgement.judged++;
}

function isLegal({ weighed, refusal }: Answer): boolean {
  if (refusal === undefined) return weighed === undefined || weighed.odd || weighed.sure.length === 0;
  return weighed !== undefined && explains(weighed, ({ row }) => row === undefined || agrees(row, refusal));
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

/** sqs:E60: JSON name, status, and the legacy code where the endpoint shows it; of an entry the legacy code (sqs:SB5). */
function agrees(row: Row, { code, status, legacy }: Refused): boolean {
  if (status === undefined) return code === row.legacy;
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

/** Not judged, but for a name with .fifo that does not ask for a FIFO queue (sqs:CQ2). */
function isFifo(call: CallName, { Attributes }: Input, name: string | undefined): boolean {
  if (!name?.endsWith('.fifo')) return false;
  return call !== 'CreateQueue' || Attributes?.FifoQueue?.toLowerCase() === 'true';
}
