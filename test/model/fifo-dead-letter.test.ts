import { describe, expect, test } from 'vitest';
import {
  ask,
  change,
  counters,
  del,
  on,
  polls,
  receive,
  redrive,
  Service,
  type Story,
  send,
  sendTo,
  shows,
  tellAll,
} from './service.js';

const limited = (max: number, dead: Record<string, string> = {}): NonNullable<Story['queues']> => ({
  'q.fifo': { RedrivePolicy: redrive('d.fifo', max), VisibilityTimeout: '0' },
  'd.fifo': dead,
});
const dead = (asked: Parameters<typeof receive>[0] = {}) => on('d.fifo', receive(asked));

const stories: Story[] = [
  {
    rule: 'after n receives the next attempt moves the message, and the group goes on (sqs:X3, sqs:X16, dead_letter_queue_with_fifo_and_content_based_deduplication)',
    queues: {
      'q.fifo': { RedrivePolicy: redrive('d.fifo', 2), ContentBasedDeduplication: 'true', VisibilityTimeout: '60' },
      'd.fifo': { ContentBasedDeduplication: 'true', MessageRetentionPeriod: '1209600' },
    },
    lines: [
      [0, send('foobar', { MessageGroupId: '1' })],
      [1, receive({ wait: 1, v: 0 }), 'foobar'],
      [2, receive({ wait: 1, v: 0 }), 'foobar'],
      [3, receive({ wait: 1, v: 0 }), 'waits'],
      [4, on('d.fifo', receive({ wait: 10 })), 'foobar'],
      [1003, polls, '3@1003 -'],
      [1004, send('foobar2', { MessageGroupId: '1' })],
      [1005, receive({ wait: 1 }), 'foobar2'],
    ],
  },
  {
    rule: 'the receive that moves the head returns the one behind it (sqs:X17, sqs:U20, sqs:F53)',
    queues: limited(1),
    lines: [
      [0, sendTo('g', 'a')],
      [1, sendTo('g', 'b')],
      [2, receive(), 'a'],
      [3, receive(), 'b'],
      [4, dead(), 'a'],
    ],
  },
  {
    rule: 'a knob ends a receive that has moved a message; the group is open for the next one (sqs:X17, sqs:X16)',
    queues: limited(1),
    rules: { goesOnAfterMove: () => false },
    lines: [
      [0, sendTo('g', 'a')],
      [1, sendTo('g', 'b')],
      [2, receive(), 'a'],
      [3, receive({ max: 10 }), '-'],
      [4, receive({ max: 10 }), 'b'],
    ],
  },
  {
    rule: 'all that is over the limit in front of a group is moved, in order (sqs:X18, sqs:F53)',
    queues: limited(1),
    lines: [
      [0, sendTo('g', 'a')],
      [1, sendTo('g', 'b')],
      [2, sendTo('h', 'x')],
      [3, sendTo('g', 'c')],
      [4, receive({ max: 3 }), 'a b c'],
      [5, sendTo('g', 'e')],
      [6, receive({ max: 10 }), 'x e'],
      [7, receive({ max: 10 }), '-'],
      [8, dead({ max: 10 }), 'a b c e x'],
    ],
  },
  {
    rule: 'what is over the limit behind a message in flight stays where it is (sqs:X7, sqs:F30)',
    queues: limited(1),
    lines: [
      [0, sendTo('g', 'a')],
      [1, sendTo('g', 'b')],
      [2, receive({ max: 2, v: 30 }), 'a b'],
      [3, change('b/1', 0)],
      [4, receive({ max: 10 }), '-'],
      [4, counters, '1 1 0'],
      [5, change('a/1', 0)],
      [6, receive({ max: 10 }), '-'],
      [7, dead({ max: 10 }), 'a b'],
    ],
  },
  {
    rule: 'a message deleted before the attempt is not moved (sqs:X7)',
    queues: limited(1),
    lines: [
      [0, sendTo('g', 'a')],
      [1, receive({ v: 10 }), 'a'],
      [2, del('a/1')],
      [20_000, receive(), '-'],
      [20_001, on('d.fifo', counters), '0 0 0'],
    ],
  },
  {
    rule: 'the count goes on over the move (sqs:X4, sqs:L4)',
    queues: limited(2),
    lines: [
      [0, sendTo('g', 'a')],
      [1, shows('ApproximateReceiveCount'), 'a=1'],
      [2, shows('ApproximateReceiveCount'), 'a=2'],
      [3, receive(), '-'],
      [4, on('d.fifo', shows('ApproximateReceiveCount')), 'a=3'],
    ],
  },
  {
    rule: 'SentTimestamp is that of the move, the first receive time is kept (sqs:X9, sqs:U17)',
    queues: limited(1),
    lines: [
      [5, sendTo('g', 'a')],
      [7, receive(), 'a'],
      [9, receive(), '-'],
      [11, on('d.fifo', shows('SentTimestamp', { v: 0 })), 'a=9'],
      [12, on('d.fifo', shows('ApproximateFirstReceiveTimestamp')), 'a=7'],
    ],
  },
  {
    rule: 'group and source are shown after the move (sqs:X10, sqs:X8)',
    queues: limited(1),
    lines: [
      [0, sendTo('g', 'a')],
      [1, receive(), 'a'],
      [2, receive(), '-'],
      [3, on('d.fifo', shows('MessageGroupId', { v: 0 })), 'a=g'],
      [4, on('d.fifo', shows('DeadLetterQueueSourceArn', { v: 0 })), 'a=arn:aws:sqs:us-east-1:000000000000:q.fifo'],
    ],
  },
  {
    rule: 'the whole retention of the dead-letter queue begins with the move (sqs:RT5, sqs:F54)',
    queues: limited(1, { MessageRetentionPeriod: '60' }),
    lines: [
      [0, sendTo('g', 'a')],
      [1000, receive(), 'a'],
      [100_000, receive(), '-'],
      [159_999, on('d.fifo', counters), '1 0 0'],
      [160_000, on('d.fifo', counters), '0 0 0'],
    ],
  },
  {
    rule: 'a message is available in the dead-letter queue at once, whatever its delay (sqs:X14, sqs:DY6, sqs:U9)',
    queues: limited(1, { DelaySeconds: '900' }),
    lines: [
      [0, sendTo('g', 'a')],
      [1, receive(), 'a'],
      [2, receive(), '-'],
      [2, dead(), 'a'],
    ],
  },
  {
    rule: 'deduplication of the dead-letter queue swallows no dead letter (sqs:X10)',
    queues: limited(1),
    lines: [
      [0, on('d.fifo', sendTo('g', 'there', { MessageDeduplicationId: 'd' }))],
      [1, sendTo('g', 'a', { MessageDeduplicationId: 'd' })],
      [2, receive(), 'a'],
      [3, receive(), '-'],
      [4, dead({ max: 10 }), 'there a'],
    ],
  },
  {
    rule: 'messages keep the order of their group in the dead-letter queue, behind what was there (sqs:X18, sqs:U18)',
    queues: limited(1),
    lines: [
      [0, sendTo('g', 'a')],
      [1, receive(), 'a'],
      [2, on('d.fifo', sendTo('g', 'there'))],
      [3, sendTo('g', 'b')],
      [4, receive(), 'b'],
      [5, receive(), '-'],
      [6, on('d.fifo', sendTo('g', 'late'))],
      [7, dead({ max: 10 }), 'there a b late'],
    ],
  },
  {
    rule: 'dead letters of a chain are counted by each queue for itself (sqs:X13, sqs:U19)',
    queues: {
      'q.fifo': { RedrivePolicy: redrive('r.fifo', 1), VisibilityTimeout: '0' },
      'r.fifo': { RedrivePolicy: redrive('s.fifo', 2), VisibilityTimeout: '0' },
      's.fifo': {},
    },
    lines: [
      [0, sendTo('g', 'a')],
      [1, sendTo('g', 'b')],
      [2, receive({ max: 10 }), 'a b'],
      [3, receive({ max: 10 }), '-'],
      [4, on('r.fifo', receive({ max: 10 })), 'a b'],
      [5, on('r.fifo', receive({ max: 10 })), 'a b'],
      [6, on('r.fifo', receive({ max: 10 })), '-'],
      [7, on('s.fifo', shows('ApproximateReceiveCount', { max: 10 })), 'a=4 b=4'],
    ],
  },
  {
    rule: 'without its dead-letter queue the message stays and is delivered, in its place (sqs:X15, sqs:U12)',
    queues: limited(1),
    lines: [
      [0, on('d.fifo', ask('DeleteQueue'))],
      [1, sendTo('g', 'a')],
      [2, sendTo('g', 'b')],
      [3, receive(), 'a'],
      [4, receive({ max: 10 }), 'a b'],
    ],
  },
];

describe('dead letters of a FIFO queue', () => {
  tellAll(stories);

  test('MessageId stays and is the new deduplication id, SequenceNumber is one of the dead-letter queue (sqs:X8, sqs:X10, sqs:U18, sqs:D3)', () => {
    const service = new Service(limited(1));
    const names = { MessageGroupId: 'g', MessageDeduplicationId: 'd' };
    const trace = { AWSTraceHeader: { DataType: 'String', StringValue: 'Root=1-2-3' } };
    const attributes = { k: { DataType: 'String', StringValue: 'x' } };
    for (let k = 0; k < 3; k++)
      service.ok(0, 'SendMessage', {
        QueueUrl: 'd.fifo',
        MessageBody: `${k}`,
        ...names,
        MessageDeduplicationId: `${k}`,
      });
    const { MessageId } = service.ok(1, 'SendMessage', {
      QueueUrl: 'q.fifo',
      MessageBody: 'a',
      MessageAttributes: attributes,
      MessageSystemAttributes: trace,
      ...names,
    });
    const [first] = service.receive(2, { QueueUrl: 'q.fifo' });
    service.receive(3, { QueueUrl: 'q.fifo' });
    const messages = service.receive(4, { QueueUrl: 'd.fifo', MaxNumberOfMessages: 10 });
    const moved = messages.at(-1)!;
    expect(moved).toMatchObject({
      MessageId,
      Body: 'a',
      MD5OfBody: first!.MD5OfBody,
      MessageAttributes: attributes,
      MD5OfMessageAttributes: first!.MD5OfMessageAttributes,
      Attributes: {
        AWSTraceHeader: 'Root=1-2-3',
        ApproximateFirstReceiveTimestamp: '2',
        ApproximateReceiveCount: '2',
        DeadLetterQueueSourceArn: 'arn:aws:sqs:us-east-1:000000000000:q.fifo',
        MessageDeduplicationId: MessageId,
        MessageGroupId: 'g',
        SenderId: first!.Attributes!.SenderId,
        SentTimestamp: '3',
      },
    });
    expect(moved.ReceiptHandle).not.toBe(first!.ReceiptHandle);
    const sequences = messages.map(({ Attributes }) => BigInt(Attributes!.SequenceNumber!));
    expect(sequences).toEqual(sequences.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(new Set(sequences).size).toBe(4);
  });
});
