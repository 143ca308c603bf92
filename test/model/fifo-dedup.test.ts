import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SendEntry, SendResult } from '../../src/core/calls.js';
import {
  ask,
  counters,
  del,
  on,
  purge,
  receive,
  redrive,
  Service,
  type Story,
  send,
  sendTo,
  set,
  shows,
  tellAll,
} from './service.js';

const contentBased = { ContentBasedDeduplication: 'true' };
const perGroup = { DeduplicationScope: 'messageGroup' };
const queue = { QueueUrl: 'q.fifo' };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const d = { MessageDeduplicationId: 'd' };

const stories: Story[] = [
  {
    rule: 'an id that was accepted within five minutes stores nothing (sqs:F20)',
    queues: { 'q.fifo': {} },
    lines: [
      [0, sendTo('g', 'a', d)],
      [1, sendTo('g', 'b', d)],
      [2, counters, '1 0 0'],
      [3, receive({ max: 10 }), 'a'],
    ],
  },
  {
    rule: 'at five minutes to the millisecond the id is free again (sqs:B4, sqs:F20)',
    queues: { 'q.fifo': {} },
    lines: [
      [7, sendTo('g', 'a', d)],
      [300_006, sendTo('g', 'b', d)],
      [300_006, counters, '1 0 0'],
      [300_007, sendTo('g', 'c', d)],
      [300_007, receive({ max: 10 }), 'a c'],
    ],
  },
  {
    rule: 'the window counts from the first send, duplicates do not extend it (sqs:F24, sqs:U30)',
    queues: { 'q.fifo': {} },
    lines: [
      [0, sendTo('g', 'a', d)],
      [200_000, sendTo('g', 'b', d)],
      [299_999, sendTo('g', 'c', d)],
      [300_000, sendTo('g', 'e', d)],
      [400_000, sendTo('g', 'f', d)],
      [599_999, sendTo('g', 'h', d)],
      [600_000, sendTo('g', 'i', d)],
      [600_001, receive({ max: 10 }), 'a e i'],
    ],
  },
  {
    rule: 'an id stays barred when its message was received and deleted (sqs:F23, fifo_deduplication_arrives_once_after_delete)',
    queues: { 'q.fifo': {} },
    lines: [
      [0, sendTo('group-1', 'item', { MessageDeduplicationId: 'dedup1' })],
      [1, receive(), 'item'],
      [2, del('item/1')],
      [3, sendTo('group-1', 'item', { MessageDeduplicationId: 'dedup1' })],
      [4, receive({ wait: 1 }), 'waits'],
      [299_999, sendTo('group-1', 'item', { MessageDeduplicationId: 'dedup1' })],
      [299_999, counters, '0 0 0'],
    ],
  },
  {
    rule: 'an id stays barred when its message was dead-lettered (sqs:F23)',
    queues: { 'q.fifo': { RedrivePolicy: redrive('dlq.fifo', 1) }, 'dlq.fifo': {} },
    lines: [
      [0, sendTo('g', 'a', d)],
      [1, receive({ v: 0 }), 'a'],
      [2, receive(), '-'],
      [3, on('dlq.fifo', counters), '1 0 0'],
      [4, sendTo('g', 'b', d)],
      [5, counters, '0 0 0'],
    ],
  },
  {
    rule: 'an id stays barred when its message was too old (sqs:F23)',
    queues: { 'q.fifo': { MessageRetentionPeriod: '60' } },
    lines: [
      [0, sendTo('g', 'a', d)],
      [61_000, counters, '0 0 0'],
      [62_000, sendTo('g', 'b', d)],
      [63_000, counters, '0 0 0'],
    ],
  },
  {
    rule: 'a purge lets all ids go (sqs:PQ4, purge_queue_clears_fifo_deduplication_cache)',
    queues: { 'q.fifo': {} },
    lines: [
      [0, sendTo('g', 'message-1', d)],
      [1, sendTo('g', 'gone', { MessageDeduplicationId: 'e' })],
      [2, receive({ max: 2 }), 'message-1 gone'],
      [3, del('gone/1')],
      [4, purge],
      [5, sendTo('g', 'message-2', d)],
      [6, sendTo('g', 'back', { MessageDeduplicationId: 'e' })],
      [7, receive({ wait: 1, max: 10 }), 'message-2 back'],
    ],
  },
  {
    rule: 'the ids of a queue and of its next life are apart (sqs:F20, sqs:DQ1)',
    queues: { 'q.fifo': {} },
    lines: [
      [0, sendTo('g', 'a', d)],
      [1, ask('DeleteQueue')],
      [60_001, ask('CreateQueue', { QueueName: 'q.fifo', Attributes: { FifoQueue: 'true' } } as never)],
      [60_002, sendTo('g', 'b', d)],
      [60_003, receive(), 'b'],
    ],
  },
  {
    rule: 'ids of two queues are apart (sqs:F22, sqs:D7)',
    queues: { 'q.fifo': {}, 'r.fifo': {} },
    lines: [
      [0, sendTo('g', 'a', d)],
      [1, on('r.fifo', sendTo('g', 'b', d))],
      [2, on('r.fifo', receive()), 'b'],
    ],
  },
  {
    rule: 'the scope queue compares with all groups (sqs:F22, sqs_fifo_same_dedup_id_different_message_groups)',
    queues: { 'q.fifo': {} },
    lines: [
      [0, sendTo('group1', 'Test', d)],
      [1, receive(), 'Test'],
      [2, del('Test/1')],
      [3, sendTo('group2', 'Test', d)],
      [4, receive(), '-'],
    ],
  },
  {
    rule: 'the scope queue compares contents with all groups (sqs:F22, fifo_deduplication_not_on_message_group_id)',
    queues: { 'q.fifo': contentBased },
    lines: [
      [0, send('item', { MessageGroupId: 'group-1' })],
      [1, send('item', { MessageGroupId: 'group-2' })],
      [2, counters, '1 0 0'],
    ],
  },
  {
    rule: 'the scope messageGroup compares with the same group only (sqs:F22, sqs:F55, fifo_high_throughput_ordering)',
    queues: { 'q.fifo': { ...perGroup, FifoThroughputLimit: 'perMessageGroupId' } },
    lines: [
      [0, sendTo('group1', 'Test1', d)],
      [1, sendTo('group2', 'Test2', d)],
      [2, sendTo('group1', 'Test3', d)],
      [3, receive({ max: 10 }), 'Test1 Test2'],
    ],
  },
  {
    rule: 'the scope messageGroup needs no high throughput (sqs:F22, sqs_fifo_message_group_scope_no_throughput_setting)',
    queues: { 'q.fifo': { ...contentBased, ...perGroup } },
    lines: [
      [0, send('Test', { MessageGroupId: 'group1' })],
      [1, receive(), 'Test'],
      [2, del('Test/1')],
      [3, send('Test', { MessageGroupId: 'group2' })],
      [4, receive(), 'Test'],
    ],
  },
  {
    rule: 'the scope is the one of the creation, from queue (sqs:F25, sqs:U31, fifo_change_to_high_throughput_after_creation)',
    queues: { 'q.fifo': { DeduplicationScope: 'queue' } },
    lines: [
      [0, sendTo('group1', 'Test1', d)],
      [1, set({ DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' })],
      [2, sendTo('group3', 'Test3', d)],
      [3, sendTo('group4', 'Test4', { MessageDeduplicationId: 'dedup_2' })],
      [4, sendTo('group5', 'Test5', { MessageDeduplicationId: 'dedup_2' })],
      [5, receive({ max: 10 }), 'Test1 Test4'],
    ],
  },
  {
    rule: 'the scope is the one of the creation, from messageGroup (sqs:F25, fifo_change_to_regular_throughput_after_creation)',
    queues: { 'q.fifo': { ...perGroup, FifoThroughputLimit: 'perMessageGroupId' } },
    lines: [
      [0, sendTo('group1', 'Test1', d)],
      [1, sendTo('group2', 'Test2', d)],
      [2, set({ DeduplicationScope: 'queue', FifoThroughputLimit: 'perQueue' })],
      [3, sendTo('group3', 'Test3', d)],
      [4, receive({ max: 10 }), 'Test1 Test2 Test3'],
    ],
  },
  {
    rule: 'a knob lets the scope change at once (sqs:F25)',
    queues: { 'q.fifo': {} },
    rules: { scopeOf: (_created, current) => current },
    lines: [
      [0, sendTo('group1', 'Test1', d)],
      [1, set(perGroup)],
      [2, sendTo('group2', 'Test2', d)],
      [3, receive({ max: 10 }), 'Test1 Test2'],
    ],
  },
  {
    rule: 'a refused send does not use its id up (sqs:F26, sqs:OP6)',
    queues: { 'q.fifo': { MaximumMessageSize: '1024' } },
    lines: [
      [0, sendTo('g', '', d), 'MissingParameter'],
      [1, sendTo('g', 'x'.repeat(1025), d), 'InvalidParameterValue'],
      [2, sendTo('g g', 'a', d), 'InvalidParameterValue'],
      [3, sendTo('g', 'a', { ...d, DelaySeconds: 1 }), 'InvalidParameterValue'],
      [4, sendTo('g', 'a', d)],
      [5, receive({ max: 10 }), 'a'],
    ],
  },
  {
    rule: 'ContentBasedDeduplication holds for later sends (sqs:F27)',
    queues: { 'q.fifo': {} },
    lines: [
      [0, send('a', { MessageGroupId: 'g' }), 'InvalidParameterValue'],
      [1, set({ ContentBasedDeduplication: 'true' })],
      [2, send('a', { MessageGroupId: 'g' })],
      [3, send('a', { MessageGroupId: 'g' })],
      [4, set({ ContentBasedDeduplication: 'false' })],
      [5, send('a', { MessageGroupId: 'g' }), 'InvalidParameterValue'],
      [6, sendTo('g', 'b', { MessageDeduplicationId: sha256('a') })],
      [7, receive({ max: 10 }), 'a'],
    ],
  },
  {
    rule: 'the id of a content is the SHA-256 of the body (sqs:F3, sqs:RM5)',
    queues: { 'q.fifo': contentBased },
    lines: [
      [0, send('münchen', { MessageGroupId: 'g' })],
      [1, shows('MessageDeduplicationId'), `münchen=${sha256('münchen')}`],
    ],
  },
  {
    rule: 'an id of a content is the same as an explicit one of that text (sqs:F3)',
    queues: { 'q.fifo': contentBased },
    lines: [
      [0, send('x', { MessageGroupId: 'g' })],
      [1, sendTo('g', 'y', { MessageDeduplicationId: sha256('x') })],
      [2, sendTo('g', 'z', { MessageDeduplicationId: sha256('u') })],
      [3, send('u', { MessageGroupId: 'g' })],
      [4, receive({ max: 10 }), 'x z'],
    ],
  },
  {
    rule: 'an explicit id overrides that of the content (sqs:F3)',
    queues: { 'q.fifo': contentBased },
    lines: [
      [0, send('x', { MessageGroupId: 'g' })],
      [1, sendTo('g', 'x', d)],
      [2, sendTo('g', 'y', d)],
      [3, receive({ max: 10 }), 'x x'],
    ],
  },
  {
    rule: 'attributes and group are no part of the content (sqs:F3)',
    queues: { 'q.fifo': contentBased },
    lines: [
      [0, send('x', { MessageGroupId: 'g' })],
      [1, send('x', { MessageGroupId: 'h', MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } } })],
      [2, counters, '1 0 0'],
    ],
  },
];

describe('deduplication', () => {
  tellAll(stories);

  const sent = (service: Service, at: number, entry: Omit<SendEntry, 'Id'>): SendResult =>
    service.ok(at, 'SendMessage', { ...queue, ...entry });

  test('a duplicate is answered as the first, with the digests of its own content (sqs:F21, sqs:U24, sqs:U26)', () => {
    const service = new Service({ 'q.fifo': {} });
    const id = { MessageGroupId: 'g', ...d };
    const first = sent(service, 0, { MessageBody: 'message', ...id });
    const attributes = { k: { DataType: 'String', StringValue: 'x' } };
    const second = sent(service, 1, { MessageBody: 'test', MessageAttributes: attributes, ...id });
    expect(second).toEqual({
      MessageId: first.MessageId,
      SequenceNumber: first.SequenceNumber,
      MD5OfMessageBody: '098f6bcd4621d373cade4e832627b4f6',
      MD5OfMessageAttributes: 'a45daa70926828a2f0a1db3418e6feb4',
    });
    const later = sent(service, 300_000, { MessageBody: 'message', ...id });
    expect(later.MessageId).not.toBe(first.MessageId);
    expect(BigInt(later.SequenceNumber!)).toBeGreaterThan(BigInt(first.SequenceNumber!));
  });

  test('duplicates in one batch are all successful, and one message is stored (sqs:SB8, sqs:F20)', () => {
    const service = new Service({ 'q.fifo': contentBased });
    const Entries = ['a', 'b', 'a', 'a'].map((MessageBody, k) => ({ Id: `${k}`, MessageBody, MessageGroupId: 'g' }));
    const { Successful = [], Failed } = service.ok(0, 'SendMessageBatch', { ...queue, Entries });
    expect(Failed).toBeUndefined();
    const ids = Successful.map(({ MessageId }) => MessageId);
    expect(ids).toEqual([ids[0], ids[1], ids[0], ids[0]]);
    expect(service.receive(1, { ...queue, MaxNumberOfMessages: 10 }).map(({ Body }) => Body)).toEqual(['a', 'b']);
  });

  test('the id of a first message is answered after it has gone (sqs:F23, deduplication_interval)', () => {
    const service = new Service({ 'q.fifo': {} });
    const first = sent(service, 0, { MessageBody: 'a', MessageGroupId: 'g', ...d });
    const [message] = service.receive(1, queue);
    service.ok(2, 'DeleteMessage', { ...queue, ReceiptHandle: message!.ReceiptHandle });
    expect(sent(service, 2000, { MessageBody: 'b', MessageGroupId: 'g', ...d }).MessageId).toBe(first.MessageId);
    const again = sent(service, 362_000, { MessageBody: 'c', MessageGroupId: 'g', ...d });
    expect(service.receive(362_001, queue)[0]!.MessageId).toBe(again.MessageId);
  });
});
