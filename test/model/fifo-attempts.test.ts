import { describe, expect, test } from 'vitest';
import {
  change,
  counters,
  del,
  polls,
  purge,
  receive,
  redrive,
  Service,
  type Story,
  send,
  sendTo,
  shows,
  tellAll,
} from './service.js';

const fifo = { 'q.fifo': { VisibilityTimeout: '10' } };
const wrong = 'InvalidParameterValue';
const attempt = 'try-1';
const two: Story['lines'] = [
  [0, sendTo('g', 'a')],
  [1, sendTo('g', 'b')],
  [2, receive({ max: 2, attempt }), 'a b'],
];

const stories: Story[] = [
  {
    rule: 'a receive repeated under its attempt id returns the same messages, even in flight (sqs:F40)',
    queues: fifo,
    lines: [...two, [5, receive({ max: 2, attempt }), 'a b'], [6, receive({ attempt }), 'a b'], [7, counters, '0 2 0']],
  },
  {
    rule: 'a repeated receive opens the windows anew (sqs:F40)',
    queues: fifo,
    lines: [
      ...two,
      [9000, receive({ attempt }), 'a b'],
      [18_999, receive(), '-'],
      [19_000, receive({ max: 9 }), 'a b'],
    ],
  },
  {
    rule: 'with the visibility timeout that it asks for (sqs:F40, sqs:V1)',
    queues: fifo,
    lines: [...two, [5, receive({ attempt, v: 2 }), 'a b'], [2004, receive(), '-'], [2005, receive(), 'a']],
  },
  {
    rule: 'a repeated receive does not raise the count (sqs:F42, sqs:U25)',
    queues: fifo,
    lines: [
      [0, sendTo('g', 'a')],
      [1, shows('ApproximateReceiveCount', { attempt }), 'a=1'],
      [2, shows('ApproximateReceiveCount', { attempt }), 'a=1'],
      [10_002, shows('ApproximateReceiveCount'), 'a=2'],
    ],
  },
  {
    rule: 'once a message was deleted the receive can not be repeated (sqs:F41, sqs:E24)',
    queues: fifo,
    lines: [
      ...two,
      [3, del('b/1')],
      [4, receive({ attempt }), wrong],
      [20_000, receive({ attempt }), wrong],
      [20_001, receive(), 'a'],
    ],
  },
  {
    rule: 'once the visibility of a message was changed the receive can not be repeated (sqs:F41, sqs:E24)',
    queues: fifo,
    lines: [...two, [5, change('a/1', 0)], [6, receive({ attempt }), wrong], [7, receive(), 'a']],
  },
  {
    rule: 'not even when the change left the window where it was (sqs:F41)',
    queues: fifo,
    lines: [...two, [1002, change('a/1', 9)], [1003, receive({ attempt }), wrong]],
  },
  {
    rule: 'once a message was purged the receive can not be repeated (sqs:F41, sqs:U25)',
    queues: fifo,
    lines: [...two, [3, purge], [4, receive({ attempt }), wrong]],
  },
  {
    rule: 'once the windows are over it is a receive of its own (sqs:F41, sqs:U25)',
    queues: fifo,
    lines: [
      [0, sendTo('g', 'a')],
      [1, receive({ attempt }), 'a'],
      [10_001, shows('ApproximateReceiveCount', { attempt }), 'a=2'],
      [10_002, shows('ApproximateReceiveCount', { attempt }), 'a=2'],
    ],
  },
  {
    rule: 'after five minutes it is a receive of its own (sqs:F41, sqs:F40)',
    queues: fifo,
    lines: [
      ...two,
      [3, sendTo('h', 'c')],
      [4, change('a/1', 900)],
      [300_001, receive({ attempt }), wrong],
      [300_002, receive({ attempt, max: 10 }), 'c'],
    ],
  },
  {
    rule: 'other receives do not see what one holds under an attempt id (sqs:F38, sqs:F40)',
    queues: fifo,
    lines: [...two, [3, receive(), '-'], [4, receive({ attempt: 'try-2' }), '-'], [5, receive({ attempt }), 'a b']],
  },
  {
    rule: 'an id whose first receive found nothing is good for another (sqs:F43)',
    queues: fifo,
    lines: [
      [0, receive({ attempt }), '-'],
      [1, sendTo('g', 'a')],
      [2, receive({ attempt }), 'a'],
      [3, receive({ attempt }), 'a'],
    ],
  },
  {
    rule: 'so is the id of a long poll that ended empty (sqs:F43)',
    queues: fifo,
    lines: [
      [0, receive({ wait: 1, attempt }), 'waits'],
      [1000, polls, '1@1000 -'],
      [1001, sendTo('g', 'a')],
      [1002, receive({ wait: 1, attempt }), 'a'],
    ],
  },
  {
    rule: 'a long poll that waited can be repeated, at once (sqs:F40, sqs:P13)',
    queues: fifo,
    lines: [
      [0, receive({ wait: 20, attempt }), 'waits'],
      [5, sendTo('g', 'a')],
      [5, polls, '1@5 a'],
      [6, receive({ wait: 20, attempt }), 'a'],
      [7, counters, '0 1 0'],
    ],
  },
  {
    rule: 'a receive that moved a message can be repeated with what it returned (sqs:F40, sqs:X3)',
    queues: { 'q.fifo': { RedrivePolicy: redrive('d.fifo', 1) }, 'd.fifo': {} },
    lines: [
      [0, sendTo('g', 'a')],
      [1, sendTo('g', 'b')],
      [2, receive({ v: 0 }), 'a'],
      [3, receive({ max: 10, attempt }), 'b'],
      [4, receive({ max: 10, attempt }), 'b'],
    ],
  },
  {
    rule: 'an attempt id is 1 to 128 letters, digits and signs (sqs:Q15)',
    queues: fifo,
    lines: [
      [0, receive({ attempt: '' }), wrong],
      [1, receive({ attempt: 'a'.repeat(129) }), wrong],
      [2, receive({ attempt: 'try 1' }), wrong],
      [3, receive({ attempt: '~'.repeat(128) }), '-'],
    ],
  },
  {
    rule: 'a standard queue knows no attempt ids, in short and in long polls (sqs:RM10, sqs:U34)',
    lines: [
      [0, send('a')],
      [1, receive({ attempt }), wrong],
      [2, receive({ attempt, wait: 1 }), wrong],
      [3, counters, '1 0 0'],
    ],
  },
];

describe('attempt ids of receives', () => {
  tellAll(stories);

  test('a repeated receive returns the same handles, and they work (sqs:F40, sqs:D5)', () => {
    const service = new Service(fifo);
    const queue = { QueueUrl: 'q.fifo' };
    for (const body of ['a', 'b'])
      service.ok(0, 'SendMessage', { ...queue, MessageBody: body, MessageGroupId: 'g', MessageDeduplicationId: body });
    const ask = { ...queue, MaxNumberOfMessages: 10, ReceiveRequestAttemptId: attempt };
    const first = service.receive(1, ask);
    expect(service.receive(5, ask)).toEqual(first);
    const { ReceiptHandle } = first[0]!;
    // the first window would have ended by then
    service.ok(10_004, 'DeleteMessage', { ...queue, ReceiptHandle });
    expect(service.counters(10_004, 'q.fifo')).toEqual([0, 1, 0]);
  });

  test('the refusal names the id (sqs:E24)', () => {
    const service = new Service(fifo);
    const queue = { QueueUrl: 'q.fifo' };
    service.ok(0, 'SendMessage', { ...queue, MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: 'd' });
    const ask = { ...queue, ReceiveRequestAttemptId: attempt };
    const { ReceiptHandle } = service.receive(1, ask)[0]!;
    service.ok(2, 'DeleteMessage', { ...queue, ReceiptHandle });
    expect(service.call(3, 'ReceiveMessage', ask)).toEqual({
      kind: 'error',
      code: 'InvalidParameterValueException',
      legacy: 'InvalidParameterValue',
      status: 400,
      message:
        'Value try-1 for parameter ReceiveRequestAttemptId is invalid. Reason: The receiveRequestAttemptId is not valid anymore since the receive call is not retryable.',
    });
  });
});
