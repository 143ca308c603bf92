import { describe } from 'vitest';
import { change, counters, polls, purge, receive, type Story, send, sendBatch, set, tellAll } from './service.js';

const stories: Story[] = [
  {
    rule: 'a message is delayed for its own DelaySeconds (sqs:DY1)',
    lines: [
      [0, send('a', { DelaySeconds: 3 })],
      [2999, receive(), '-'],
      [3000, receive(), 'a'],
    ],
  },
  {
    rule: 'a message without DelaySeconds is delayed for those of the queue (sqs:DY1)',
    queues: { q: { DelaySeconds: '2' } },
    lines: [
      [0, send('a')],
      [1999, receive(), '-'],
      [2000, receive(), 'a'],
    ],
  },
  {
    rule: "a message's own DelaySeconds go before the queue's, longer or shorter (sqs:DY1)",
    queues: { q: { DelaySeconds: '2' } },
    lines: [
      [0, send('long', { DelaySeconds: 3 })],
      [0, send('short', { DelaySeconds: 1 })],
      [999, receive({ max: 10 }), '-'],
      [1000, receive({ max: 10 }), 'short'],
      [2999, receive({ max: 10 }), '-'],
      [3000, receive({ max: 10 }), 'long'],
    ],
  },
  {
    rule: 'DelaySeconds 0 overrides the delay of the queue (sqs:DY1)',
    queues: { q: { DelaySeconds: '900' } },
    lines: [
      [0, send('a', { DelaySeconds: 0 })],
      [0, receive(), 'a'],
    ],
  },
  {
    rule: 'each entry of a batch has its own delay (sqs:DY1, sqs:SM5)',
    queues: { q: { DelaySeconds: '2' } },
    lines: [
      [0, sendBatch(['a', 'b', 'c'], [{ DelaySeconds: 1 }, {}, { DelaySeconds: 0 }]), 'a ok, b ok, c ok'],
      [0, receive({ max: 10 }), 'c'],
      [1000, receive({ max: 10 }), 'a'],
      [2000, receive({ max: 10 }), 'b'],
    ],
  },
  {
    rule: 'a delay is 0 to 900 s (sqs:DY3, sqs:Q10, sqs:SM5)',
    lines: [
      [0, send('x', { DelaySeconds: 901 }), 'InvalidParameterValue'],
      [0, send('x', { DelaySeconds: -1 }), 'InvalidParameterValue'],
      [0, send('x', { DelaySeconds: 0.5 }), 'InvalidParameterValue'],
      [0, sendBatch(['x', 'y'], [{ DelaySeconds: 901 }, { DelaySeconds: 1 }]), 'y ok, x InvalidParameterValue'],
      [0, send('a', { DelaySeconds: 900 })],
      [899_999, counters, '1 0 1'],
      [900_000, counters, '2 0 0'],
    ],
  },
  {
    rule: 'a queue without attributes delays nothing (sqs:DY3, sqs:A1)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
    ],
  },
  {
    rule: 'setting the DelaySeconds of the queue spares messages already sent (sqs:DY4)',
    queues: { q: { DelaySeconds: '5' } },
    lines: [
      [0, send('before')],
      [1, set({ DelaySeconds: '0' })],
      [1, send('after')],
      [1, receive({ max: 10 }), 'after'],
      [2, set({ DelaySeconds: '900' })],
      [4999, receive({ max: 10 }), '-'],
      [5000, receive({ max: 10 }), 'before'],
    ],
  },
  {
    rule: 'a delayed message is counted as delayed and cannot be received (sqs:DY5, sqs:C1)',
    lines: [
      [0, send('a', { DelaySeconds: 10 })],
      [0, counters, '0 0 1'],
      [0, receive({ max: 10 }), '-'],
      [0, receive({ max: 10, wait: 5 }), 'waits'],
      [5000, polls, '1@5000 -'],
      [9999, counters, '0 0 1'],
      [10_000, counters, '1 0 0'],
    ],
  },
  {
    rule: 'a purge removes delayed messages (sqs:DY5)',
    lines: [
      [0, send('a', { DelaySeconds: 10 })],
      [1, purge],
      [1, counters, '0 0 0'],
      [10_000, receive(), '-'],
    ],
  },
  {
    rule: 'the delay of the queue comes back with neither window nor change (sqs:L2)',
    queues: { q: { DelaySeconds: '2', VisibilityTimeout: '1' } },
    lines: [
      [0, send('a')],
      [2000, receive(), 'a'],
      [3000, receive(), 'a'],
      [3001, change('a/2', 0)],
      [3001, receive(), 'a'],
    ],
  },
];

describe('delay', () => {
  tellAll(stories);
});
