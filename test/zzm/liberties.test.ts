import { describe, expect, test } from 'vitest';
import type { Choose } from '../../src/core/endpoint.js';
import { type Liberty, liberties } from '../../src/core/schedule.js';
import {
  change,
  counters,
  del,
  type Line,
  polls,
  receive,
  type Story,
  send,
  sendBatch,
  shows,
  taking,
  tell,
  tellAll,
} from './service.js';

const five: Story['lines'] = [[0, sendBatch([...'abcde']), [...'abcde'].map((id) => `${id} ok`).join(', ')]];

const stories: Story[] = [
  {
    rule: 'messages come in the order of arrival when nobody chooses (sqs:N1)',
    lines: [...five, [0, receive({ max: 10 }), 'a b c d e']],
  },
  {
    rule: 'a message that comes back is ahead of later ones (sqs:N1)',
    lines: [...five, [0, receive({ max: 2, v: 1 }), 'a b'], [1000, receive({ max: 10 }), 'a b c d e']],
  },
  {
    rule: 'any of the first few may come next (sqs:N1)',
    lines: [
      ...five,
      [0, taking({ order: 3 }, receive()), 'd'],
      [0, taking({ order: 1 }, receive()), 'b'],
      [0, receive({ max: 10 }), 'a c e'],
    ],
  },
  {
    rule: 'the order inside one response is free as well (sqs:N1)',
    lines: [...five, [0, taking({ order: [1, 0, 2] }, receive({ max: 5 })), 'b a e c d']],
  },
  {
    rule: 'a short poll may return fewer messages than there are (sqs:P2, sqs:N5, sqs:RM1)',
    lines: [
      ...five,
      [0, taking({ short: 8 }, receive({ max: 10 })), 'a b'],
      [0, taking({ short: 2 }, receive({ max: 3 })), 'c'],
      [0, receive({ max: 10 }), 'd e'],
    ],
  },
  {
    rule: 'a short poll may return nothing, the next one finds what there is (sqs:P2, sqs:N5)',
    lines: [
      ...five,
      [0, taking({ empty: 1 }, receive({ max: 10 })), '-'],
      [0, counters, '5 0 0'],
      [0, taking({ empty: 2 }, receive({ max: 10 })), 'a b c d e'],
    ],
  },
  {
    rule: 'a long poll may be empty although there are messages, when its wait is over (sqs:P5, sqs:N5)',
    lines: [
      ...five,
      [0, taking({ 'long-empty': 1 }, receive({ max: 10, wait: 3 })), 'waits'],
      [1, send('f')],
      [9000, polls, '1@3000 -'],
      [9000, taking({ 'long-empty': 2 }, receive({ max: 10, wait: 3 })), 'a b c d e f'],
    ],
  },
  {
    rule: 'a long poll does not answer short or empty at once (sqs:P3)',
    lines: [...five, [0, taking({ short: 3, empty: 1 }, receive({ max: 10, wait: 3 })), 'a b c d e']],
  },
  {
    rule: 'a second copy may be delivered inside the window (sqs:N2, sqs:N3)',
    lines: [
      [0, send('a')],
      [0, shows('ApproximateReceiveCount', { v: 30 }), 'a=1'],
      [1000, taking({ duplicate: 1 }, shows('ApproximateReceiveCount', { v: 10 })), 'a=2'],
      [10_999, receive(), '-'],
      [11_000, receive(), 'a'],
    ],
  },
  {
    rule: 'a copy comes on top of what is available, never beyond what was asked (sqs:N3, sqs:RM1)',
    lines: [
      ...five,
      [0, receive({ max: 2 }), 'a b'],
      [1, taking({ duplicate: 1 }, receive({ max: 3 })), 'c d e'],
      [2, taking({ duplicate: 1 }, receive({ max: 3 })), 'a'],
      [2, taking({ duplicate: 8 }, receive({ max: 3 })), '-'],
    ],
  },
  {
    rule: 'no response holds a message and its copy (sqs:RM9, sqs:N3)',
    lines: [
      [0, send('a')],
      [0, taking({ duplicate: 1 }, receive({ max: 10 })), 'a'],
    ],
  },
  {
    rule: 'a copy may answer a long poll, with a window of 0 it frees the message (sqs:N3, sqs:V6)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, taking({ duplicate: 1 }, receive({ max: 10, wait: 20, v: 0 })), 'a'],
      [1, counters, '1 0 0'],
    ],
  },
  {
    rule: 'a deleted message may be delivered again, its new handle deletes silently (sqs:N4, sqs:DM2)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, del('a/1')],
      [2, taking({ zombie: 1 }, shows('ApproximateReceiveCount')), 'a=2'],
      [2, counters, '0 0 0'],
      [3, del('a/2')],
      [3, change('a/2', 0), 'InvalidParameterValue'],
      [3, receive({ max: 10 }), '-'],
    ],
  },
  {
    rule: 'a deleted message does not come back once it would have expired (sqs:N4, sqs:RT2)',
    queues: { q: { MessageRetentionPeriod: '60' } },
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, del('a/1')],
      [59_999, taking({ zombie: 1 }, receive()), 'a'],
      [60_000, taking({ zombie: 1 }, receive()), '-'],
    ],
  },
  {
    rule: 'copies never come beyond what was asked, and do not count as received (sqs:RM1, sqs:L4)',
    lines: [
      [0, send('a')],
      [0, send('b')],
      [0, receive({ max: 2 }), 'a b'],
      [1, del('a/1')],
      [2, taking({ duplicate: 1, zombie: 1 }, receive()), 'b'],
      [3, taking({ zombie: 1 }, shows('ApproximateReceiveCount')), 'a=2'],
    ],
  },
];

describe('liberties', () => {
  tellAll(stories);

  test('what the model may choose it asks by name, among at least two (sqs:N5, sqs:N7)', () => {
    const asked = new Set<Liberty>();
    const watched =
      (ask: Line[1]): Line[1] =>
      (scene) => {
        const choose: Choose = (label, n) => {
          expect(n).toBeGreaterThan(1);
          asked.add(label);
          return 0;
        };
        return ask({ ...scene, choose });
      };
    tell({
      rule: 'every label once',
      lines: [
        [0, sendBatch(['a', 'b', 'c']), 'a ok, b ok, c ok'],
        [0, watched(receive({ max: 2, v: 0 })), 'a b'],
        [0, receive(), 'a'],
        [1, watched(del('a/1'))],
        [2, watched(change('b/1', 0))],
        [3, watched(receive({ max: 10 })), 'b c'],
        [4, watched(receive({ max: 10 })), '-'],
        [5, watched(receive({ wait: 1 })), 'waits'],
        [6, watched(receive({ wait: 1 })), 'waits'],
        [7, send('d')],
        [7, polls, '1@7 d'],
      ],
    });
    expect([...asked].sort()).toEqual(Object.keys(liberties).sort());
  });
});
