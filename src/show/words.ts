import { type CallName, type Calls, queueOfArn, type ReceivedMessage, type SendEntry } from '../core/calls.js';
import type { Millis } from '../core/clock.js';
import type { History, Op } from '../core/history.js';

/** Milliseconds as seconds: `31.002 s`. */
export const seconds = (ms: Millis): string => `${(ms / 1000).toFixed(3)} s`;

/** Others' text in a terminal: on one line, without control characters, not too long. */
export function tame(text: string, longest = 24): string {
  const line = text.slice(0, longest + 1).replace(/\p{C}/gu, '·');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** The messages in the answer to a receive; none for other ops. */
export function messagesOf({ call, reply }: Op): ReceivedMessage[] {
  if (call !== 'ReceiveMessage' || reply.kind !== 'ok') return [];
  return (reply.output as Calls['ReceiveMessage']['output']).Messages ?? [];
}

interface Delivery {
  message: ReceivedMessage;
  at: Millis;
}

/** What a handle stands for, in words. */
type Named = (handle: string) => string;

/** Puts ops into a few words: `receive W=20 … m1 (count 2) at 31.002 s`. */
export class Words {
  readonly #byHandle = new Map<string, Delivery>();
  readonly #byMessage = new Map<string, Delivery[]>();
  /** The first send that was answered with a MessageId. */
  readonly #born = new Map<string, Op>();
  /** The source of a move task by its handle. */
  readonly #sources = new Map<string, string>();
  readonly #queues: Set<string>;

  constructor({ schedule, ops }: History) {
    this.#queues = new Set(schedule.setup.queues.map(({ name }) => name));
    for (const op of ops) {
      this.#queues.add(queueOf(op) ?? '');
      for (const message of messagesOf(op)) this.#learn({ message, at: op.returned });
      this.#learnAnswer(op);
    }
    this.#queues.delete('');
  }

  of(op: Op): string {
    const ask = asks[op.call] as (input: object, named: Named) => string;
    const asked = ask(op.input, (handle) => this.#named(handle, op.invoked));
    const queue = this.#queues.size > 1 ? queueOf(op) : undefined;
    const answer = this.#answerOf(op);
    const told = op.returned > op.invoked ? `… ${answer} at ${seconds(op.returned)}` : `→ ${answer}`;
    const fault = op.fault === undefined ? '' : ` [${op.fault}]`;
    return `${queue === undefined ? '' : `${tame(queue)}: `}${asked} ${told}${fault}`;
  }

  #learn(delivery: Delivery): void {
    const { MessageId, ReceiptHandle } = delivery.message;
    if (!this.#byHandle.has(ReceiptHandle)) this.#byHandle.set(ReceiptHandle, delivery);
    const deliveries = this.#byMessage.get(MessageId);
    if (deliveries === undefined) this.#byMessage.set(MessageId, [delivery]);
    else deliveries.push(delivery);
  }

  #learnAnswer(op: Op): void {
    if (op.reply.kind !== 'ok') return;
    const { MessageId, TaskHandle } = op.reply.output as { MessageId?: string; TaskHandle?: string };
    if (MessageId !== undefined && !this.#born.has(MessageId)) this.#born.set(MessageId, op);
    if (TaskHandle !== undefined) this.#sources.set(TaskHandle, queueOf(op) ?? '');
  }

  #answerOf(op: Op): string {
    if (op.call !== 'SendMessage' || op.reply.kind !== 'ok') return answerOf(op);
    const first = this.#born.get((op.reply.output as Calls['SendMessage']['output']).MessageId);
    return first === op || first?.call !== 'SendMessage' ? 'ok' : `duplicate of ${nameIn(first.input.MessageBody)}`;
  }

  /** The message behind a handle, which is stale once a later handle has been seen; the source of a move task. */
  #named(handle: string, at: Millis): string {
    const source = this.#sources.get(handle);
    if (source !== undefined) return tame(source);
    const delivery = this.#byHandle.get(handle);
    if (delivery === undefined) return 'an unknown handle';
    const { MessageId, Body } = delivery.message;
    const stale = this.#byMessage
      .get(MessageId)!
      .some((later) => later.at > delivery.at && later.at <= at && later.message.ReceiptHandle !== handle);
    return `${nameIn(Body)}${stale ? ' (stale handle)' : ''}`;
  }
}

const asks: { [K in CallName]: (input: Calls[K]['input'], named: Named) => string } = {
  CreateQueue: ({ Attributes }) => `create queue${pairs(Attributes)}`,
  DeleteQueue: () => 'delete queue',
  GetQueueUrl: () => 'get url',
  ListQueues: () => 'list queues',
  GetQueueAttributes: () => 'get attributes',
  SetQueueAttributes: ({ Attributes }) => `set${pairs(Attributes)}`,
  SendMessage: (input) => `send ${sending(input)}`,
  SendMessageBatch: ({ Entries = [] }) => `send ${some(Entries.map(sending))}`,
  ReceiveMessage: (input) =>
    `receive${option('W', input.WaitTimeSeconds)}${option('V', input.VisibilityTimeout)}${option('attempt', input.ReceiveRequestAttemptId)}`,
  DeleteMessage: ({ ReceiptHandle }, named) => `delete ${named(ReceiptHandle)}`,
  DeleteMessageBatch: ({ Entries = [] }, named) => `delete ${some(Entries.map((entry) => named(entry.ReceiptHandle)))}`,
  ChangeMessageVisibility: ({ ReceiptHandle, VisibilityTimeout }, named) =>
    `change ${named(ReceiptHandle)}${option('V', VisibilityTimeout)}`,
  ChangeMessageVisibilityBatch: ({ Entries = [] }, named) =>
    `change ${some(Entries.map((entry) => named(entry.ReceiptHandle) + option('V', entry.VisibilityTimeout)))}`,
  PurgeQueue: () => 'purge',
  TagQueue: ({ Tags }) => `tag${pairs(Tags)}`,
  UntagQueue: ({ TagKeys = [] }) => `untag ${some(TagKeys.map((key) => tame(key)))}`,
  ListQueueTags: () => 'list tags',
  AddPermission: ({ Label = '' }) => `add permission ${tame(Label)}`,
  RemovePermission: ({ Label = '' }) => `remove permission ${tame(Label)}`,
  ListDeadLetterSourceQueues: () => 'list sources',
  StartMessageMoveTask: ({ DestinationArn, MaxNumberOfMessagesPerSecond }) =>
    `move messages${DestinationArn === undefined ? '' : ` to ${tame(queueOfArn(DestinationArn))}`}${option('rate', MaxNumberOfMessagesPerSecond)}`,
  ListMessageMoveTasks: () => 'list moves',
  CancelMessageMoveTask: ({ TaskHandle }, named) => `cancel the move from ${named(TaskHandle)}`,
};

/** `m1 g1 delay=5`: what is sent, to which group, and how. */
const sending = (entry: Omit<SendEntry, 'Id'>): string =>
  inGroup(entry.MessageBody, entry.MessageGroupId) +
  option('dedup', entry.MessageDeduplicationId) +
  option('delay', entry.DelaySeconds);

function answerOf(op: Op): string {
  if (op.reply.kind === 'unknown') return op.fault === undefined ? `? (${tame(op.reply.why)})` : '?';
  if (op.reply.kind === 'error') return tame(op.reply.code, 40);
  if (op.call === 'ReceiveMessage') return deliveredIn(messagesOf(op));
  if (op.call === 'ListMessageMoveTasks') return tasksIn(op.reply.output);
  if (op.call === 'CancelMessageMoveTask') return movedIn(op.reply.output);
  if (!('Entries' in op.input)) return 'ok';
  const failed = (op.reply.output as Calls['DeleteMessageBatch']['output']).Failed ?? [];
  return failed.length === 0 ? 'ok' : `${failed.length} of ${op.input.Entries.length} failed`;
}

function deliveredIn(messages: ReceivedMessage[]): string {
  if (messages.length === 0) return 'empty';
  return some(
    messages.map(({ Body, Attributes }) => {
      const name = inGroup(Body, Attributes?.MessageGroupId);
      const count = Attributes?.ApproximateReceiveCount;
      const told = count !== undefined && (messages.length === 1 || count !== '1');
      return told ? `${name} (count ${tame(count)})` : name;
    }),
  );
}

function tasksIn(output: object): string {
  const { Results = [] } = output as Calls['ListMessageMoveTasks']['output'];
  if (Results.length === 0) return 'none';
  return some(
    Results.map((task) => {
      const all = task.ApproximateNumberOfMessagesToMove;
      const of = all === undefined ? '' : ` of ${all}`;
      return `${tame(task.Status)} ${task.ApproximateNumberOfMessagesMoved}${of}`;
    }),
  );
}

const movedIn = (output: object): string => {
  const { ApproximateNumberOfMessagesMoved: moved } = output as Partial<Calls['CancelMessageMoveTask']['output']>;
  return moved === undefined ? 'ok' : `${moved} moved`;
};

function queueOf({ input }: Op): string | undefined {
  if ('QueueUrl' in input) return input.QueueUrl;
  if ('QueueName' in input) return input.QueueName;
  return 'SourceArn' in input ? queueOfArn(input.SourceArn) : undefined;
}

/** The birth certificate: the first word of a body. */
const nameIn = (body: string): string => quoted(body.split(' ', 1)[0]!);

const inGroup = (body: string, group: string | undefined): string =>
  group === undefined ? nameIn(body) : `${nameIn(body)} ${quoted(group)}`;

const quoted = (text: string): string => (text === '' ? '""' : tame(text, 12));

const option = (name: string, value: number | string | undefined): string =>
  value === undefined ? '' : ` ${name}=${typeof value === 'number' ? value : quoted(value)}`;

const pairs = (attributes: Record<string, string> = {}): string => {
  const all = Object.entries(attributes).map(([name, value]) => tame(`${name}=${value}`, 36));
  return all.length === 0 ? '' : ` ${some(all, 1)}`;
};

const some = (words: string[], most = 3): string =>
  words.length === 0
    ? 'nothing'
    : words.length > most
      ? `${words.slice(0, most).join(', ')} +${words.length - most}`
      : words.join(', ');
