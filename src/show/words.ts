import type { CallName, Calls, ReceivedMessage } from '../core/calls.js';
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

/** Puts ops into a few words: `receive W=20 … m1 (count 2) at 31.002 s`. */
export class Words {
  readonly #byHandle = new Map<string, Delivery>();
  readonly #byMessage = new Map<string, Delivery[]>();
  readonly #queues: Set<string>;

  constructor({ schedule, ops }: History) {
    this.#queues = new Set(schedule.setup.queues.map(({ name }) => name));
    for (const op of ops) {
      this.#queues.add(queueOf(op) ?? '');
      for (const message of messagesOf(op)) this.#learn({ message, at: op.returned });
    }
    this.#queues.delete('');
  }

  of(op: Op): string {
    const ask = asks[op.call] as (input: object, named: (handle: string) => string) => string;
    const asked = ask(op.input, (handle) => this.#named(handle, op.invoked));
    const queue = this.#queues.size > 1 ? queueOf(op) : undefined;
    const answer = op.returned > op.invoked ? `… ${answerOf(op)} at ${seconds(op.returned)}` : `→ ${answerOf(op)}`;
    const fault = op.fault === undefined ? '' : ` [${op.fault}]`;
    return `${queue === undefined ? '' : `${tame(queue)}: `}${asked} ${answer}${fault}`;
  }

  #learn(delivery: Delivery): void {
    const { MessageId, ReceiptHandle } = delivery.message;
    if (!this.#byHandle.has(ReceiptHandle)) this.#byHandle.set(ReceiptHandle, delivery);
    const deliveries = this.#byMessage.get(MessageId);
    if (deliveries === undefined) this.#byMessage.set(MessageId, [delivery]);
    else deliveries.push(delivery);
  }

  /** The message behind a handle, which is stale once a later delivery has been seen. */
  #named(handle: string, at: Millis): string {
    const delivery = this.#byHandle.get(handle);
    if (delivery === undefined) return 'an unknown handle';
    const { MessageId, Body } = delivery.message;
    const stale = this.#byMessage.get(MessageId)!.some((other) => other.at > delivery.at && other.at <= at);
    return `${nameIn(Body)}${stale ? ' (stale handle)' : ''}`;
  }
}

const asks: { [K in CallName]: (input: Calls[K]['input'], named: (handle: string) => string) => string } = {
  CreateQueue: ({ Attributes }) => `create queue${settings(Attributes)}`,
  DeleteQueue: () => 'delete queue',
  GetQueueUrl: () => 'get url',
  ListQueues: () => 'list queues',
  GetQueueAttributes: () => 'get attributes',
  SetQueueAttributes: ({ Attributes }) => `set${settings(Attributes)}`,
  SendMessage: ({ MessageBody, DelaySeconds }) => `send ${nameIn(MessageBody)}${option('delay', DelaySeconds)}`,
  SendMessageBatch: ({ Entries }) => `send ${some(Entries.map((entry) => nameIn(entry.MessageBody)))}`,
  ReceiveMessage: (input) => `receive${option('W', input.WaitTimeSeconds)}${option('V', input.VisibilityTimeout)}`,
  DeleteMessage: ({ ReceiptHandle }, named) => `delete ${named(ReceiptHandle)}`,
  DeleteMessageBatch: ({ Entries }, named) => `delete ${some(Entries.map((entry) => named(entry.ReceiptHandle)))}`,
  ChangeMessageVisibility: ({ ReceiptHandle, VisibilityTimeout }, named) =>
    `change ${named(ReceiptHandle)}${option('V', VisibilityTimeout)}`,
  ChangeMessageVisibilityBatch: ({ Entries }, named) =>
    `change ${some(Entries.map((entry) => named(entry.ReceiptHandle) + option('V', entry.VisibilityTimeout)))}`,
  PurgeQueue: () => 'purge',
};

function answerOf(op: Op): string {
  if (op.reply.kind === 'unknown') return op.fault === undefined ? `? (${tame(op.reply.why)})` : '?';
  if (op.reply.kind === 'error') return tame(op.reply.code, 40);
  if (op.call === 'ReceiveMessage') return deliveredIn(messagesOf(op));
  if (!('Entries' in op.input)) return 'ok';
  const failed = (op.reply.output as Calls['DeleteMessageBatch']['output']).Failed ?? [];
  return failed.length === 0 ? 'ok' : `${failed.length} of ${op.input.Entries.length} failed`;
}

function deliveredIn(messages: ReceivedMessage[]): string {
  if (messages.length === 0) return 'empty';
  return some(
    messages.map(({ Body, Attributes }) => {
      const count = Attributes?.ApproximateReceiveCount;
      const told = count !== undefined && (messages.length === 1 || count !== '1');
      return told ? `${nameIn(Body)} (count ${tame(count)})` : nameIn(Body);
    }),
  );
}

function queueOf({ input }: Op): string | undefined {
  return 'QueueUrl' in input ? input.QueueUrl : 'QueueName' in input ? input.QueueName : undefined;
}

/** The birth certificate: the first word of a body. */
const nameIn = (body: string): string => (body === '' ? '""' : tame(body.split(' ', 1)[0]!, 12));

const option = (name: string, value: number | undefined): string => (value === undefined ? '' : ` ${name}=${value}`);

const settings = (attributes: Record<string, string> = {}): string => {
  const pairs = Object.entries(attributes).map(([name, value]) => tame(`${name}=${value}`, 36));
  return pairs.length === 0 ? '' : ` ${some(pairs, 1)}`;
};

const some = (words: string[], most = 3): string =>
  words.length > most ? `${words.slice(0, most).join(', ')} +${words.length - most}` : words.join(', ');
