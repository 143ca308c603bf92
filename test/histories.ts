import { createHash } from 'node:crypto';
import type {
  Call,
  CallName,
  Calls,
  MessageAttributes,
  QueueAttributes,
  Reply,
  SendEntry,
  SendResult,
} from '../src/core/calls.js';
import { isFifo } from '../src/core/calls.js';
import type { History, Op } from '../src/core/history.js';
import type { FaultName, Level } from '../src/core/schedule.js';

/**
 * Histories by hand: `history([send('m1', { at: 0 }), receive({ at: 5, got: [delivered('m1')] }), del('m1/1', { at: 9 })])`.
 *
 * All times are milliseconds; `to` is `at` unless given. The MessageId of body `m1` is `id-m1`, the handle of its k-th
 * delivery in the list is `m1/k`. A call is accepted unless `unknown` or `refused` (the code) says otherwise.
 *
 * A send to a queue in `.fifo` has the group `g` and its body as deduplication id unless given, and its sequence number
 * is `sequence(op)`; a delivery from there shows what the send carried.
 */

export interface When {
  at?: number;
  to?: number;
  actor?: string;
  /** The step's number; its place in the list unless given, none with `drain`. */
  step?: number;
  drain?: true;
  fault?: FaultName;
  unknown?: boolean;
  refused?: string;
}
/** An op without its number; `got` are deliveries that `history` completes. */
export type Draft = Call & When & { reply: Reply; got?: Delivered[] };

export interface Delivered {
  body: string;
  id?: string;
  handle?: string;
  count?: number;
  /** System attributes over the plausible ones; undefined takes one away, false all. */
  attrs?: Record<string, string | undefined> | false;
  /** Message attributes returned; those of the send unless given. */
  attributes?: MessageAttributes;
  md5?: string;
  attributesMd5?: string;
}

export const ok = (output: object = {}): Reply => ({ kind: 'ok', output });
export const unknown: Reply = { kind: 'unknown', why: 'reply lost' };
export const refused = (code: string): Reply => ({ kind: 'error', code, status: 400, message: code });

export function op<K extends CallName>(call: K, input: Calls[K]['input'], reply: Reply = ok(), when: When = {}): Draft {
  const answer = when.refused !== undefined ? refused(when.refused) : when.unknown ? unknown : reply;
  return { ...when, call, input, reply: answer } as Draft;
}

type SendOptions = When & {
  id?: string;
  queue?: string;
  delay?: number;
  attributes?: MessageAttributes;
  /** Message system attributes. */
  system?: MessageAttributes;
  group?: string;
  /** The deduplication id; null for none. */
  dedup?: string | null;
  /** Over the right answer. */
  result?: Partial<SendResult>;
};
export function send(body: string, options: SendOptions = {}): Draft {
  const { id = `id-${body}`, queue = 'q1', delay, attributes, system, group, dedup, result, ...when } = options;
  const input: Calls['SendMessage']['input'] = {
    QueueUrl: queue,
    MessageBody: body,
    ...fifoMembers(queue, body, group, dedup),
  };
  if (delay !== undefined) input.DelaySeconds = delay;
  if (attributes !== undefined) input.MessageAttributes = attributes;
  if (system !== undefined) input.MessageSystemAttributes = system;
  const answer = {
    ...sendResult(body, id, attributes),
    ...(system && { MD5OfMessageSystemAttributes: attributesMd5(system) }),
  };
  return op('SendMessage', input, ok({ ...answer, ...result }), when);
}

function fifoMembers(queue: string, body: string, group: string | undefined, dedup: string | null | undefined) {
  const id = dedup === undefined && isFifo(queue) ? body : dedup;
  const MessageGroupId = group ?? (isFifo(queue) ? 'g' : undefined);
  return { ...(MessageGroupId && { MessageGroupId }), ...(id && { MessageDeduplicationId: id }) };
}

/** The sequence number that op `id` gives to its message, to that of batch entry `index`. */
export const sequence = (id: number, index = 0): string => String(10n ** 19n + BigInt(id * 100 + index));

/** The right answer to a send, or without its Id the one to a batch entry. */
export function sendResult(body: string, id = `id-${body}`, attributes?: MessageAttributes): SendResult {
  const result: SendResult = { MessageId: id, MD5OfMessageBody: md5(body) };
  if (attributes !== undefined) result.MD5OfMessageAttributes = attributesMd5(attributes);
  return result;
}

type ReceiveOptions = When & {
  queue?: string;
  max?: number;
  v?: number;
  wait?: number;
  got?: Delivered[];
  input?: Partial<Calls['ReceiveMessage']['input']>;
};
export function receive({ queue = 'q1', max, v, wait, got = [], input: more, ...when }: ReceiveOptions = {}): Draft {
  const input: Calls['ReceiveMessage']['input'] = { QueueUrl: queue, MaxNumberOfMessages: max ?? 10 };
  if (v !== undefined) input.VisibilityTimeout = v;
  if (wait !== undefined) input.WaitTimeSeconds = wait;
  const names = { MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] };
  return { ...op('ReceiveMessage', { ...input, ...names, ...more }, ok(), when), got };
}

export const delivered = (body: string, more: Omit<Delivered, 'body'> = {}): Delivered => ({ body, ...more });

export const del = (handle: string, { queue = 'q1', ...when }: When & { queue?: string } = {}): Draft =>
  op('DeleteMessage', { QueueUrl: queue, ReceiptHandle: handle }, ok(), when);

export const change = (handle: string, seconds: number, { queue = 'q1', ...when }: When & { queue?: string } = {}) =>
  op('ChangeMessageVisibility', { QueueUrl: queue, ReceiptHandle: handle, VisibilityTimeout: seconds }, ok(), when);

interface Frame {
  level?: Level;
  queues?: Record<string, QueueAttributes>;
  early?: number;
  late?: number;
  epoch?: number;
  epochError?: number;
  drained?: boolean;
  drainedFrom?: number;
}
export function history(drafts: Draft[], frame: Frame = {}): History {
  const { level = 'strict', queues = { q1: {} }, early = 0, late = 0, epoch = 0, epochError = 0 } = frame;
  const ops = numbered(drafts);
  number(ops);
  complete(drafts, ops, epoch);
  const setup = { queues: Object.entries(queues).map(([name, attributes]) => ({ name, attributes })) };
  return {
    schedule: { seed: 'by hand', level, setup, liberties: [], steps: [] },
    endpoint: { name: 'by hand', early, late, epoch, epochError },
    ops,
    ...(frame.drainedFrom !== undefined && { drainedFrom: frame.drainedFrom }),
    drained: frame.drained ?? false,
  };
}

function numbered(drafts: Draft[]): Op[] {
  return drafts.map((draft, id) => {
    const { at = id === 0 ? 0 : undefined, to, step = id, drain, unknown: _, refused: __, got: ___, ...rest } = draft;
    if (at === undefined) throw new Error(`op ${id} has no time`);
    if (at < (drafts[id - 1]?.at ?? 0)) throw new Error(`op ${id} begins before the op before it`);
    const queue = 'QueueUrl' in rest.input ? rest.input.QueueUrl : '';
    const whose = drain ? { actor: `drain-${queue}` } : { actor: 'a', step };
    return { ...whose, ...rest, id, invoked: at, returned: to ?? at } as Op;
  });
}

/** Fills in the sequence numbers that a right service would have answered to sends; a duplicate gets that of its original. */
function number(ops: Op[]): void {
  const given = new Map<string, string>();
  for (const op of ops) {
    if (
      op.reply.kind !== 'ok' ||
      !op.call.startsWith('SendMessage') ||
      !isFifo((op.input as { QueueUrl: string }).QueueUrl)
    )
      continue;
    const { output } = op.reply as { output: SendResult & { Successful?: SendResult[] } };
    const results: SendResult[] = op.call === 'SendMessage' ? [output] : (output.Successful ?? []);
    results.forEach((result, index) => {
      const number = result.SequenceNumber ?? given.get(result.MessageId) ?? sequence(op.id, index);
      given.set(result.MessageId, number);
      result.SequenceNumber = number;
    });
  }
}

/** Fills in what a right service would have answered to the receives. */
function complete(drafts: Draft[], ops: Op[], epoch: number): void {
  const sends = new Map<string, SentEntry>();
  for (const sent of sentEntries(ops)) if (!sends.has(sent.entry.MessageBody)) sends.set(sent.entry.MessageBody, sent);
  const seen = new Map<string, { count: number; first: number }>();
  drafts.forEach(({ got = [] }, index) => {
    const { input, reply, returned } = ops[index]!;
    if (reply.kind !== 'ok' || got.length === 0) return;
    const messages = got.map(({ body, id = `id-${body}`, ...given }) => {
      const before = seen.get(id) ?? { count: 0, first: returned };
      const now = { count: before.count + 1, first: before.first };
      seen.set(id, now);
      const sent = sends.get(body);
      const attributes = given.attributes ?? sent?.entry.MessageAttributes;
      const system = {
        ...(sent !== undefined && shownOf(sent, (input as { QueueUrl: string }).QueueUrl, id)),
        SenderId: 'sender',
        SentTimestamp: String(epoch + (sent?.at ?? 0)),
        ApproximateReceiveCount: String(given.count ?? now.count),
        ApproximateFirstReceiveTimestamp: String(epoch + now.first),
      };
      return {
        MessageId: id,
        ReceiptHandle: given.handle ?? `${body}/${now.count}`,
        MD5OfBody: given.md5 ?? md5(body),
        Body: body,
        ...(given.attrs !== false && { Attributes: present({ ...system, ...given.attrs }) }),
        ...(attributes !== undefined && {
          MessageAttributes: attributes,
          MD5OfMessageAttributes: given.attributesMd5 ?? attributesMd5(attributes),
        }),
      };
    });
    ops[index]!.reply = { kind: 'ok', output: { Messages: messages } };
  });
}

interface SentEntry {
  entry: Omit<SendEntry, 'Id'>;
  queue: string;
  at: number;
  sequence: string | undefined;
}

function sentEntries(ops: Op[]): SentEntry[] {
  return ops.flatMap((op) => {
    if (op.call !== 'SendMessage' && op.call !== 'SendMessageBatch') return [];
    const entries: Omit<SendEntry, 'Id'>[] = op.call === 'SendMessage' ? [op.input] : op.input.Entries;
    const fifo = isFifo(op.input.QueueUrl);
    return entries.map((entry, index) => ({
      entry,
      queue: op.input.QueueUrl,
      at: op.invoked,
      sequence: fifo ? sequence(op.id, index) : undefined,
    }));
  });
}

/** What the sender set or the queue gave; in a dead-letter queue the deduplication id is the MessageId (sqs:X10). */
function shownOf({ entry, queue, sequence: number }: SentEntry, from: string, id: string): Record<string, string> {
  const { MessageGroupId, MessageDeduplicationId, MessageBody, MessageSystemAttributes } = entry;
  const trace = MessageSystemAttributes?.AWSTraceHeader?.StringValue;
  const dedup = from === queue ? (MessageDeduplicationId ?? sha256(MessageBody)) : id;
  return {
    ...(MessageGroupId !== undefined && { MessageGroupId }),
    ...(number !== undefined && { SequenceNumber: number, MessageDeduplicationId: dedup }),
    ...(trace !== undefined && { AWSTraceHeader: trace }),
  };
}

const present = (attributes: Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));

/** sqs:F3 */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** sqs:M20 */
export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** sqs:M21 */
export function attributesMd5(attributes: MessageAttributes): string {
  const hash = createHash('md5');
  const put = (bytes: Buffer): void => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    put(Buffer.from(name));
    put(Buffer.from(DataType ?? ''));
    hash.update(Buffer.of(BinaryValue === undefined ? 1 : 2));
    put(BinaryValue === undefined ? Buffer.from(StringValue ?? '') : Buffer.from(BinaryValue, 'base64'));
  }
  return hash.digest('hex');
}
