import { describe } from 'vitest';
import {
  counters,
  create,
  del,
  drop,
  on,
  polls,
  purge,
  receive,
  type Story,
  send,
  set,
  taking,
  tellAll,
} from './service.js';

const inProgress = 'AWS.SimpleQueueService.PurgeQueueInProgress';

const stories: Story[] = [
  {
    rule: 'a purge removes available, delayed and in-flight messages (sqs:PQ2)',
    lines: [
      [0, send('hidden')],
      [0, receive(), 'hidden'],
      [0, send('delayed', { DelaySeconds: 5 })],
      [0, send('available')],
      [0, counters, '1 1 1'],
      [1, purge],
      [1, counters, '0 0 0'],
      [30_000, receive({ max: 10 }), '-'],
    ],
  },
  {
    rule: 'messages sent after a purge survive it (sqs:PQ2, sqs:PQ3)',
    lines: [
      [0, send('a')],
      [1, purge],
      [1, send('b')],
      [1, receive({ max: 10 }), 'b'],
    ],
  },
  {
    rule: 'a second purge within 60 s is refused and removes nothing (sqs:PQ1, sqs:A31, sqs:OP6)',
    lines: [
      [0, purge],
      [1, send('a')],
      [59_999, purge, inProgress],
      [59_999, counters, '1 0 0'],
      [60_000, purge],
      [60_000, counters, '0 0 0'],
    ],
  },
  {
    rule: 'a refused purge does not begin the 60 s anew (sqs:PQ1)',
    lines: [
      [0, purge],
      [30_000, purge, inProgress],
      [60_000, purge],
      [119_999, purge, inProgress],
    ],
  },
  {
    rule: 'each queue has its own 60 s (sqs:PQ1)',
    queues: { q: {}, other: {} },
    lines: [
      [0, purge],
      [1, on('other', purge)],
      [2, purge, inProgress],
    ],
  },
  {
    rule: 'a queue made anew has not been purged (sqs:PQ1, sqs:DQ1)',
    lines: [
      [0, drop],
      [60_000, create('q')],
      [60_001, purge],
      [60_002, drop],
      [120_002, create('q')],
      [120_002, purge],
    ],
  },
  {
    rule: 'a purge of one queue spares the others (sqs:PQ2, sqs:D7)',
    queues: { q: {}, other: {} },
    lines: [
      [0, send('a')],
      [0, on('other', send('b'))],
      [1, purge],
      [1, on('other', receive({ max: 10 })), 'b'],
    ],
  },
  {
    rule: 'polls wait on through a purge (sqs:PQ1, sqs:P6)',
    lines: [
      [0, send('a', { DelaySeconds: 2 })],
      [0, receive({ wait: 5 }), 'waits'],
      [1, purge],
      [4999, polls, '-'],
      [5000, polls, '1@5000 -'],
    ],
  },
  {
    rule: 'attributes survive a purge (sqs:PQ2)',
    lines: [
      [0, set({ VisibilityTimeout: '1' })],
      [1, purge],
      [1, send('a')],
      [1, receive(), 'a'],
      [1001, receive(), 'a'],
    ],
  },
  {
    rule: 'a message deleted before a purge does not come back after it (sqs:PQ2, sqs:N4)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, del('a/1')],
      [2, purge],
      [3, taking({ zombie: 1 }, receive({ max: 10 })), '-'],
    ],
  },
];

describe('purge', () => {
  tellAll(stories);
});
