import { describe } from 'vitest';
import {
  change,
  counters,
  del,
  delBatch,
  on,
  polls,
  receive,
  redrive,
  type Story,
  send,
  sendBatch,
  tellAll,
} from './service.js';

const stories: Story[] = [
  {
    rule: 'an empty queue counts nothing (sqs:C1, sqs:A1)',
    lines: [[0, counters, '0 0 0']],
  },
  {
    rule: 'each live message is available, not visible or delayed (sqs:C1, sqs:C5)',
    lines: [
      [0, sendBatch(['a', 'b', 'c', 'd', 'e', 'f']), 'a ok, b ok, c ok, d ok, e ok, f ok'],
      [0, counters, '6 0 0'],
      [0, send('g', { DelaySeconds: 60 })],
      [0, counters, '6 0 1'],
      [0, receive({ max: 2 }), 'a b'],
      [0, counters, '4 2 1'],
      [1, del('a/1')],
      [1, counters, '4 1 1'],
    ],
  },
  {
    rule: 'messages are counted as available again although nobody polls (sqs:C4)',
    lines: [
      [0, sendBatch(['a', 'b', 'c']), 'a ok, b ok, c ok'],
      [0, receive({ max: 2, v: 5 }), 'a b'],
      [4999, counters, '1 2 0'],
      [5000, counters, '3 0 0'],
    ],
  },
  {
    rule: 'delayed messages are counted as available although nobody polls (sqs:C4, sqs:B2)',
    lines: [
      [0, send('a', { DelaySeconds: 5 })],
      [4999, counters, '0 0 1'],
      [5000, counters, '1 0 0'],
    ],
  },
  {
    rule: 'expired messages are not counted (sqs:C7, sqs:RT2)',
    queues: { q: { MessageRetentionPeriod: '60' } },
    lines: [
      [0, send('a')],
      [1, send('b')],
      [1, receive({ v: 100 }), 'a'],
      [60_000, counters, '1 0 0'],
      [60_001, counters, '0 0 0'],
    ],
  },
  {
    rule: 'receives, changes and timers keep the sum (sqs:C7)',
    lines: [
      [0, sendBatch(['a', 'b', 'c']), 'a ok, b ok, c ok'],
      [0, receive({ max: 2, v: 0 }), 'a b'],
      [0, counters, '3 0 0'],
      [0, receive({ max: 3, v: 9 }), 'a b c'],
      [1, change('a/2', 0)],
      [1, counters, '1 2 0'],
      [2, change('a/2', 60)],
      [2, counters, '0 3 0'],
      [3, change('a/1', 1)],
      [3, counters, '0 3 0'],
      [9000, counters, '3 0 0'],
    ],
  },
  {
    rule: 'a delete takes one off the sum, once (sqs:C7)',
    lines: [
      [0, sendBatch(['a', 'b', 'c']), 'a ok, b ok, c ok'],
      [0, receive({ max: 3 }), 'a b c'],
      [1, delBatch('a/1', 'b/1'), '1 ok, 2 ok'],
      [2, delBatch('a/1', 'b/1'), '1 ok, 2 ok'],
      [2, counters, '0 1 0'],
    ],
  },
  {
    rule: 'a dead letter is taken off one queue and added to the other (sqs:C7, sqs:X14)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1) }, dlq: { DelaySeconds: '900' } },
    lines: [
      [0, send('a')],
      [0, send('b')],
      [0, receive({ v: 0 }), 'a'],
      [1, receive(), 'b'],
      [1, counters, '0 1 0'],
      [1, on('dlq', counters), '1 0 0'],
    ],
  },
  {
    rule: 'a message that goes to a waiting poll is never counted as available (sqs:C1, sqs:P7)',
    lines: [
      [0, receive({ wait: 20 }), 'waits'],
      [1, send('a')],
      [1, counters, '0 1 0'],
      [1, polls, '1@1 a'],
    ],
  },
];

describe('counters', () => {
  tellAll(stories);
});
