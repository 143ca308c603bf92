import { expect, test } from 'vitest';
import { contract, type Rules } from '../../models/rules.js';
import { Sqs } from '../../models/sqs/service.js';
import type { CallName, Calls, FailedEntry, QueueAttributes, ReceivedMessage, Reply } from '../../src/core/calls.js';
import { arnOf, isFifo } from '../../src/core/calls.js';
import { canonical } from '../../src/core/canonical.js';
import type { Millis } from '../../src/core/clock.js';
import type { Choose, Waiting } from '../../src/core/endpoint.js';
import type { Liberty } from '../../src/core/schedule.js';

/**
 * What the service does, told line by line: when, who asks what, and what it says to that ('ok' unless given). Times are
 * milliseconds, the queue is `q`, or `q.fifo` in a story without a `q`, unless `on` names another, and `a/2` is the
 * handle of the second receipt of body `a`.
 *
 * | ask                | says                                                                        |
 * |--------------------|-----------------------------------------------------------------------------|
 * | receive            | the bodies, `-` for none, `waits`                                           |
 * | shows              | each body with the system attribute asked for, `a=1`                        |
 * | polls              | the polls answered since the last look: number, instant, bodies, `1@500 a`  |
 * | counters           | available, hidden, delayed                                                  |
 * | batches            | each Id with `ok` or the code of its failure                                |
 * | whatever is refused | the legacy code                                                            |
 */
export interface Story {
  rule: string;
  /** Queue `q` unless given; a name in .fifo makes a FIFO queue. */
  queues?: Record<string, QueueAttributes>;
  /** Knobs that are not in their usual place. */
  rules?: Partial<Rules>;
  lines: Line[];
}
export type Line = [at: Millis, ask: Ask, says?: string];
type Ask = (scene: Scene) => string;

interface Scene {
  service: Service;
  at: Millis;
  queue: string;
  choose: Choose;
}

/** One test for each story. */
export function tellAll(stories: readonly Story[]): void {
  for (const story of stories) test(story.rule, () => tell(story));
}

/** Tells the story to a fresh service and compares what it says. */
export function tell({ queues, rules, lines }: Story): void {
  const service = new Service(queues, 0, rules);
  const queue = queues === undefined || 'q' in queues ? 'q' : 'q.fifo';
  const said = lines.map(([at, ask]) => `${at}: ${ask({ service, at, queue, choose: plain })}`);
  expect(said).toEqual(lines.map(([at, , says = 'ok']) => `${at}: ${says}`));
}

/** The same on another queue. */
export const on =
  (queue: string, ask: Ask): Ask =>
  (scene) =>
    ask({ ...scene, queue });

/** The same with liberties: an answer for every time that a label is asked, or one for each time and then 0. */
export const taking =
  (answers: Partial<Record<Liberty, number | number[]>>, ask: Ask): Ask =>
  (scene) =>
    ask({ ...scene, choose: answering(answers) });

export function answering(answers: Partial<Record<Liberty, number | number[]>>): Choose {
  const left = structuredClone(answers);
  return (label) => {
    const own = left[label] ?? 0;
    return typeof own === 'number' ? own : (own.shift() ?? 0);
  };
}

type Input<K extends CallName> = Omit<Calls[K]['input'], 'QueueUrl'>;

/** Any call about the queue. */
export const ask =
  <K extends CallName>(call: K, input: Partial<Input<K>> = {}): Ask =>
  ({ service, at, queue, choose }) =>
    service.says(service.call(at, call, { QueueUrl: queue, ...input } as Calls[K]['input'], choose));

export const send = (body: string, more: Partial<Input<'SendMessage'>> = {}): Ask =>
  ask('SendMessage', { MessageBody: body, ...more });

/** Entries with the body for Id, each with what `more` says of it. */
export const sendBatch = (bodies: string[], more: Partial<Input<'SendMessage'>>[] = []): Ask =>
  ask('SendMessageBatch', { Entries: bodies.map((body, k) => ({ Id: body, MessageBody: body, ...more[k] })) });

/** To a group of a FIFO queue; the body is the deduplication id unless `more` says otherwise. */
export const sendTo = (group: string, body: string, more: Partial<Input<'SendMessage'>> = {}): Ask =>
  send(body, { MessageGroupId: group, MessageDeduplicationId: body, ...more });

interface Asked {
  max?: number;
  v?: number;
  wait?: number;
  /** ReceiveRequestAttemptId. */
  attempt?: string;
}

export const receive =
  ({ max, v, wait, attempt }: Asked = {}, name?: string): Ask =>
  ({ service, at, queue, choose }) => {
    const input: Calls['ReceiveMessage']['input'] = { QueueUrl: queue };
    if (max !== undefined) input.MaxNumberOfMessages = max;
    if (v !== undefined) input.VisibilityTimeout = v;
    if (wait !== undefined) input.WaitTimeSeconds = wait;
    if (attempt !== undefined) input.ReceiveRequestAttemptId = attempt;
    if (name !== undefined) input.MessageSystemAttributeNames = [name];
    return service.bodies(service.call(at, 'ReceiveMessage', input, choose), name);
  };

export const shows = (name: string, asked?: Asked): Ask => receive(asked, name);

export const del =
  (receipt: string): Ask =>
  (scene) =>
    ask('DeleteMessage', { ReceiptHandle: scene.service.handle(receipt) })(scene);

export const change =
  (receipt: string, VisibilityTimeout: number): Ask =>
  (scene) =>
    ask('ChangeMessageVisibility', { ReceiptHandle: scene.service.handle(receipt), VisibilityTimeout })(scene);

/** Entries with the receipt's place in the list for Id, from 1. */
export const delBatch =
  (...receipts: string[]): Ask =>
  (scene) =>
    ask('DeleteMessageBatch', { Entries: entries(scene, receipts, {}) })(scene);

export const changeBatch =
  (VisibilityTimeout: number, ...receipts: string[]): Ask =>
  (scene) =>
    ask('ChangeMessageVisibilityBatch', { Entries: entries(scene, receipts, { VisibilityTimeout }) })(scene);

const entries = <T>({ service }: Scene, receipts: string[], more: T) =>
  receipts.map((receipt, k) => ({ Id: String(k + 1), ReceiptHandle: service.handle(receipt), ...more }));

/** What the call answers, in canonical JSON; the legacy code of a refusal. */
export const answers =
  <K extends CallName>(call: K, input: Partial<Input<K>> = {}): Ask =>
  ({ service, at, queue, choose }) => {
    const reply = service.call(at, call, { QueueUrl: queue, ...input } as Calls[K]['input'], choose);
    return reply.kind === 'ok' ? canonical(reply.output) : service.says(reply);
  };

export const purge: Ask = ask('PurgeQueue');
export const set = (Attributes: QueueAttributes): Ask => ask('SetQueueAttributes', { Attributes });
export const create = (QueueName: string, Attributes: QueueAttributes = {}): Ask =>
  ask('CreateQueue', { QueueName, Attributes });
export const drop: Ask = ask('DeleteQueue');

export const counters: Ask = ({ service, at, queue }) => service.counters(at, queue).join(' ');

/** The queue's attribute, `-` if there is none. */
export const reads =
  (name: string): Ask =>
  ({ service, at, queue }) =>
    service.ok(at, 'GetQueueAttributes', { QueueUrl: queue, AttributeNames: [name] }).Attributes?.[name] ?? '-';

export const polls: Ask = ({ service, at }) => service.polls(at);

export const redrive = (target: string, maxReceiveCount: number): string =>
  JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount });

const plain: Choose = () => 0;

/** The model with its queues, a memory of the receipts it gave out, and polls that are answered when they are due. */
export class Service {
  readonly sqs: Sqs;
  readonly #handles = new Map<string, string>();
  readonly #receipts = new Map<string, number>();
  #answers: string[] = [];
  #now = 0;

  constructor(queues: Record<string, QueueAttributes> = { q: {} }, epoch = 0, rules: Partial<Rules> = {}) {
    this.sqs = new Sqs({ ...contract, ...rules }, epoch);
    for (const [QueueName, given] of Object.entries(queues)) {
      const { RedrivePolicy: _, ...others } = given;
      const Attributes = isFifo(QueueName) ? { FifoQueue: 'true', ...others } : others;
      this.ok(0, 'CreateQueue', { QueueName, Attributes });
    }
    // once every dead-letter queue is there (sqs:X2)
    for (const [QueueUrl, { RedrivePolicy }] of Object.entries(queues))
      if (RedrivePolicy !== undefined) this.ok(0, 'SetQueueAttributes', { QueueUrl, Attributes: { RedrivePolicy } });
  }

  /** What the service answers; everything that was due until then has happened. */
  call<K extends CallName>(at: Millis, call: K, input: Calls[K]['input'], choose = plain): Reply<K> | Waiting {
    this.settle(at);
    return this.sqs.call(at, { call, input } as Parameters<Sqs['call']>[1], choose) as Reply<K> | Waiting;
  }

  /** The output of a call that succeeds. */
  ok<K extends CallName>(at: Millis, call: K, input: Calls[K]['input'], choose = plain): Calls[K]['output'] {
    const reply = this.call(at, call, input, choose);
    expect(reply).toMatchObject({ kind: 'ok' });
    return (reply as { output: Calls[K]['output'] }).output;
  }

  /** The received messages, asked for in full. */
  receive(at: Millis, input: Partial<Calls['ReceiveMessage']['input']> = {}): ReceivedMessage[] {
    const names = { MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] };
    return this.ok(at, 'ReceiveMessage', { QueueUrl: 'q', ...names, ...input }).Messages ?? [];
  }

  counters(at: Millis, queue = 'q'): number[] {
    const { Attributes = {} } = this.ok(at, 'GetQueueAttributes', { QueueUrl: queue, AttributeNames: ['All'] });
    return ['', 'NotVisible', 'Delayed'].map((kind) => Number(Attributes[`ApproximateNumberOfMessages${kind}`]));
  }

  settle(at: Millis): void {
    while (this.sqs.due() <= at) {
      const due = Math.max(this.sqs.due(), this.#now);
      for (const { ticket, reply } of this.sqs.settle(due))
        this.#answers.push(`${ticket}@${due} ${this.bodies(reply as Reply<'ReceiveMessage'>)}`);
    }
    this.#now = at;
  }

  polls(at: Millis): string {
    this.settle(at);
    const answers = this.#answers;
    this.#answers = [];
    return answers.join(', ') || '-';
  }

  /** The handle that a receipt's name stands for; any other text is its own handle. */
  handle(receipt: string): string {
    return this.#handles.get(receipt) ?? receipt;
  }

  says(reply: Reply | Waiting): string {
    if (reply.kind !== 'ok') return reply.kind === 'error' ? reply.legacy! : 'waits';
    const { Successful = [], Failed = [] } = reply.output as { Successful?: { Id: string }[]; Failed?: FailedEntry[] };
    const results = [...Successful.map(({ Id }) => `${Id} ok`), ...Failed.map(({ Id, Code }) => `${Id} ${Code}`)];
    return results.join(', ') || 'ok';
  }

  /** The bodies of a receive, each with a system attribute if one is named. */
  bodies(reply: Reply<'ReceiveMessage'> | Waiting, name?: string): string {
    if (reply.kind !== 'ok') return this.says(reply);
    const { Messages = [] } = reply.output;
    for (const { Body, ReceiptHandle } of Messages) {
      const receipt = (this.#receipts.get(Body) ?? 0) + 1;
      this.#receipts.set(Body, receipt);
      this.#handles.set(`${Body}/${receipt}`, ReceiptHandle);
    }
    const shown = ({ Body, Attributes }: ReceivedMessage): string =>
      name === undefined ? Body : `${Body}=${Attributes?.[name] ?? '-'}`;
    return Messages.map(shown).join(' ') || '-';
  }
}
