import { describe } from 'vitest';
import {
  change,
  counters,
  del,
  on,
  polls,
  purge,
  receive,
  redrive,
  type Story,
  send,
  sendBatch,
  set,
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
    rule: 'a poll returns what becomes available at the very instant its wait ends (sqs:P6, sqs:P11)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 5 }), 'a'],
      [0, send('b', { DelaySeconds: 5 })],
      [0, receive({ wait: 5, max: 10 }), 'waits'],
      [9000, polls, '1@5000 a b'],
    ],
  },
  {
    rule: 'a poll hears nothing of other queues (sqs:D7, sqs:P6)',
    queues: { q: {}, other: {} },
    lines: [
      [0, on('other', receive({ wait: 5 })), 'waits'],
      [1, send('a')],
      [9000, polls, '1@5000 -'],
      [9000, receive(), 'a'],
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
];

describe('polling', () => {
  tellAll(stories);
});
