import { describe } from 'vitest';
import { change, counters, on, polls, receive, redrive, type Story, send, set, shows, tellAll } from './service.js';

const minute = { MessageRetentionPeriod: '60' };

const stories: Story[] = [
  {
    rule: 'messages live for 4 days in a fresh queue (sqs:RT1)',
    lines: [
      [0, send('a')],
      [345_599_999, receive({ v: 0 }), 'a'],
      [345_600_000, receive(), '-'],
    ],
  },
  {
    rule: 'retention is 60 s to 14 days (sqs:RT1, sqs:Q12, sqs:E9)',
    lines: [
      [0, set({ MessageRetentionPeriod: '59' }), 'InvalidAttributeValue'],
      [0, set({ MessageRetentionPeriod: '1209601' }), 'InvalidAttributeValue'],
      [0, set({ MessageRetentionPeriod: '1209600' })],
      [0, send('a')],
      [1_209_599_999, counters, '1 0 0'],
      [1_209_600_000, counters, '0 0 0'],
      [1_209_600_000, set(minute)],
    ],
  },
  {
    rule: 'an available message expires (sqs:RT2)',
    queues: { q: minute },
    lines: [
      [0, send('a')],
      [59_999, counters, '1 0 0'],
      [60_000, counters, '0 0 0'],
      [60_000, receive(), '-'],
    ],
  },
  {
    rule: 'a message in flight expires and does not come back with the end of its window (sqs:RT2)',
    queues: { q: minute },
    lines: [
      [0, send('a')],
      [50_000, receive(), 'a'],
      [59_999, counters, '0 1 0'],
      [60_000, counters, '0 0 0'],
      [80_000, receive(), '-'],
    ],
  },
  {
    rule: 'a delayed message expires and is never seen (sqs:RT2)',
    queues: { q: minute },
    lines: [
      [0, send('a', { DelaySeconds: 100 })],
      [59_999, counters, '0 0 1'],
      [60_000, counters, '0 0 0'],
      [100_000, receive(), '-'],
    ],
  },
  {
    rule: 'receives, changes and windows do not make a message younger (sqs:RT3)',
    queues: { q: minute },
    lines: [
      [0, send('a')],
      [20_000, receive({ v: 10 }), 'a'],
      [25_000, change('a/1', 20)],
      [45_000, receive({ v: 1 }), 'a'],
      [46_000, change('a/2', 0)],
      [59_999, counters, '1 0 0'],
      [60_000, counters, '0 0 0'],
    ],
  },
  {
    rule: 'a poll that waits does not get a message that expires with its window (sqs:RT2, sqs:P11)',
    queues: { q: minute },
    lines: [
      [0, send('a')],
      [30_000, receive(), 'a'],
      [50_000, receive({ wait: 20 }), 'waits'],
      [70_000, polls, '1@70000 -'],
    ],
  },
  {
    rule: 'the age of a message counts on in the dead-letter queue, whose retention holds there (sqs:RT4, sqs:X9)',
    queues: { q: { ...minute, RedrivePolicy: redrive('dlq', 1) }, dlq: { MessageRetentionPeriod: '100' } },
    lines: [
      [0, send('a')],
      [1000, receive({ v: 0 }), 'a'],
      [59_000, receive(), '-'],
      [59_000, on('dlq', shows('SentTimestamp', { v: 0 })), 'a=0'],
      [99_999, on('dlq', counters), '1 0 0'],
      [100_000, on('dlq', counters), '0 0 0'],
    ],
  },
  {
    rule: 'a message too old for the dead-letter queue is not delivered from it (sqs:RT4)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1) }, dlq: minute },
    lines: [
      [0, send('a')],
      [60_000, receive({ v: 0 }), 'a'],
      [60_000, on('dlq', receive({ wait: 20 })), 'waits'],
      [60_001, receive(), '-'],
      [60_001, counters, '0 0 0'],
      [60_001, on('dlq', counters), '0 0 0'],
      [80_000, polls, '1@80000 -'],
    ],
  },
  {
    rule: 'a shorter retention holds for the messages that are there (sqs:RT7)',
    lines: [
      [0, send('a')],
      [50_000, send('b')],
      [70_000, set(minute)],
      [70_000, counters, '1 0 0'],
      [70_000, receive({ max: 10 }), 'b'],
    ],
  },
  {
    rule: 'a longer retention holds for the messages that are there (sqs:RT7)',
    queues: { q: minute },
    lines: [
      [0, send('a')],
      [59_999, set({ MessageRetentionPeriod: '120' })],
      [119_999, counters, '1 0 0'],
      [120_000, counters, '0 0 0'],
    ],
  },
];

describe('retention', () => {
  tellAll(stories);
});
