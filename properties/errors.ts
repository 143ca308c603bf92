import type { CallName, Refusal, SendEntry } from '../src/core/calls.js';
import type { OpId } from '../src/core/history.js';
import { type Ask, type Check, closely, type Part } from './errors/check.js';
import { issue } from './errors/handles.js';
import * as message from './errors/message-calls.js';
import * as permission from './errors/permissions.js';
import * as queue from './errors/queue-calls.js';
import type { Row } from './errors/rows.js';
import * as tag from './errors/tags.js';
import * as task from './errors/tasks.js';
import { explains, type Weighed, weigh } from './errors/weigh.js';
import { isFailure, outputOf } from './reading/calls.js';
import { mayHaveKey } from './reading/encryption.js';
import { isDeletion } from './reading/existence.js';
import { type Judgement, property } from './reading/judge.js';
import { nameOf, seconds } from './reading/names.js';
import type { OpOf } from './reading/words.js';

export const errors = property(
  {
    name: 'errors',
    claim: 'A call with one wrong input is refused with the code of the catalogue, and a right call is not refused.',
    judges:
      'Code, legacy code where shown, and status of every answered call, and the code of every batch entry, from its input and from what the history says of its queue, handle and message.',
    forgives:
      'Throttling, and at the documented level failures of the service; any code when several inputs are wrong; either answer where an unknown outcome, overlapping calls or a freedom of the contract decide, for instance the handle of a message out of flight. At the documented level also both answers inside the 60 s guards.',
    blind:
      'Message texts, failures that reach the client as no answer, and inputs that the contract does not speak of.',
    source: [
      'sqs:I23',
      'sqs:I29',
      'sqs:OP1',
      'sqs:OP4',
      'sqs:OP5',
      'sqs:OP6',
      'sqs:OP7',
      'sqs:E60',
      'sqs:SB5',
      'sqs:RH1',
    ],
  },
  ({ calls }, judgement) => {
    for (const called of calls) judgeCall(judgement, called);
  },
);

type Parts = readonly Part<unknown>[];

/** Beyond the queue that most calls name. */
const ofCall: Record<CallName, { whole: Parts; entry?: Parts }> = {
  CreateQueue: { whole: queue.createQueue },
  DeleteQueue: { whole: [] },
  GetQueueUrl: { whole: [closely(queue.getQueueUrl)] },
  ListQueues: { whole: [closely(queue.listQueues)] },
  GetQueueAttributes: { whole: queue.getQueueAttributes },
  SetQueueAttributes: { whole: queue.setQueueAttributes },
  SendMessage: { whole: message.sendMessage },
  SendMessageBatch: { whole: message.sendEnvelope, entry: message.sendEntry },
  ReceiveMessage: { whole: message.receiveMessage },
  DeleteMessage: { whole: message.deleteMessage },
  DeleteMessageBatch: { whole: message.envelope, entry: message.deleteEntry },
  ChangeMessageVisibility: { whole: message.changeMessageVisibility },
  ChangeMessageVisibilityBatch: { whole: message.envelope, entry: message.changeEntry },
  PurgeQueue: { whole: [closely(queue.purgeQueue)] },
  TagQueue: { whole: [closely(tag.tagQueue)] },
  UntagQueue: { whole: [closely(tag.untagQueue)] },
  ListQueueTags: { whole: [] },
  AddPermission: { whole: [closely(permission.addPermission)] },
  RemovePermission: { whole: [closely(permission.removePermission)] },
  ListDeadLetterSourceQueues: { whole: [closely(queue.listSources)] },
  StartMessageMoveTask: { whole: [closely(task.startTask)] },
  ListMessageMoveTasks: { whole: [closely(task.listTasks)] },
  CancelMessageMoveTask: { whole: [closely(task.cancelTask)] },
};
const ofQueue: Parts = [closely(queue.queueChecks)];

interface Batch {
  Entries: Entry[];
}
type Entry = SendEntry;

function judgeCall(judgement: Judgement, ask: Ask): void {
  const { call, input, op, refusal } = ask;
  if (isFailure(op.reply)) failed(judgement, ask, op.reply);
  if (ask.outcome === 'unknown' || (refusal !== undefined && transient.has(refusal.code))) return;
  if (refusal !== undefined && isOfKey(refusal.code) && mayHaveKey(ask.place)) return;
  const { whole, entry } = ofCall[call];
  const weighed = weigh(whole, input, ask, weighQueue(ask));
  if (refusal !== undefined || weighed !== undefined) decide(judgement, { subject: input, ask, weighed });
  else if (entry === undefined) judgement.judged++;
  if (entry !== undefined && refusal === undefined && !weighed?.sure.length)
    judgeEntries(judgement, ask, entry, (input as Batch).Entries);
}

function judgeEntries(judgement: Judgement, ask: Ask, parts: Parts, entries: Entry[]): void {
  const { Failed } = outputOf(ask.op as OpOf<'SendMessageBatch'>);
  for (const entry of entries) {
    const failure = Failed?.find(({ Id }) => Id === entry.Id);
    if (failure === undefined) judgeEntry(judgement, ask, parts, entry);
    else if (!transient.has(failure.Code))
      judgeEntry(judgement, { ...ask, refusal: { code: failure.Code } }, parts, entry);
  }
}

function judgeEntry(judgement: Judgement, ask: Ask, parts: Parts, entry: Entry): void {
  const weighed = weigh(parts, entry, ask);
  if (weighed === undefined && ask.refusal === undefined) judgement.judged++;
  else decide(judgement, { subject: entry, entry: entry.Id, ask, weighed });
}

/** What is wrong with the queue of a call by QueueUrl; nothing if the setup made it and no call can have ended it. */
function weighQueue(ask: Ask): Weighed | undefined {
  const { call, place } = ask;
  if (place.initial !== undefined && !place.wipes.some(isDeletion)) return undefined;
  return withoutUrl.has(call) ? undefined : weigh(ofQueue, ask.input, ask);
}

/** Calls that name their queue in another way, or none. */
const withoutUrl: ReadonlySet<CallName> = new Set([
  'CreateQueue',
  'GetQueueUrl',
  'ListQueues',
  'StartMessageMoveTask',
  'ListMessageMoveTasks',
  'CancelMessageMoveTask',
]);

/** One answer beside what the input deserved. */
interface Answer {
  subject: unknown;
  /** The Id of the batch entry that is judged. */
  entry?: string;
  ask: Ask;
  weighed: Weighed | undefined;
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

function isLegal({ ask: { refusal }, weighed }: Answer): boolean {
  if (refusal === undefined) return weighed === undefined || weighed.odd || weighed.sure.length === 0;
  return weighed !== undefined && explains(weighed, refusal);
}

/** "…, but the body is empty: sqs:SM2 asks for …"; in doubt "…, but all that may be wrong is that the queue …". */
function sentence({ entry, ask, weighed }: Answer): string {
  const { refusal } = ask;
  const name = entry === undefined ? nameOf(ask.op) : `${nameOf(ask.op)}, entry ${entry},`;
  const answered = refusal === undefined ? 'succeeded' : `was refused with ${shown(refusal)}`;
  const what = `${name} ${answered} at ${seconds(ask.e)}, but`;
  if (weighed === undefined) return `${what} nothing is wrong with it`;
  const claim = (verb: string, { fault, rule, row }: Check<unknown>): string =>
    `${fault}: ${rule} ${verb} ${demanded(row, entry)}`;
  const [sure] = weighed.sure;
  if (sure !== undefined) return `${what} ${claim('asks for', sure)}`;
  const doubts = weighed.doubtful.map((check) => claim('would allow', check));
  return `${what} all that may be wrong is that ${doubts.join(', or that ')}`;
}

function demanded(row: Row | undefined, entry: string | undefined): string {
  if (row === undefined) return 'a refusal';
  return shown(entry === undefined ? row : { code: row.legacy });
}

const shown = ({ code, status, legacy = code }: { code: string; status?: number; legacy?: string }): string =>
  status === undefined ? code : `${code} (${status}${legacy === code ? '' : `, ${legacy}`})`;

/** The call, then the earlier ones that make its input wrong, or that issued its handle. */
function evidence({ subject, ask, weighed }: Answer): OpId[] {
  const check = weighed?.sure[0] ?? weighed?.doubtful[0];
  const earlier = check === undefined ? issue(subject as object, ask) : check.because?.(subject, ask);
  return [ask.op.id, ...(earlier ?? [])];
}

/** AWS may fail now and then (sqs:OP6); a service on one machine has no reason to. */
function failed(judgement: Judgement, { op, facts }: Ask, { code, status }: Refusal): void {
  if (!facts.strict) return;
  judgement.judged++;
  const says = `${nameOf(op)} failed with ${code} (${status}) at ${seconds(op.returned)}, but no call may fail so (sqs:I23)`;
  judgement.violated(says, [op.id]);
}

/** Overload may hit any call (sqs:OP6, sqs:Q18), and any entry the failure of a part of the service. */
const transient: ReadonlySet<string> = new Set([
  'RequestThrottled',
  'ThrottlingException',
  'InternalError',
  'InternalFailure',
  'ServiceUnavailable',
]);

/** What AWS answers to a send or receive when it cannot use the queue's key, which nobody verified before (sqs:A3). */
const isOfKey = (code: string): boolean => code.toLowerCase().startsWith('kms');
