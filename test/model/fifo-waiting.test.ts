import { describe, expect, test } from 'vitest';
import {
  change,
  del,
  delBatch,
  on,
  polls,
  receive,
  redrive,
  Service,
  type Story,
  sendTo,
  set,
  taking,
  tellAll,
} from './service.js';

const fifo = (attributes: Record<string, string> = {}): NonNullable<Story['queues']> => ({ 'q.fifo': attributes });
/** The head of a group of two is in flight until 30,000 and a poll waits until 20,010. */
const locked: Story['lines'] = [
  [0, sendTo('g', 'a')],
  [1, sendTo('g', 'b')],
  [2, receive(), 'a'],
  [10, receive({ wait: 20, max: 10 }), 'waits'],
];

const stories: Story[] = [
  {
    rule: 'a send to another group ends the wait, one to the locked group does not (sqs:P7, sqs:F31)',
    queues: fifo(),
    lines: [...locked, [20, sendTo('g', 'c')], [21, polls, '-'], [30, sendTo('h', 'x')], [30, polls, '1@30 x']],
  },
  {
    rule: 'a delete of the head ends the wait (sqs:P8, sqs:F31)',
    queues: fifo(),
    lines: [...locked, [20, del('a/1')], [20, polls, '1@20 b']],
  },
  {
    rule: 'a repeated receive that gives its message an empty window ends the wait (sqs:P8, sqs:F40)',
    queues: fifo(),
    lines: [
      [0, sendTo('g', 'a')],
      [2, receive({ attempt: 'r' }), 'a'],
      [10, receive({ wait: 20 }), 'waits'],
      [20, receive({ attempt: 'r', v: 0 }), 'a'],
      [20, polls, '1@20 a'],
    ],
  },
  {
    rule: 'so does one in a batch (sqs:P8)',
    queues: fifo(),
    lines: [...locked, [20, delBatch('a/1'), '1 ok'], [20, polls, '1@20 b']],
  },
  {
    rule: 'a delete that leaves the group locked does not (sqs:P8, sqs:F31)',
    queues: fifo(),
    lines: [
      [0, sendTo('g', 'a')],
      [1, sendTo('g', 'b')],
      [2, receive({ max: 2 }), 'a b'],
      [3, sendTo('g', 'c')],
      [10, receive({ wait: 20 }), 'waits'],
      [20, del('b/1')],
      [21, polls, '-'],
      [30, del('a/1')],
      [30, polls, '1@30 c'],
    ],
  },
  {
    rule: 'a window of the head that is ended, or ends, ends the wait (sqs:P8, sqs:F51)',
    queues: fifo({ VisibilityTimeout: '5' }),
    lines: [
      ...locked,
      [20, receive({ wait: 20 }), 'waits'],
      [30, change('a/1', 0)],
      [30, polls, '1@30 a b'],
      [5029, polls, '-'],
      [5030, polls, '2@5030 a'],
    ],
  },
  {
    rule: 'the end of the window of a later message does not (sqs:F30)',
    queues: fifo({ VisibilityTimeout: '5' }),
    lines: [
      [0, sendTo('g', 'a')],
      [0, sendTo('g', 'b')],
      [0, receive({ max: 2 }), 'a b'],
      [1, change('a/1', 10)],
      [2, receive({ wait: 20, max: 10 }), 'waits'],
      [10_000, polls, '-'],
      [10_001, polls, '1@10001 a b'],
    ],
  },
  {
    rule: 'the end of a head that is too old ends the wait (sqs:P8, sqs:F54)',
    queues: fifo({ MessageRetentionPeriod: '60' }),
    lines: [
      [0, sendTo('g', 'a')],
      [10_000, sendTo('g', 'b')],
      [45_000, receive(), 'a'],
      [45_001, receive({ wait: 20 }), 'waits'],
      [59_999, polls, '-'],
      [60_000, polls, '1@60000 b'],
    ],
  },
  {
    rule: 'the end of a delay ends the wait, a shorter queue delay too (sqs:P8, sqs:DY4)',
    queues: fifo({ DelaySeconds: '5' }),
    lines: [
      [0, sendTo('g', 'a')],
      [1, receive({ wait: 20 }), 'waits'],
      [5000, polls, '1@5000 a'],
      [6000, sendTo('h', 'b')],
      [6001, receive({ wait: 20 }), 'waits'],
      [7000, set({ DelaySeconds: '0' })],
      [7000, polls, '2@7000 b'],
    ],
  },
  {
    rule: 'a head that is moved makes way for the one behind it (sqs:P8, sqs:X16, sqs:X17)',
    queues: { 'q.fifo': { RedrivePolicy: redrive('d.fifo', 1), VisibilityTimeout: '5' }, 'd.fifo': {} },
    lines: [
      ...locked,
      [11, on('d.fifo', receive({ wait: 20 })), 'waits'],
      [5001, polls, '-'],
      [5002, polls, '2@5002 a, 1@5002 b'],
    ],
  },
  {
    rule: 'a long poll that only moved messages goes on waiting (sqs:X5)',
    queues: { 'q.fifo': { RedrivePolicy: redrive('d.fifo', 1), VisibilityTimeout: '5' }, 'd.fifo': {} },
    lines: [
      [0, sendTo('g', 'a')],
      [1, receive(), 'a'],
      [10, receive({ wait: 20 }), 'waits'],
      [6000, polls, '-'],
      [7000, sendTo('g', 'b')],
      [7000, polls, '1@7000 b'],
    ],
  },
  {
    rule: 'one message goes to one of the polls that wait, its group waits for it (sqs:P9, sqs:F31, fifo_message_group_visibility)',
    queues: fifo({ VisibilityTimeout: '60', ContentBasedDeduplication: 'true' }),
    lines: [
      [0, receive({ wait: 10 }), 'waits'],
      [0, receive({ wait: 10 }), 'waits'],
      [0, receive({ wait: 10 }), 'waits'],
      [10, sendTo('1', 'message-1')],
      [10, polls, '1@10 message-1'],
      [20, sendTo('1', 'message-2')],
      [2020, polls, '-'],
      [2030, del('message-1/1')],
      [2030, polls, '2@2030 message-2'],
      [11_000, polls, '3@10000 -'],
    ],
  },
  {
    rule: 'which of the polls gets it is free (sqs:P9)',
    queues: fifo(),
    lines: [
      ...locked.slice(0, 3),
      [10, taking({ waiter: 1 }, receive({ wait: 20 })), 'waits'],
      [11, receive({ wait: 20 }), 'waits'],
      [20, del('a/1')],
      [20, polls, '2@20 b'],
    ],
  },
  {
    rule: 'several groups go to as many polls as they fill (sqs:P9, sqs:F31)',
    queues: fifo({ VisibilityTimeout: '1' }),
    lines: [
      [0, sendTo('g', 'a')],
      [0, sendTo('g', 'b')],
      [0, sendTo('h', 'x')],
      [0, receive({ max: 10 }), 'a b x'],
      [1, receive({ wait: 20 }), 'waits'],
      [2, receive({ wait: 20, max: 10 }), 'waits'],
      [3, receive({ wait: 20 }), 'waits'],
      [1001, polls, '1@1000 a, 2@1000 x'],
      [1002, del('a/2')],
      [1002, polls, '3@1002 b'],
    ],
  },
  {
    rule: 'at the end of its wait a poll answers with what there is, and not with what is locked (sqs:P6, sqs:P11)',
    queues: fifo({ VisibilityTimeout: '5' }),
    lines: [
      [0, sendTo('g', 'a')],
      [0, receive(), 'a'],
      [1, sendTo('g', 'b')],
      [1000, receive({ wait: 3 }), 'waits'],
      [2000, receive({ wait: 3, max: 10 }), 'waits'],
      [5000, polls, '1@4000 -, 2@5000 a b'],
    ],
  },
];

describe('polls that wait on a FIFO queue', () => {
  tellAll(stories);

  test('the next instant to look at is the first that can open a group (sqs:P8, sqs:F54)', () => {
    const service = new Service({ 'q.fifo': { MessageRetentionPeriod: '60', VisibilityTimeout: '90' } });
    const queue = { QueueUrl: 'q.fifo' };
    service.ok(0, 'SendMessage', { ...queue, MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: 'd' });
    service.receive(50_000, queue);
    expect(service.sqs.due()).toBe(Number.POSITIVE_INFINITY);
    service.call(50_001, 'ReceiveMessage', { ...queue, WaitTimeSeconds: 20 });
    expect(service.sqs.due()).toBe(60_000);
    service.settle(60_000);
    expect(service.sqs.due()).toBe(70_001);
  });
});
