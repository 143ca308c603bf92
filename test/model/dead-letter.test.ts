import { describe, expect, test } from 'vitest';
import { arnOf } from '../../src/core/calls.js';
import {
  change,
  counters,
  create,
  del,
  drop,
  on,
  polls,
  receive,
  redrive,
  Service,
  type Story,
  send,
  sendBatch,
  set,
  shows,
  tellAll,
} from './service.js';

const limited = (max: number): NonNullable<Story['queues']> => ({ q: { RedrivePolicy: redrive('dlq', max) }, dlq: {} });

const stories: Story[] = [
  {
    rule: 'with maxReceiveCount 2 a message is seen twice, the third attempt moves it (sqs:X3)',
    queues: limited(2),
    lines: [
      [0, send('a')],
      [0, receive({ v: 1 }), 'a'],
      [1000, receive({ v: 1 }), 'a'],
      [1999, receive(), '-'],
      [1999, on('dlq', counters), '0 0 0'],
      [2000, receive(), '-'],
      [2000, counters, '0 0 0'],
      [2000, on('dlq', receive()), 'a'],
    ],
  },
  {
    rule: 'the attempt that moves it does not count (sqs:X4, sqs:L4)',
    queues: limited(1),
    lines: [
      [0, send('a')],
      [0, shows('ApproximateReceiveCount', { v: 0 }), 'a=1'],
      [1, receive(), '-'],
      [1, on('dlq', shows('ApproximateReceiveCount', { v: 0 })), 'a=2'],
      [1, on('dlq', shows('ApproximateReceiveCount', { v: 0 })), 'a=3'],
    ],
  },
  {
    rule: 'the call that moves messages returns the others, up to what it asked (sqs:X5)',
    queues: limited(1),
    lines: [
      [0, sendBatch(['a', 'b', 'c']), 'a ok, b ok, c ok'],
      [0, receive({ max: 2, v: 0 }), 'a b'],
      [1, receive(), 'c'],
      [1, on('dlq', receive({ max: 10 })), 'a b'],
    ],
  },
  {
    rule: 'a message in flight does not move, one deleted or hidden longer stays (sqs:X7)',
    queues: limited(1),
    lines: [
      [0, send('a')],
      [0, send('b')],
      [0, receive({ max: 2, v: 5 }), 'a b'],
      [1, receive({ max: 10 }), '-'],
      [2, del('a/1')],
      [3, change('b/1', 60)],
      [5000, receive({ max: 10 }), '-'],
      [5000, on('dlq', counters), '0 0 0'],
      [60_003, receive({ max: 10 }), '-'],
      [60_003, on('dlq', receive({ max: 10 })), 'b'],
    ],
  },
  {
    rule: 'the end of a window alone moves nothing, it takes a receive (sqs:X7, sqs:U33)',
    queues: limited(1),
    lines: [
      [0, send('a')],
      [0, receive({ v: 1 }), 'a'],
      [9000, counters, '1 0 0'],
      [9000, on('dlq', receive()), '-'],
    ],
  },
  {
    rule: 'SentTimestamp and first receive stay what they were (sqs:X9, sqs:U17)',
    queues: limited(1),
    lines: [
      [5, send('a')],
      [6, receive({ v: 0 }), 'a'],
      [7, receive(), '-'],
      [8, on('dlq', shows('SentTimestamp', { v: 0 })), 'a=5'],
      [8, on('dlq', shows('ApproximateFirstReceiveTimestamp', { v: 0 })), 'a=6'],
      [8, on('dlq', shows('DeadLetterQueueSourceArn')), `a=${arnOf('q')}`],
    ],
  },
  {
    rule: 'raising the limit or taking the policy away lets a message be received again (sqs:X11)',
    queues: limited(1),
    lines: [
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [1, set({ RedrivePolicy: redrive('dlq', 2) })],
      [1, receive({ v: 0 }), 'a'],
      [2, set({ RedrivePolicy: '' })],
      [2, receive({ v: 0 }), 'a'],
    ],
  },
  {
    rule: 'lowering the limit moves a message with the next attempt (sqs:X11)',
    queues: limited(9),
    lines: [
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [0, receive({ v: 0 }), 'a'],
      [1, set({ RedrivePolicy: redrive('dlq', 1) })],
      [1, receive(), '-'],
      [1, on('dlq', counters), '1 0 0'],
    ],
  },
  {
    rule: 'a dead-letter queue is sent to and received from like any other (sqs:X13)',
    queues: limited(1),
    lines: [
      [0, on('dlq', send('own'))],
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [1, receive(), '-'],
      [1, on('dlq', receive({ max: 10 })), 'own a'],
    ],
  },
  {
    rule: 'in a chain each queue counts its own receives and shows them all (sqs:X13, sqs:U19)',
    queues: { q: { RedrivePolicy: redrive('q2', 1) }, q2: { RedrivePolicy: redrive('q3', 1) }, q3: {} },
    lines: [
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [1, receive(), '-'],
      [1, on('q2', shows('ApproximateReceiveCount', { v: 0 })), 'a=2'],
      [2, on('q2', receive()), '-'],
      [2, on('q3', shows('ApproximateReceiveCount', { v: 0 })), 'a=3'],
      [2, on('q3', shows('DeadLetterQueueSourceArn')), `a=${arnOf('q2')}`],
    ],
  },
  {
    rule: 'a moved message is available at once, whatever the delay of the dead-letter queue (sqs:X6, sqs:X14)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1) }, dlq: { DelaySeconds: '900' } },
    lines: [
      [0, send('a', { DelaySeconds: 0 })],
      [0, receive({ v: 0 }), 'a'],
      [1, receive(), '-'],
      [1, on('dlq', receive()), 'a'],
    ],
  },
  {
    rule: 'without its dead-letter queue the message stays and is delivered (sqs:X15, sqs:U12)',
    queues: limited(1),
    lines: [
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [1, on('dlq', drop)],
      [1, shows('ApproximateReceiveCount', { v: 0 }), 'a=2'],
      [60_001, create('dlq')],
      [60_001, receive(), '-'],
      [60_001, on('dlq', receive()), 'a'],
    ],
  },
  {
    rule: 'a poll that waits moves a message at the end of its window (sqs:X3, sqs:P8)',
    queues: limited(1),
    lines: [
      [0, send('a')],
      [0, receive({ v: 2 }), 'a'],
      [0, receive({ wait: 5 }), 'waits'],
      [0, on('dlq', receive({ wait: 20 })), 'waits'],
      [20_000, polls, '2@2000 a, 1@5000 -'],
    ],
  },
];

describe('dead letters', () => {
  tellAll(stories);

  test('id, body, attributes and digests are kept, the handle is new (sqs:X8, sqs:D4)', () => {
    const service = new Service(limited(1));
    const MessageAttributes = { k: { DataType: 'String', StringValue: 'x' } };
    service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a', MessageAttributes });
    const [before] = service.receive(0, { VisibilityTimeout: 0 });
    service.receive(1);
    const [after] = service.receive(1, { QueueUrl: 'dlq' });
    const { ReceiptHandle: _, Attributes: __, ...kept } = before!;
    expect(after).toMatchObject(kept);
    expect(after!.ReceiptHandle).not.toBe(before!.ReceiptHandle);
    expect(after!.Attributes!.SenderId).toBe(before!.Attributes!.SenderId);
  });
});
