import { describe, test } from 'vitest';
import { change, counters, create, drop, type Line, polls, purge, receive, send, tell } from './service.js';

/** What is asked at the last instant before a deadline, at it, and what is said then. */
interface Edge {
  rule: string;
  before: Line[];
  deadline: number;
  ask: Line[1];
  early: string;
  due: string;
}

const edges: Edge[] = [
  {
    rule: 'a window of V seconds is over at receive + V (sqs:B1)',
    before: [
      [0, send('a')],
      [7, receive({ v: 2 }), 'a'],
    ],
    deadline: 2007,
    ask: receive(),
    early: '-',
    due: 'a',
  },
  {
    rule: 'a visibility change counts from the change, not from the receive (sqs:B7)',
    before: [
      [0, send('a')],
      [0, receive({ v: 30 }), 'a'],
      [500, change('a/1', 2)],
    ],
    deadline: 2500,
    ask: receive(),
    early: '-',
    due: 'a',
  },
  {
    rule: 'a window counts from the answer of the service, for a long poll from its end (sqs:B7)',
    before: [
      [0, receive({ v: 1, wait: 20 }), 'waits'],
      [5000, send('a')],
      [5000, polls, '1@5000 a'],
    ],
    deadline: 6000,
    ask: receive(),
    early: '-',
    due: 'a',
  },
  {
    rule: 'a delay of D seconds is over at send + D (sqs:B2)',
    before: [[3, send('a', { DelaySeconds: 5 })]],
    deadline: 5003,
    ask: receive(),
    early: '-',
    due: 'a',
  },
  {
    rule: 'a message has expired at send + retention (sqs:B3)',
    before: [[11, send('a')]],
    deadline: 60_011,
    ask: receive(),
    early: 'a',
    due: '-',
  },
  {
    rule: 'a purge is refused for less than 60 s after the one before (sqs:B5, sqs:A31)',
    before: [[2, purge]],
    deadline: 60_002,
    ask: purge,
    early: 'AWS.SimpleQueueService.PurgeQueueInProgress',
    due: 'ok',
  },
  {
    rule: 'a name is refused for less than 60 s after its queue was deleted (sqs:B5, sqs:A32)',
    before: [[4, drop]],
    deadline: 60_004,
    ask: create('q'),
    early: 'AWS.SimpleQueueService.QueueDeletedRecently',
    due: 'ok',
  },
  {
    rule: 'a long poll is over when its wait has passed (sqs:P3, sqs:P6)',
    before: [[9, receive({ wait: 1 }), 'waits']],
    deadline: 1009,
    ask: polls,
    early: '-',
    due: '1@1009 -',
  },
];

const queues = { q: { MessageRetentionPeriod: '60' } };

describe('time boundaries', () => {
  for (const { rule, before, deadline, ask, early, due } of edges) {
    test(`${rule}: not before`, () => tell({ rule, queues, lines: [...before, [deadline - 1, ask, early]] }));
    test(`${rule}: then`, () => tell({ rule, queues, lines: [...before, [deadline, ask, due]] }));
  }

  test('timers due at one instant end in the order expiry, delay, window, then polls answer (sqs:P11)', () => {
    tell({
      rule: 'all at 60 s',
      queues,
      lines: [
        [0, send('old')],
        [30_000, send('seen')],
        [30_000, receive({ v: 30, max: 1 }), 'old'],
        [30_000, receive({ v: 30, max: 1 }), 'seen'],
        [59_000, send('late', { DelaySeconds: 1 })],
        [59_500, receive({ wait: 20, max: 10 }), 'waits'],
        [59_999, counters, '0 2 1'],
        [60_000, polls, '1@60000 seen late'],
        [60_000, counters, '0 2 0'],
      ],
    });
  });
});
