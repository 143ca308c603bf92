import { describe } from 'vitest';
import { change, counters, polls, receive, type Story, send, set, shows, tellAll } from './service.js';

const stories: Story[] = [
  {
    rule: 'a receive hides what it returns for the 30 s of a fresh queue (sqs:V1)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [29_999, receive(), '-'],
      [30_000, receive(), 'a'],
    ],
  },
  {
    rule: 'a receive hides for the VisibilityTimeout of the queue (sqs:V1)',
    queues: { q: { VisibilityTimeout: '2' } },
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1999, receive(), '-'],
      [2000, receive(), 'a'],
    ],
  },
  {
    rule: "a receive's own VisibilityTimeout goes before the queue's (sqs:V1)",
    queues: { q: { VisibilityTimeout: '2' } },
    lines: [
      [0, send('a')],
      [0, receive({ v: 5 }), 'a'],
      [4999, receive(), '-'],
      [5000, receive(), 'a'],
    ],
  },
  {
    rule: 'a receive hides what it returns and nothing else (sqs:V1, sqs:V3)',
    lines: [
      [0, send('a')],
      [0, send('b')],
      [0, send('c')],
      [0, receive({ max: 2 }), 'a b'],
      [0, receive({ max: 10 }), 'c'],
      [0, receive({ max: 10 }), '-'],
    ],
  },
  {
    rule: 'the longest window is 12 h (sqs:V2, sqs:Q11)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 43_201 }), 'InvalidParameterValue'],
      [0, receive({ v: -1 }), 'InvalidParameterValue'],
      [0, receive({ v: 43_200 }), 'a'],
      [43_199_999, receive(), '-'],
      [43_200_000, receive(), 'a'],
    ],
  },
  {
    rule: 'inside the window short and long polls find nothing (sqs:V3, sqs:P13)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, receive({ max: 10 }), '-'],
      [2, receive({ max: 10, wait: 20 }), 'waits'],
      [20_002, polls, '1@20002 -'],
    ],
  },
  {
    rule: 'after the window the message is back with the next count (sqs:V4)',
    lines: [
      [0, send('a')],
      [0, shows('ApproximateReceiveCount', { v: 1 }), 'a=1'],
      [1000, shows('ApproximateReceiveCount', { v: 1 }), 'a=2'],
      [2000, shows('ApproximateReceiveCount', { v: 1 }), 'a=3'],
    ],
  },
  {
    rule: "a receive's own timeout is not remembered (sqs:V5)",
    queues: { q: { VisibilityTimeout: '3' } },
    lines: [
      [0, send('a')],
      [0, receive({ v: 1 }), 'a'],
      [1000, receive(), 'a'],
      [2000, receive(), '-'],
      [4000, receive(), 'a'],
    ],
  },
  {
    rule: 'the timeout of a visibility change is not remembered (sqs:V5)',
    queues: { q: { VisibilityTimeout: '3' } },
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [0, change('a/1', 1)],
      [1000, receive(), 'a'],
      [2000, receive(), '-'],
      [4000, receive(), 'a'],
    ],
  },
  {
    rule: 'a receive with V = 0 leaves the message visible, whatever the queue says (sqs:V6)',
    lines: [
      [0, send('a')],
      [0, shows('ApproximateReceiveCount', { v: 0 }), 'a=1'],
      [0, counters, '1 0 0'],
      [0, shows('ApproximateReceiveCount', { v: 0 }), 'a=2'],
      [0, receive(), 'a'],
      [0, receive(), '-'],
    ],
  },
  {
    rule: 'a queue with VisibilityTimeout 0 hides nothing (sqs:V6)',
    queues: { q: { VisibilityTimeout: '0' } },
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [0, receive(), 'a'],
      [0, receive({ v: 1 }), 'a'],
      [999, receive(), '-'],
    ],
  },
  {
    rule: 'a visibility change lengthens the window (sqs:V7)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 2 }), 'a'],
      [1000, change('a/1', 5)],
      [2000, receive(), '-'],
      [5999, receive(), '-'],
      [6000, receive(), 'a'],
    ],
  },
  {
    rule: 'a visibility change shortens the window (sqs:V7)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1000, change('a/1', 1)],
      [1999, receive(), '-'],
      [2000, receive(), 'a'],
    ],
  },
  {
    rule: 'a visibility change to 0 frees the message at once (sqs:V7)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, change('a/1', 0)],
      [1, counters, '1 0 0'],
      [1, receive(), 'a'],
    ],
  },
  {
    rule: 'of many visibility changes the last one holds (sqs:V7)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, change('a/1', 60)],
      [2, change('a/1', 1)],
      [3, change('a/1', 10)],
      [4, change('a/1', 2)],
      [2003, receive(), '-'],
      [2004, receive(), 'a'],
    ],
  },
  {
    rule: 'changing back and forth to the same end shows the message once (sqs:V7, sqs:C1)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 4 }), 'a'],
      [1000, change('a/1', 9)],
      [2000, change('a/1', 2)],
      [3000, change('a/1', 1)],
      [4000, counters, '1 0 0'],
      [4000, receive({ max: 10 }), 'a'],
      [4000, counters, '0 1 0'],
    ],
  },
  {
    rule: 'a receipt is hidden for at most 12 h in all, counted from its receive (sqs:V8, sqs:E23)',
    lines: [
      [0, send('a')],
      [1000, receive({ v: 60 }), 'a'],
      [1000, change('a/1', 43_200)],
      [1001, change('a/1', 43_200), 'InvalidParameterValue'],
      [2000, change('a/1', 43_199)],
      [2001, change('a/1', 43_199), 'InvalidParameterValue'],
      [43_200_000, change('a/1', 1)],
      [43_200_001, change('a/1', 1), 'InvalidParameterValue'],
      [43_200_001, change('a/1', 0)],
    ],
  },
  {
    rule: 'a refused change neither moves nor clips the window (sqs:V8, sqs:OP6)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 10 }), 'a'],
      [5000, change('a/1', 43_200), 'InvalidParameterValue'],
      [9999, receive(), '-'],
      [10_000, receive(), 'a'],
    ],
  },
  {
    rule: 'changes do not reset the 12 h of a receipt, a new receive begins its own (sqs:V8)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 60 }), 'a'],
      [10_000, change('a/1', 30)],
      [40_000, receive({ v: 60 }), 'a'],
      [40_000, change('a/1', 43_200), 'InvalidParameterValue'],
      [40_000, change('a/1', 43_160)],
      [40_000, change('a/2', 43_200)],
    ],
  },
  {
    rule: 'a change of one message leaves the others of its receive alone (sqs:V9)',
    lines: [
      [0, send('a')],
      [0, send('b')],
      [0, send('c')],
      [0, receive({ max: 10, v: 5 }), 'a b c'],
      [1000, change('b/1', 0)],
      [1000, receive({ max: 10 }), 'b'],
      [2000, change('c/1', 10)],
      [5000, receive({ max: 10 }), 'a'],
      [12_000, receive({ max: 10 }), 'c'],
    ],
  },
  {
    rule: 'setting VisibilityTimeout spares running windows and holds for later receives at once (sqs:V10, sqs:A30)',
    lines: [
      [0, send('a')],
      [0, send('b')],
      [0, receive({ max: 1 }), 'a'],
      [1, set({ VisibilityTimeout: '1' })],
      [1, receive({ max: 1 }), 'b'],
      [1001, receive({ max: 10 }), 'b'],
      [29_999, receive({ max: 10, v: 60 }), 'b'],
      [30_000, receive({ max: 10 }), 'a'],
    ],
  },
];

describe('visibility', () => {
  tellAll(stories);
});
