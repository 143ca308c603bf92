import type { Rules } from '../../../models/rules.js';
import { Sqs } from '../../../models/sqs/service.js';
import {
  arnOf,
  type Call,
  type CallName,
  type Calls,
  type Ok,
  type QueueAttributes,
  type ReceivedMessage,
  type Reply,
} from '../../../src/core/calls.js';

type Receive = Partial<Calls['ReceiveMessage']['input']>;

/**
 * A schedule played by hand on the bare service: times in seconds, all choices plain, queue `q` unless said. With a queue
 * `q.fifo` that one, and group `g` unless said.
 */
export class Stage {
  readonly #sqs: Sqs;
  readonly #home: { QueueUrl: string };
  readonly #group: { MessageGroupId?: string };
  readonly #handles = new Map<string, string>();
  readonly #ends = new Map<number, string>();

  constructor(rules: Rules, queues: Record<string, QueueAttributes>) {
    this.#sqs = new Sqs(rules, 0);
    const isFifo = 'q.fifo' in queues;
    this.#home = { QueueUrl: isFifo ? 'q.fifo' : 'q' };
    this.#group = isFifo ? { MessageGroupId: 'g' } : {};
    for (const [QueueName, Attributes] of Object.entries(queues)) this.ask(0, 'CreateQueue', { QueueName, Attributes });
  }

  /** The reply, without its text; a poll that waits gives its ticket. What is due before the call happens first. */
  #reply(at: number, call: Call): Reply | number {
    this.#until(at, (due) => due < at * 1000);
    const reply = this.#sqs.call(at * 1000, call, () => 0);
    this.#until(at, (due) => due <= at * 1000);
    return reply.kind === 'waiting' ? reply.ticket : reply;
  }

  /** The output of a success, the code of a refusal. */
  ask<K extends CallName>(at: number, call: K, input: Calls[K]['input']): Calls[K]['output'] | string {
    const reply = this.#reply(at, { call, input } as Call);
    if (typeof reply === 'number') return 'waits';
    return reply.kind === 'ok' ? reply.output : reply.kind === 'error' ? reply.code : reply.why;
  }

  send(at: number, body: string, more: Partial<Calls['SendMessage']['input']> = {}): Calls['SendMessage']['output'] {
    const input = { ...this.#home, ...this.#group, MessageBody: body, ...more };
    return this.ask(at, 'SendMessage', input) as Calls['SendMessage']['output'];
  }

  /** The messages that a receive answers at once; none if it waits. */
  messages(at: number, more: Receive = {}): ReceivedMessage[] {
    const output = this.ask(at, 'ReceiveMessage', { ...this.#home, ...more });
    return typeof output === 'string' ? [] : this.#keep(output as Calls['ReceiveMessage']['output']);
  }

  /** The bodies that a receive answers at once, `waits` if it does not. */
  receive(at: number, more: Receive = {}): string {
    const poll = this.poll(at, more);
    return this.#ends.get(poll)?.replace(/ @.*/, '') ?? 'waits';
  }

  /** Starts a receive; `end` tells how it ended. */
  poll(at: number, more: Receive = {}): number {
    const reply = this.#reply(at, { call: 'ReceiveMessage', input: { ...this.#home, ...more } });
    if (typeof reply === 'number') return reply;
    const ticket = -this.#ends.size - 1;
    this.#ends.set(ticket, this.#told(reply, at));
    return ticket;
  }

  /** How a poll had ended by `at`: bodies and time, or that it waits. */
  end(at: number, poll: number): string {
    this.#until(at, (due) => due <= at * 1000);
    return this.#ends.get(poll) ?? 'waits';
  }

  /** The newest handle of the message with this body. */
  handle(body: string): string {
    return this.#handles.get(body)!;
  }

  delete(at: number, ReceiptHandle: string, QueueUrl = this.#home.QueueUrl): string {
    return code(this.ask(at, 'DeleteMessage', { QueueUrl, ReceiptHandle }));
  }

  change(at: number, ReceiptHandle: string, VisibilityTimeout: number): string {
    return code(this.ask(at, 'ChangeMessageVisibility', { ...this.#home, ReceiptHandle, VisibilityTimeout }));
  }

  purge(at: number): string {
    return code(this.ask(at, 'PurgeQueue', this.#home));
  }

  /** Available / not visible / delayed. */
  counters(at: number, QueueUrl = this.#home.QueueUrl): string {
    const output = this.ask(at, 'GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] });
    const { Attributes = {} } = output as Calls['GetQueueAttributes']['output'];
    return ['', 'NotVisible', 'Delayed'].map((kind) => Attributes[`ApproximateNumberOfMessages${kind}`]).join('/');
  }

  #until(at: number, isDue: (due: number) => boolean): void {
    for (let due = this.#sqs.due(); isDue(due); due = this.#sqs.due()) {
      const now = Number.isFinite(due) ? due : at * 1000;
      for (const { ticket, reply } of this.#sqs.settle(now)) this.#ends.set(ticket, this.#told(reply, now / 1000));
    }
  }

  #told(reply: Reply, at: number): string {
    if (reply.kind !== 'ok') return `${reply.kind === 'error' ? reply.code : reply.why} @${at}`;
    const bodies = this.#keep((reply as Ok<'ReceiveMessage'>).output).map(({ Body }) => Body);
    return `${bodies.join(',') || 'nothing'} @${at}`;
  }

  #keep({ Messages = [] }: Calls['ReceiveMessage']['output']): ReceivedMessage[] {
    for (const { Body, ReceiptHandle } of Messages) this.#handles.set(Body, ReceiptHandle);
    return Messages;
  }
}

const code = (output: object | string): string => (typeof output === 'string' ? output : 'ok');

export const policy = (target: string, maxReceiveCount?: number | string): string =>
  JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount });

/** Queue `q` with window 1 s, which sends its dead letters to `d` after `n` receives. */
export const deadLetters = (n: number | string, more: QueueAttributes = {}): Record<string, QueueAttributes> => ({
  d: more,
  q: { VisibilityTimeout: '1', RedrivePolicy: policy('d', n), ...more },
});
