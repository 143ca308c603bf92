import { describe, expect, test } from 'vitest';
import { ask, change, counters, del, polls, receive, Service, type Story, send, sendTo, tellAll } from './service.js';

const overLimit = 'OverLimit';
const two = { inFlightMax: () => 2 };

const stories: Story[] = [
  {
    rule: 'a short poll of a standard queue with all that may be in flight is refused (sqs:Q6, sqs:E25)',
    rules: two,
    lines: [
      ...['a', 'b', 'c'].map((body): Story['lines'][0] => [0, send(body)]),
      [1, receive({ max: 10 }), 'a b'],
      [2, receive(), overLimit],
      [3, counters, '1 2 0'],
      [4, del('a/1')],
      [5, receive({ max: 10 }), 'c'],
      [6, receive(), overLimit],
      [7, change('b/1', 0)],
      [8, receive(), 'b'],
    ],
  },
  {
    rule: 'a long poll waits instead (sqs:Q6, sqs:P13)',
    rules: two,
    lines: [
      ...['a', 'b', 'c'].map((body): Story['lines'][0] => [0, send(body)]),
      [1, receive({ max: 2 }), 'a b'],
      [2, receive({ wait: 20 }), 'waits'],
      [3, polls, '-'],
      [4, del('a/1')],
      [4, polls, '1@4 c'],
    ],
  },
  {
    rule: 'a FIFO queue returns no more, without an error (sqs:Q7, sqs:I31)',
    queues: { 'q.fifo': {} },
    rules: two,
    lines: [
      ...['a', 'b', 'c'].map((body): Story['lines'][0] => [0, sendTo(body, body)]),
      [1, receive({ max: 10 }), 'a b'],
      [2, receive({ max: 10 }), '-'],
      [2, counters, '1 2 0'],
      [3, del('a/1')],
      [4, receive({ max: 10 }), 'c'],
    ],
  },
  {
    rule: 'a receive looks for groups among the first messages of a FIFO queue only (sqs:Q8)',
    queues: { 'q.fifo': { VisibilityTimeout: '9' } },
    rules: { scanMax: () => 3 },
    lines: [
      [0, sendTo('g', 'a')],
      [1, sendTo('g', 'b')],
      [2, sendTo('g', 'c')],
      [3, sendTo('h', 'x')],
      [4, receive(), 'a'],
      [5, receive({ max: 10 }), '-'],
      [6, del('a/1')],
      [7, receive({ max: 10 }), 'b c x'],
    ],
  },
  {
    rule: 'off unless asked for (sqs:Q30, sqs:Q6, sqs:Q18)',
    lines: [...Array.from({ length: 400 }, (_, k): Story['lines'][0] => [0, send(`${k}`)]), [1, counters, '400 0 0']],
  },
];

describe('quotas', () => {
  tellAll(stories);

  test('what a short poll over the limit is told (sqs:E25)', () => {
    const service = new Service({ q: {} }, 0, { inFlightMax: () => 0 });
    expect(service.call(0, 'ReceiveMessage', { QueueUrl: 'q' })).toEqual({
      kind: 'error',
      code: 'OverLimit',
      legacy: 'OverLimit',
      status: 403,
      message:
        'Too many messages have been received without being deleted. Please delete your received messages or let them timeout before receiving more.',
    });
  });

  test('a FIFO queue throttles each action by itself, second by second (sqs:Q18)', () => {
    const service = new Service({ 'q.fifo': {} }, 0, { callsMax: () => 3 });
    const says = (at: number, kind: 'receive' | 'send', k: number): string => {
      const scene = { service, at, queue: 'q.fifo', choose: () => 0 };
      return kind === 'receive' ? receive()(scene) : sendTo('g', `${k}`)(scene);
    };
    const replies = [0, 1, 2, 3, 999].map((at, k) => says(at, 'receive', k));
    expect(replies).toEqual(['-', '-', '-', 'RequestThrottled', 'RequestThrottled']);
    expect([999, 999, 999, 999].map((at, k) => says(at, 'send', k))).toEqual(['ok', 'ok', 'ok', 'RequestThrottled']);
    expect(says(1000, 'receive', 9)).toBe('0');
    expect(service.counters(1001, 'q.fifo')).toEqual([2, 1, 0]);
  });

  test('a standard queue is not throttled (sqs:Q18)', () => {
    const service = new Service({ q: {} }, 0, { callsMax: () => 0 });
    expect(ask('ReceiveMessage')({ service, at: 0, queue: 'q', choose: () => 0 })).toBe('ok');
  });
});
