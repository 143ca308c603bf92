import { describe, expect, test } from 'vitest';
import {
  change,
  counters,
  del,
  delBatch,
  type Line,
  purge,
  receive,
  Service,
  type Story,
  send,
  sendTo,
  set,
  taking,
  tellAll,
} from './service.js';

/** A FIFO queue with these attributes. */
const fifo = (attributes: Record<string, string> = {}): NonNullable<Story['queues']> => ({ 'q.fifo': attributes });
const contentBased = { ContentBasedDeduplication: 'true' };

/** Bodies into the group that their first letter names, a millisecond apart. */
const sends = (...bodies: string[]): Line[] => bodies.map((body, k) => [k, sendTo(body[0]!, body)]);

/** The bodies named `g1-m1` into the groups that they name, a millisecond apart, as the recorded runs send them. */
const recorded = (...bodies: string[]): Line[] =>
  bodies.map((body, k) => [k, send(body, { MessageGroupId: body.split('-')[0]! })]);

const stories: Story[] = [
  {
    rule: 'a receive takes a group from its head on, in the order of sending (sqs:F30, sqs:F34, sqs:F6)',
    queues: fifo(),
    lines: [...sends('a1', 'a2', 'a3'), [5, receive({ max: 2 }), 'a1 a2'], [6, receive({ max: 10 }), '-']],
  },
  {
    rule: 'a group is locked while its head is in flight, other groups are not (sqs:F31)',
    queues: fifo(),
    lines: [...sends('a1', 'a2', 'b1'), [5, receive(), 'a1'], [5, receive({ max: 10 }), 'b1'], [5, receive(), '-']],
  },
  {
    rule: 'what is sent to a locked group waits (sqs:F31)',
    queues: fifo({ VisibilityTimeout: '5' }),
    lines: [
      [0, sendTo('a', 'a1')],
      [0, receive(), 'a1'],
      [1, sendTo('a', 'a2')],
      [2, receive({ max: 10 }), '-'],
      [5000, receive({ max: 10 }), 'a1 a2'],
    ],
  },
  {
    rule: 'a group opens when the window of its head ends (sqs:F30, sqs:V4, sqs:B1)',
    queues: fifo({ VisibilityTimeout: '2' }),
    lines: [...sends('a1', 'a2'), [5, receive(), 'a1'], [2004, receive(), '-'], [2005, receive({ max: 2 }), 'a1 a2']],
  },
  {
    rule: 'a delete of part of what was received leaves the group locked, of all of it opens it at once (sqs:F31)',
    queues: fifo(),
    lines: [
      ...sends('a1', 'a2', 'a3'),
      [5, receive({ max: 2 }), 'a1 a2'],
      [6, del('a1/1')],
      [7, receive({ max: 10 }), '-'],
      [8, del('a2/1')],
      [9, receive({ max: 10 }), 'a3'],
    ],
  },
  {
    rule: 'a delete of a later message leaves the group locked by its head (sqs:F31)',
    queues: fifo(),
    lines: [
      ...sends('a1', 'a2', 'a3'),
      [5, receive({ max: 2 }), 'a1 a2'],
      [6, del('a2/1')],
      [7, receive({ max: 10 }), '-'],
      [8, del('a1/1')],
      [8, receive({ max: 10 }), 'a3'],
    ],
  },
  {
    rule: 'a batch of deletes opens a group as single ones do (sqs:F31, sqs:F50)',
    queues: fifo(),
    lines: [
      ...sends('a1', 'a2', 'a3'),
      [5, receive({ max: 2 }), 'a1 a2'],
      [6, delBatch('a1/1', 'a2/1'), '1 ok, 2 ok'],
      [6, receive({ max: 10 }), 'a3'],
    ],
  },
  {
    rule: 'a message that comes back stands where it stood, before what was sent later (sqs:F33)',
    queues: fifo({ VisibilityTimeout: '2' }),
    lines: [
      ...sends('a1', 'a2', 'a3'),
      [5, receive({ max: 10 }), 'a1 a2 a3'],
      [6, sendTo('a', 'a4')],
      [7, change('a3/1', 0)],
      [8, change('a1/1', 0)],
      [9, receive({ max: 10 }), 'a1'],
      [10, change('a2/1', 0)],
      [11, receive({ max: 10 }), '-'],
      [2009, receive({ max: 10 }), 'a1 a2 a3 a4'],
    ],
  },
  {
    rule: 'a later message in flight protects no earlier one (sqs:F32)',
    queues: fifo(),
    lines: [
      ...sends('a1', 'a2', 'a3'),
      [5, receive({ max: 2 }), 'a1 a2'],
      [6, change('a1/1', 0)],
      [7, receive({ max: 10 }), 'a1'],
      [8, counters, '1 2 0'],
    ],
  },
  {
    rule: 'a change of one message leaves the windows of its group alone (sqs:F51, sqs:V9)',
    queues: fifo({ VisibilityTimeout: '10' }),
    lines: [
      ...sends('a1', 'a2'),
      [5, receive({ max: 2 }), 'a1 a2'],
      [1000, change('a1/1', 1)],
      [2000, receive({ max: 10, v: 20 }), 'a1'],
      [10_004, counters, '0 2 0'],
      [10_005, counters, '1 1 0'],
      [10_005, receive({ max: 10 }), '-'],
      [22_000, receive({ max: 10 }), 'a1 a2'],
    ],
  },
  {
    rule: 'within a window nobody else gets the message (sqs:F38, sqs:V3)',
    queues: fifo(),
    lines: [
      [0, sendTo('a', 'a1')],
      [0, taking({ duplicate: 1, zombie: 1 }, receive({ max: 10 })), 'a1'],
      [1, taking({ duplicate: 1, zombie: 1 }, receive({ max: 10 })), '-'],
      [2, del('a1/1')],
      [3, taking({ duplicate: 1, zombie: 1 }, receive({ max: 10 })), '-'],
    ],
  },
  {
    rule: 'a receive with V = 0 holds no message twice (sqs:RM9, sqs:U32)',
    queues: fifo(),
    lines: [
      ...sends('a1', 'a2', 'b1'),
      [5, receive({ max: 10, v: 0 }), 'a1 a2 b1'],
      [5, receive({ max: 10, v: 0 }), 'a1 a2 b1'],
      [5, receive({ max: 1, v: 0 }), 'a1'],
      [6, receive({ max: 10, v: 0 }), 'a1 a2 b1'],
    ],
  },
  {
    rule: 'high throughput changes nothing in order and lock (sqs:F55)',
    queues: fifo({ DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' }),
    lines: [...sends('a1', 'a2', 'b1'), [5, receive(), 'a1'], [6, receive({ max: 10 }), 'b1'], [7, receive(), '-']],
  },
  {
    rule: 'a delayed head blocks its group, with one delay for all the order holds (sqs:F52, sqs:DY2, sqs:F4)',
    queues: fifo({ DelaySeconds: '2' }),
    lines: [
      [0, sendTo('a', 'a1')],
      [1, sendTo('a', 'a2')],
      [1, counters, '0 0 2'],
      [1999, receive({ max: 10 }), '-'],
      [2000, receive({ max: 10, v: 0 }), 'a1'],
      [2001, receive({ max: 10 }), 'a1 a2'],
    ],
  },
  {
    rule: 'a shorter queue delay holds for what is still delayed (sqs:DY4)',
    queues: fifo({ DelaySeconds: '60' }),
    lines: [
      [0, sendTo('a', 'a1')],
      [1000, set({ DelaySeconds: '0' })],
      [1000, counters, '1 0 0'],
      [2000, sendTo('a', 'a2')],
      [3000, receive({ max: 10 }), 'a1 a2'],
    ],
  },
  {
    rule: 'a new queue delay counts from the send (sqs:DY4)',
    queues: fifo({ DelaySeconds: '60' }),
    lines: [
      [0, sendTo('a', 'a1')],
      [1000, set({ DelaySeconds: '5' })],
      [4999, receive(), '-'],
      [5000, receive(), 'a1'],
    ],
  },
  {
    rule: 'a longer queue delay holds for what is still delayed, not for what is not (sqs:DY4, sqs:L2)',
    queues: fifo({ DelaySeconds: '5' }),
    lines: [
      [0, sendTo('a', 'a1')],
      [1000, sendTo('b', 'b1')],
      [5000, set({ DelaySeconds: '10' })],
      [5001, counters, '1 0 1'],
      [10_999, receive({ max: 10 }), 'a1'],
      [11_000, receive({ max: 10 }), 'b1'],
    ],
  },
  {
    rule: 'age removes a head in flight and opens its group (sqs:F54, sqs:RT2)',
    queues: fifo({ MessageRetentionPeriod: '60' }),
    lines: [
      [0, sendTo('a', 'a1')],
      [1000, sendTo('a', 'a2')],
      [50_000, receive(), 'a1'],
      [59_999, receive(), '-'],
      [60_000, receive(), 'a2'],
      [61_000, counters, '0 0 0'],
    ],
  },
  {
    rule: 'a purge opens every group (sqs:PQ2, sqs:F31)',
    queues: fifo(),
    lines: [
      ...sends('a1', 'a2'),
      [5, receive(), 'a1'],
      [6, purge],
      [6, counters, '0 0 0'],
      [7, sendTo('a', 'a3')],
      [8, receive({ max: 10 }), 'a3'],
    ],
  },
  {
    rule: 'groups are served by the time when their heads became available, ties by sequence (sqs:F35)',
    queues: fifo({ VisibilityTimeout: '1' }),
    lines: [
      [0, sendTo('a', 'a1')],
      [0, sendTo('b', 'b1')],
      [0, sendTo('c', 'c1')],
      [1, receive({ max: 2 }), 'a1 b1'],
      [2, sendTo('d', 'd1')],
      [3, change('b1/1', 0)],
      [1001, receive({ max: 10 }), 'c1 d1 b1 a1'],
      // both windows have ended at 2,001: the earlier sequence number goes first
      [2001, receive({ max: 10 }), 'a1 b1 c1 d1'],
    ],
  },
  {
    rule: 'which group is served next is free (sqs:F35)',
    queues: fifo(),
    lines: [
      ...sends('a1', 'a2', 'b1', 'c1'),
      [5, taking({ order: [2, 0] }, receive({ max: 2, v: 0 })), 'c1 a1'],
      [6, taking({ order: 1 }, receive({ max: 10, v: 0 })), 'a1 a2 c1 b1'],
    ],
  },
  {
    rule: 'fewer messages than there are is legal, also in the middle of a group (sqs:F36, sqs:P2)',
    queues: fifo(),
    lines: [
      ...sends('a1', 'a2', 'a3', 'b1'),
      [5, taking({ short: 8 }, receive({ max: 10 })), 'a1 a2'],
      [6, taking({ empty: 1 }, receive({ max: 10 })), '-'],
      [7, receive({ max: 10 }), 'b1'],
    ],
  },
  {
    rule: 'the rest of a locked group is counted as available (sqs:C3, fifo_approximate_number_of_messages_not_visible)',
    queues: fifo({ VisibilityTimeout: '60' }),
    lines: [
      ...sends('a1', 'a2', 'b1', 'b2', 'c1', 'c2'),
      [10, receive(), 'a1'],
      [11, receive(), 'b1'],
      [12, counters, '4 2 0'],
      [60_011, counters, '6 0 0'],
    ],
  },
];

/** What AWS was recorded to answer, with the names of the recordings and the messages that they send. */
const recordings: Story[] = [
  {
    rule: 'fifo_receive_message_group_id_ordering (sqs:F35, sqs:F34)',
    queues: fifo(contentBased),
    lines: [...recorded('g1-m1', 'g2-m1', 'g1-m2', 'g1-m3'), [10, receive({ max: 10 }), 'g1-m1 g1-m2 g1-m3 g2-m1']],
  },
  {
    rule: 'fifo_messages_in_order_after_timeout (sqs:F33)',
    queues: fifo({ VisibilityTimeout: '1' }),
    lines: [
      ...sends('m0', 'm1', 'm2'),
      [10, receive({ max: 10 }), 'm0 m1 m2'],
      [2010, receive({ max: 10 }), 'm0 m1 m2'],
    ],
  },
  {
    rule: 'fifo_receive_message_visibility_timeout_shared_in_group (sqs:F35, sqs:F31)',
    queues: fifo({ ...contentBased, VisibilityTimeout: '1' }),
    lines: [
      ...recorded('g1-m1', 'g1-m2', 'g1-m3', 'g1-m4', 'g2-m1', 'g3-m1'),
      [10, receive({ max: 2 }), 'g1-m1 g1-m2'],
      [20, receive(), 'g2-m1'],
      [2020, receive({ max: 10, v: 0 }), 'g3-m1 g1-m1 g1-m2 g1-m3 g1-m4 g2-m1'],
    ],
  },
  {
    rule: 'fifo_receive_message_with_zero_visibility_timeout (sqs:F35, sqs:V6)',
    queues: fifo(contentBased),
    lines: [
      ...recorded('g1-m1', 'g2-m1', 'g2-m2', 'g3-m1', 'g1-m2'),
      [10, receive({ max: 3, v: 0 }), 'g1-m1 g1-m2 g2-m1'],
      [20, receive({ max: 10, v: 0 }), 'g3-m1 g1-m1 g1-m2 g2-m1 g2-m2'],
    ],
  },
  {
    rule: 'fifo_message_group_visibility_after_terminate_visibility_timeout (sqs:F32, sqs:F35, sqs:V9)',
    queues: fifo(contentBased),
    lines: [
      ...recorded('g1-m1', 'g1-m2', 'g2-m1'),
      [10, receive({ max: 2 }), 'g1-m1 g1-m2'],
      [20, change('g1-m1/1', 0)],
      [30, receive({ max: 3, wait: 2 }), 'g2-m1 g1-m1'],
    ],
  },
  {
    rule: 'fifo_message_group_visibility_after_change_message_visibility (sqs:F32, sqs:F35, sqs:V9)',
    queues: fifo(contentBased),
    lines: [
      ...recorded('g1-m1', 'g1-m2', 'g2-m1'),
      [10, receive({ max: 2 }), 'g1-m1 g1-m2'],
      [20, change('g1-m1/1', 1)],
      [2020, receive({ max: 3 }), 'g2-m1 g1-m1'],
    ],
  },
  ...Object.entries({ foo: '-', bar: 'foo', baz: 'foo bar' }).map(
    ([extended, left]): Story => ({
      rule: `fifo_group_visibility_extends_with_change_message_visibility, ${extended} extended (sqs:F30)`,
      queues: fifo({ VisibilityTimeout: '1' }),
      lines: [
        [0, sendTo('1', 'foo')],
        [1, sendTo('1', 'bar')],
        [2, sendTo('1', 'baz')],
        [10, receive({ max: 5 }), 'foo bar baz'],
        [20, change(`${extended}/1`, 4)],
        [2520, receive({ max: 5 }), left],
      ],
    }),
  ),
  {
    rule: 'fifo_message_group_visibility_after_delete (sqs:F31, sqs:F35)',
    queues: fifo(contentBased),
    lines: [
      ...recorded('g1-m1', 'g2-m1', 'g1-m2', 'g2-m2', 'g1-m2', 'g1-m3', 'g1-m4', 'g3-m1'),
      [10, receive({ max: 2 }), 'g1-m1 g1-m2'],
      [20, del('g1-m1/1')],
      [30, del('g1-m2/1')],
      [40, receive({ max: 10 }), 'g2-m1 g2-m2 g1-m3 g1-m4 g3-m1'],
    ],
  },
  {
    rule: 'fifo_message_group_visibility_after_partial_delete (sqs:F31)',
    queues: fifo(contentBased),
    lines: [
      ...recorded('g1-m1', 'g2-m1', 'g1-m2', 'g2-m2', 'g1-m2', 'g1-m3', 'g1-m4', 'g3-m1'),
      [10, receive({ max: 2 }), 'g1-m1 g1-m2'],
      [20, del('g1-m1/1')],
      [30, receive({ max: 10 }), 'g2-m1 g2-m2 g3-m1'],
    ],
  },
  {
    rule: 'fifo_empty_message_groups_added_back_to_queue (sqs:F31)',
    queues: fifo(),
    lines: [
      [0, sendTo('g1', 'Message 1', { MessageDeduplicationId: '1' })],
      [1, receive(), 'Message 1'],
      [2, del('Message 1/1')],
      [3, receive(), '-'],
      [4, sendTo('g1', 'Message 2', { MessageDeduplicationId: '2' })],
      [5, receive(), 'Message 2'],
    ],
  },
  {
    rule: 'fifo_approx_number_of_messages (sqs:C5, sqs:C3)',
    queues: fifo(contentBased),
    lines: [
      ...recorded('g1-m1', 'g1-m2', 'g1-m3', 'g2-m1', 'g3-m1'),
      [5, counters, '5 0 0'],
      [6, receive({ max: 4, wait: 1 }), 'g1-m1 g1-m2 g1-m3 g2-m1'],
      [7, counters, '1 4 0'],
      [8, delBatch('g1-m1/1', 'g1-m2/1', 'g1-m3/1', 'g2-m1/1'), '1 ok, 2 ok, 3 ok, 4 ok'],
      [9, counters, '1 0 0'],
    ],
  },
];

describe('order and locks of a FIFO queue', () => {
  tellAll(stories);

  test('one consumer that deletes what it got sees each group in the order of sending (sqs:F37, sqs:F6)', () => {
    const service = new Service({ 'q.fifo': {} });
    const queue = { QueueUrl: 'q.fifo' };
    for (let k = 0; k < 60; k++) {
      const names = { MessageGroupId: `g${(k * 7) % 5}`, MessageDeduplicationId: `${k}` };
      service.ok(k, 'SendMessage', { ...queue, MessageBody: `${k}`, ...names });
    }
    const seen = new Map<string, number[]>();
    for (let at = 100; ; at++) {
      const messages = service.receive(at, { ...queue, MaxNumberOfMessages: 3 });
      if (messages.length === 0) break;
      for (const { Body, Attributes, ReceiptHandle } of messages) {
        const group = Attributes!.MessageGroupId!;
        seen.set(group, [...(seen.get(group) ?? []), Number(Body)]);
        service.ok(at, 'DeleteMessage', { ...queue, ReceiptHandle });
      }
    }
    expect([...seen.values()].flat()).toHaveLength(60);
    for (const bodies of seen.values()) expect(bodies).toEqual(bodies.toSorted((a, b) => a - b));
  });
});

describe('what AWS was recorded to answer', () => {
  tellAll(recordings);
});
