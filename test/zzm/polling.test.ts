import { describe, expect, test } from 'vitest';
import {
  change,
  counters,
  create,
  del,
  drop,
  on,
  polls,
  purge,
  receive,
  redrive,
  Service,
  type Story,
  send,
  sendBatch,
  set,
  taking,
  tellAll,
} from './service.js';

const stories: Story[] = [
  {
    rule: 'a receive does not wait unless it or the queue says so (sqs:P1)',
    lines: [
      [0, receive(), '-'],
      [0, receive({ wait: 0 }), '-'],
      [0, receive({ wait: 1 }), 'waits'],
    ],
  },
  {
    rule: "a receive without WaitTimeSeconds waits for the queue's (sqs:P1)",
    queues: { q: { ReceiveMessageWaitTimeSeconds: '3' } },
    lines: [
      [0, receive(), 'waits'],
      [2999, polls, '-'],
      [3000, polls, '1@3000 -'],
    ],
  },
  {
    rule: "a receive's own WaitTimeSeconds go before the queue's, 0 too (sqs:P1)",
    queues: { q: { ReceiveMessageWaitTimeSeconds: '3' } },
    lines: [
      [0, receive({ wait: 0 }), '-'],
      [0, receive({ wait: 5 }), 'waits'],
      [4999, polls, '-'],
      [5000, polls, '1@5000 -'],
    ],
  },
  {
    rule: 'a long poll that finds messages answers at once, with up to what it asked (sqs:P3)',
    lines: [
      [0, sendBatch(['a', 'b', 'c']), 'a ok, b ok, c ok'],
      [0, receive({ max: 2, wait: 20 }), 'a b'],
      [0, receive({ max: 10, wait: 20 }), 'c'],
      [0, receive({ max: 10, wait: 20 }), 'waits'],
    ],
  },
  {
    rule: 'a long poll does not wait to fill up (sqs:P4)',
    lines: [
      [0, receive({ max: 10, wait: 20 }), 'waits'],
      [5000, send('a')],
      [5001, send('b')],
      [5001, polls, '1@5000 a'],
      [5001, counters, '1 1 0'],
    ],
  },
  {
    rule: 'a batch of sends ends a wait as a whole (sqs:P3, sqs:P4)',
    lines: [
      [0, receive({ max: 2, wait: 20 }), 'waits'],
      [1, sendBatch(['a', 'b', 'c']), 'a ok, b ok, c ok'],
      [1, polls, '1@1 a b'],
    ],
  },
  {
    rule: 'an empty answer comes when the wait is over, never before (sqs:P6)',
    lines: [
      [0, receive({ wait: 20 }), 'waits'],
      [0, purge],
      [1, set({ ReceiveMessageWaitTimeSeconds: '1', VisibilityTimeout: '0' })],
      [19_999, polls, '-'],
      [20_000, polls, '1@20000 -'],
    ],
  },
  {
    rule: 'a send ends a wait (sqs:P7)',
    lines: [
      [0, receive({ wait: 20 }), 'waits'],
      [7000, send('a')],
      [7000, polls, '1@7000 a'],
    ],
  },
  {
    rule: 'the end of a delay ends a wait (sqs:P8)',
    lines: [
      [0, send('a', { DelaySeconds: 2 })],
      [1, receive({ wait: 20 }), 'waits'],
      [20_000, polls, '1@2000 a'],
    ],
  },
  {
    rule: 'the delay of a message sent during the wait ends it too (sqs:P8)',
    lines: [
      [0, receive({ wait: 20 }), 'waits'],
      [1, send('a', { DelaySeconds: 2 })],
      [20_000, polls, '1@2001 a'],
    ],
  },
  {
    rule: 'the end of a window ends a wait (sqs:P8)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 3 }), 'a'],
      [1, receive({ wait: 20 }), 'waits'],
      [20_000, polls, '1@3000 a'],
    ],
  },
  {
    rule: 'a visibility change to 0 ends a wait (sqs:P8)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, receive({ wait: 20 }), 'waits'],
      [4, change('a/1', 0)],
      [4, polls, '1@4 a'],
    ],
  },
  {
    rule: 'a visibility change moves the end of a wait (sqs:P8, sqs:V7)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 3 }), 'a'],
      [1, receive({ wait: 20 }), 'waits'],
      [1000, change('a/1', 8)],
      [5000, polls, '-'],
      [20_000, polls, '1@9000 a'],
    ],
  },
  {
    rule: 'a message that arrives as a dead letter ends a wait (sqs:P8)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1) }, dlq: {} },
    lines: [
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [0, on('dlq', receive({ wait: 20 })), 'waits'],
      [5, receive(), '-'],
      [5, polls, '1@5 a'],
    ],
  },
  {
    rule: 'a delete of what is hidden does not end a wait (sqs:P6)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 5 }), 'a'],
      [1, receive({ wait: 20 }), 'waits'],
      [2, del('a/1')],
      [20_001, polls, '1@20001 -'],
    ],
  },
  {
    rule: 'one message goes to one of the polls that wait, the oldest, the others wait on (sqs:P9)',
    lines: [
      [0, receive({ wait: 10 }), 'waits'],
      [1000, receive({ wait: 10 }), 'waits'],
      [2000, receive({ wait: 2 }), 'waits'],
      [3000, send('a')],
      [3000, polls, '1@3000 a'],
      [3500, send('b')],
      [20_000, polls, '2@3500 b, 3@4000 -'],
    ],
  },
  {
    rule: 'which of the polls that wait gets the message is free (sqs:P9)',
    lines: [
      [0, taking({ waiter: 1 }, receive({ wait: 10 })), 'waits'],
      [0, receive({ wait: 10 }), 'waits'],
      [1, send('a')],
      [1, polls, '2@1 a'],
      [2, send('b')],
      [2, polls, '1@2 b'],
    ],
  },
  {
    rule: 'several messages at once go to as many polls as they fill (sqs:P9)',
    lines: [
      [0, receive({ wait: 10 }), 'waits'],
      [0, receive({ wait: 10, max: 10 }), 'waits'],
      [0, receive({ wait: 10 }), 'waits'],
      [1, sendBatch(['a', 'b', 'c', 'd']), 'a ok, b ok, c ok, d ok'],
      [1, polls, '1@1 a, 2@1 b c d'],
    ],
  },
  {
    rule: 'a poll whose client has gone still takes a message, at the price of a receive (sqs:P10)',
    lines: [
      [0, receive({ wait: 20, v: 2 }), 'waits'],
      [1, send('a')],
      [1, counters, '0 1 0'],
      [2001, counters, '1 0 0'],
    ],
  },
  {
    rule: 'a long poll that only moved messages keeps waiting (sqs:X5)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1) }, dlq: {} },
    lines: [
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [1, receive({ wait: 5 }), 'waits'],
      [1, on('dlq', counters), '1 0 0'],
      [5001, polls, '1@5001 -'],
    ],
  },
  {
    rule: 'windows of a poll count from its answer, with its own VisibilityTimeout (sqs:P13, sqs:V1)',
    lines: [
      [0, receive({ wait: 20, v: 1 }), 'waits'],
      [10_000, send('a')],
      [10_999, receive(), '-'],
      [11_000, receive(), 'a'],
    ],
  },
  {
    rule: 'a wait ends with the refusal of every later call when its queue is deleted (sqs:DQ3, sqs:U11)',
    lines: [
      [0, receive({ wait: 20 }), 'waits'],
      [5, drop],
      [5, polls, '1@5 AWS.SimpleQueueService.NonExistentQueue'],
      [60_005, create('q')],
      [60_006, send('a')],
      [60_006, polls, '-'],
    ],
  },
];

describe('polling', () => {
  tellAll(stories);

  test('nothing is due while nobody waits, whatever timers run (sqs:C4)', () => {
    const service = new Service();
    service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a', DelaySeconds: 1 });
    expect(service.sqs.due()).toBe(Number.POSITIVE_INFINITY);
    service.call(0, 'ReceiveMessage', { QueueUrl: 'q', WaitTimeSeconds: 20 });
    expect(service.sqs.due()).toBe(1000);
    service.settle(1000);
    expect(service.sqs.due()).toBe(Number.POSITIVE_INFINITY);
  });
});
