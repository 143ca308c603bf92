import { describe, expect, test } from 'vitest';
import {
  counters,
  create,
  drop,
  polls,
  receive,
  Service,
  type Story,
  send,
  sendBatch,
  taking,
  tellAll,
} from './service.js';

const stories: Story[] = [
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

describe('polls that wait', () => {
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
