import { describe, expect, test } from 'vitest';
import {
  change,
  counters,
  del,
  on,
  receive,
  redrive,
  Service,
  type Story,
  send,
  shows,
  taking,
  tellAll,
} from './service.js';

const group = (MessageGroupId: string) => ({ MessageGroupId });
const wrong = 'InvalidParameterValue';

const stories: Story[] = [
  {
    rule: 'a standard queue takes a group id and shows it, without an attribute that asks for it (sqs:G1, sqs:SM7)',
    lines: [
      [0, send('a', group('tenant-1'))],
      [1, shows('MessageGroupId', { v: 0 }), 'a=tenant-1'],
      [2, shows('SequenceNumber', { v: 0 }), 'a=-'],
      [3, shows('MessageDeduplicationId', { v: 0 }), 'a=-'],
      [4, send('b')],
      [5, shows('MessageGroupId', { max: 10 }), 'a=tenant-1 b=-'],
    ],
  },
  {
    rule: 'its groups are neither locked nor in order (sqs:G2, sqs:G4)',
    lines: [
      [0, send('a', group('g'))],
      [1, send('b', group('g'))],
      [2, receive(), 'a'],
      [3, receive(), 'b'],
      [4, change('b/1', 0)],
      [5, receive(), 'b'],
    ],
  },
  {
    rule: 'which of the available messages comes first is free, whatever its group (sqs:G3, sqs:N1)',
    lines: [
      [0, send('a', group('noisy'))],
      [1, send('b', group('noisy'))],
      [2, send('c', group('quiet'))],
      [3, taking({ order: 2 }, receive()), 'c'],
      [4, taking({ order: 1 }, receive()), 'b'],
      [5, receive(), 'a'],
    ],
  },
  {
    rule: 'its groups do not deduplicate (sqs:G2)',
    lines: [
      [0, send('a', group('g'))],
      [1, send('a', group('g'))],
      [2, receive({ max: 10 }), 'a a'],
    ],
  },
  {
    rule: 'each message has a delay of its own (sqs:G2, sqs:DY1)',
    lines: [
      [0, send('a', { ...group('g'), DelaySeconds: 5 })],
      [1, send('b', group('g'))],
      [2, receive({ max: 10 }), 'b'],
      [5000, receive({ max: 10 }), 'a'],
    ],
  },
  {
    rule: 'an expired handle deletes, groups or not (sqs:G2, sqs:RH2)',
    lines: [
      [0, send('a', group('g'))],
      [1, receive({ v: 1 }), 'a'],
      [1001, del('a/1')],
      [1001, counters, '0 0 0'],
    ],
  },
  {
    rule: 'the group id survives the move to the dead-letter queue (sqs:G5)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1), VisibilityTimeout: '0' }, dlq: {} },
    lines: [
      [0, send('a', group('g'))],
      [1, receive(), 'a'],
      [2, receive(), '-'],
      [3, on('dlq', shows('MessageGroupId')), 'a=g'],
    ],
  },
  {
    rule: 'a group id is 1 to 128 letters, digits and signs here too (sqs:SM8, sqs:Q14, sqs:E13)',
    lines: [
      [0, send('a', group('')), wrong],
      [1, send('a', group('g g')), wrong],
      [2, send('a', group('g'.repeat(129))), wrong],
      [3, send('a', group('g'.repeat(128)))],
      [4, counters, '1 0 0'],
    ],
  },
  {
    rule: 'a service of before mid-2025 refuses it (sqs:G6)',
    rules: { allowsGroup: (isFifo) => isFifo },
    lines: [
      [0, send('a', group('g')), wrong],
      [1, send('a')],
    ],
  },
  {
    rule: 'a deduplication id is refused (sqs:SM7, sqs:U8)',
    lines: [
      [0, send('a', { MessageDeduplicationId: 'd' }), wrong],
      [1, counters, '0 0 0'],
    ],
  },
];

describe('groups on a standard queue', () => {
  tellAll(stories);

  test('the answer has no SequenceNumber, a receive all that was sent (sqs:G1, sqs:SM1)', () => {
    const service = new Service();
    const sent = service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a', ...group('g') });
    expect(Object.keys(sent).sort()).toEqual(['MD5OfMessageBody', 'MessageId']);
    const Entries = [{ Id: 'x', MessageBody: 'b', ...group('h') }];
    const { Successful = [] } = service.ok(1, 'SendMessageBatch', { QueueUrl: 'q', Entries });
    expect(Object.keys(Successful[0]!).sort()).toEqual(['Id', 'MD5OfMessageBody', 'MessageId']);
    const groups = service.receive(2, { MaxNumberOfMessages: 10 }).map(({ Attributes }) => Attributes!.MessageGroupId);
    expect(groups).toEqual(['g', 'h']);
  });

  test('what a deduplication id is told (sqs:U8), alone and in a batch', () => {
    const service = new Service();
    const entry = { MessageBody: 'a', MessageDeduplicationId: 'd' };
    const says =
      'Value d for parameter MessageDeduplicationId is invalid. Reason: The request include parameter that is not valid for this queue type.';
    expect(service.call(0, 'SendMessage', { QueueUrl: 'q', ...entry })).toMatchObject({ kind: 'error', message: says });
    expect(service.ok(0, 'SendMessageBatch', { QueueUrl: 'q', Entries: [{ Id: 'x', ...entry }] }).Failed).toEqual([
      { Id: 'x', Code: 'InvalidParameterValue', SenderFault: true, Message: says },
    ]);
  });
});
