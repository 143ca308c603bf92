import { describe, expect, test } from 'vitest';
import { arnOf } from '../../src/core/calls.js';
import {
  ask,
  change,
  counters,
  create,
  del,
  drop,
  on,
  purge,
  receive,
  redrive,
  Service,
  type Story,
  send,
  shows,
  tell,
  tellAll,
} from './service.js';

const stories: Story[] = [
  {
    rule: 'a sent message is available, received it is in flight, deleted it is gone (sqs:L1)',
    lines: [
      [0, send('a')],
      [0, counters, '1 0 0'],
      [1, receive(), 'a'],
      [1, counters, '0 1 0'],
      [2, del('a/1')],
      [2, counters, '0 0 0'],
      [30_001, receive(), '-'],
    ],
  },
  {
    rule: 'however often a message is delivered, it stays until it is deleted (sqs:L1)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [30_000, receive(), 'a'],
      [60_000, receive(), 'a'],
      [90_000, receive(), 'a'],
      [90_001, del('a/4')],
      [200_000, receive(), '-'],
    ],
  },
  {
    rule: 'a message that was received is never delayed again (sqs:L2)',
    queues: { q: { DelaySeconds: '9', VisibilityTimeout: '1' } },
    lines: [
      [0, send('a')],
      [9000, receive(), 'a'],
      [9000, counters, '0 1 0'],
      [10_000, counters, '1 0 0'],
      [10_000, receive(), 'a'],
      [10_001, change('a/2', 0)],
      [10_001, counters, '1 0 0'],
    ],
  },
  {
    rule: 'the receive count grows by one with every receive (sqs:L4)',
    lines: [
      [0, send('a')],
      [0, shows('ApproximateReceiveCount', { v: 1 }), 'a=1'],
      [1000, shows('ApproximateReceiveCount', { v: 1 }), 'a=2'],
      [1001, change('a/2', 0)],
      [1001, shows('ApproximateReceiveCount'), 'a=3'],
    ],
  },
  {
    rule: 'the receive count goes on in the dead-letter queue (sqs:L4)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1) }, dlq: {} },
    lines: [
      [0, send('a')],
      [0, shows('ApproximateReceiveCount', { v: 0 }), 'a=1'],
      [1, receive(), '-'],
      [1, on('dlq', shows('ApproximateReceiveCount')), 'a=2'],
    ],
  },
  {
    rule: 'queues are isolated, however much they share a name (sqs:D1, sqs:D7)',
    queues: { q: {}, Q: {}, qq: {} },
    lines: [
      [0, send('a')],
      [0, on('Q', send('b'))],
      [0, on('qq', receive({ max: 10 })), '-'],
      [0, on('Q', receive({ max: 10 })), 'b'],
      [1, on('Q', purge)],
      [1, receive({ max: 10 }), 'a'],
    ],
  },
  {
    rule: 'the ways out of a queue: delete, move, purge, expiry, deletion of the queue (sqs:L1)',
    queues: { q: { MessageRetentionPeriod: '60', RedrivePolicy: redrive('dlq', 1) }, dlq: {} },
    lines: [
      [0, send('deleted')],
      [0, receive(), 'deleted'],
      [0, del('deleted/1')],
      [1, send('moved')],
      [1, receive({ v: 0 }), 'moved'],
      [2, receive(), '-'],
      [2, counters, '0 0 0'],
      [3, send('expired')],
      [60_003, counters, '0 0 0'],
      [60_004, send('purged')],
      [60_005, purge],
      [60_005, counters, '0 0 0'],
      [60_006, send('dropped')],
      [60_007, drop],
      [120_007, create('q')],
      [120_007, counters, '0 0 0'],
      [120_007, on('dlq', counters), '1 0 0'],
    ],
  },
];

describe('life of a message', () => {
  tellAll(stories);

  test('a message keeps its id over all receipts, and no other message has it (sqs:D4)', () => {
    const service = new Service();
    const ids = ['a', 'b', 'c'].map(
      (MessageBody) => service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody }).MessageId,
    );
    expect(new Set(ids).size).toBe(3);
    for (const at of [0, 30_000, 60_000])
      expect(service.receive(at, { MaxNumberOfMessages: 10 }).map(({ MessageId }) => MessageId)).toEqual(ids);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
  });

  test('every receipt has a handle of its own, at most 1,024 characters long (sqs:D5, sqs:V4)', () => {
    const service = new Service({ ['q'.repeat(80)]: {} });
    const QueueUrl = 'q'.repeat(80);
    for (const MessageBody of ['a', 'b']) service.ok(0, 'SendMessage', { QueueUrl, MessageBody });
    const handles = Array.from({ length: 50 }, () =>
      service.receive(0, { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
    ).flatMap((messages) => messages.map(({ ReceiptHandle }) => ReceiptHandle));
    expect(handles).toHaveLength(100);
    expect(new Set(handles).size).toBe(100);
    for (const handle of handles) expect(handle.length).toBeLessThanOrEqual(1024);
  });

  test('handles stay unique when dead letters come back to a queue they were in (sqs:D5, sqs:I7)', () => {
    const service = new Service({ q: {}, dlq: {} });
    service.ok(0, 'SetQueueAttributes', { QueueUrl: 'q', Attributes: { RedrivePolicy: redrive('dlq', 1) } });
    service.ok(0, 'SetQueueAttributes', { QueueUrl: 'dlq', Attributes: { RedrivePolicy: redrive('q', 1) } });
    service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a' });
    const handles: string[] = [];
    for (let at = 0; at < 8; at++)
      for (const QueueUrl of ['q', 'dlq'])
        for (const { ReceiptHandle } of service.receive(at, { QueueUrl, VisibilityTimeout: 0 }))
          handles.push(ReceiptHandle);
    expect(handles).toHaveLength(6);
    expect(new Set(handles).size).toBe(6);
  });

  test.each([
    ['white space', ' \t\r\n '],
    ['carriage returns', 'a\r\nb\rc'],
    ['quotes and entities', '"&quot;&amp;<a>\'</a>'],
    ['text beyond the basic plane', 'é ✓ \u{1F600}'],
    ['an end of what is allowed', '\uFFFD\uE000\u{10FFFF}'],
  ])('content comes back as it was sent: %s (sqs:D6)', (_, text) => {
    const service = new Service();
    const MessageAttributes = {
      text: { DataType: 'String.label', StringValue: text },
      number: { DataType: 'Number', StringValue: '12.5' },
      bytes: { DataType: 'Binary', BinaryValue: Buffer.from(text).toString('base64') },
    };
    service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: text, MessageAttributes });
    const [message] = service.receive(0);
    expect(message).toMatchObject({ Body: text, MessageAttributes });
  });

  test('a queue stores what it is sent, however much that is (sqs:L3)', () => {
    const service = new Service();
    for (let k = 0; k < 5000; k++) service.ok(k, 'SendMessage', { QueueUrl: 'q', MessageBody: `m${k}` });
    expect(service.counters(5000)).toEqual([5000, 0, 0]);
  });

  test('a queue has an ARN of its own (sqs:D1, sqs:D2)', () => {
    const service = new Service({ q: {}, Q: {} });
    const arns = ['q', 'Q'].map((QueueUrl) =>
      service.ok(0, 'GetQueueAttributes', { QueueUrl, AttributeNames: ['QueueArn', 'FifoQueue'] }),
    );
    expect(arns).toEqual(['q', 'Q'].map((name) => ({ Attributes: { QueueArn: arnOf(name) } })));
    tell({
      rule: 'a standard queue stays one',
      lines: [[0, ask('SetQueueAttributes', { Attributes: { FifoQueue: 'true' } }), 'InvalidAttributeName']],
    });
  });
});
