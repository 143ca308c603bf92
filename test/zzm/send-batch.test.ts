import { describe, expect, test } from 'vitest';
import type { SendEntry } from '../../src/core/calls.js';
import { ask, counters, receive, Service, type Story, send, sendBatch, tellAll } from './service.js';

const batch = (...Entries: SendEntry[]) => ask('SendMessageBatch', { Entries });
const entry = (Id: string, MessageBody = 'x') => ({ Id, MessageBody });
const whole = 'AWS.SimpleQueueService.';

const stories: Story[] = [
  {
    rule: 'a batch sends its entries (sqs:SB1, sqs:OP7)',
    lines: [
      [0, sendBatch(['a', 'b', 'c']), 'a ok, b ok, c ok'],
      [0, counters, '3 0 0'],
      [0, receive({ max: 10 }), 'a b c'],
    ],
  },
  {
    rule: 'a batch has 1 to 10 entries (sqs:SB1, sqs:Q3, sqs:E30, sqs:E31)',
    lines: [
      [0, batch(), `${whole}EmptyBatchRequest`],
      [0, sendBatch([...'abcdefghijk']), `${whole}TooManyEntriesInBatchRequest`],
      [0, counters, '0 0 0'],
      [0, sendBatch([...'abcdefghij']), [...'abcdefghij'].map((id) => `${id} ok`).join(', ')],
    ],
  },
  {
    rule: 'an Id is 1 to 80 letters, digits, hyphens and underscores (sqs:SB1, sqs:Q4, sqs:E32)',
    lines: [
      ...['', 'a b', 'a.b', 'é', 'i'.repeat(81)].map((id): Story['lines'][0] => [
        0,
        batch(entry('good'), entry(id)),
        `${whole}InvalidBatchEntryId`,
      ]),
      [0, counters, '0 0 0'],
      [0, batch(entry('aZ0-_'), entry('i'.repeat(80))), `aZ0-_ ok, ${'i'.repeat(80)} ok`],
    ],
  },
  {
    rule: 'the Ids are distinct, upper and lower case differ (sqs:SB1, sqs:E33)',
    lines: [
      [0, batch(entry('a'), entry('b'), entry('a')), `${whole}BatchEntryIdsNotDistinct`],
      [0, counters, '0 0 0'],
      [0, batch(entry('a'), entry('A')), 'a ok, A ok'],
    ],
  },
  {
    rule: 'a batch of 1 MiB is accepted, one byte more is not (sqs:SB1, sqs:Q2, sqs:E34)',
    lines: [
      [0, batch(entry('a', 'x'.repeat(1_048_575)), entry('b')), 'a ok, b ok'],
      [0, batch(entry('a', 'x'.repeat(1_048_575)), entry('b', 'xx')), `${whole}BatchRequestTooLong`],
      [
        0,
        batch(entry('a', 'x'.repeat(1_048_575)), {
          ...entry('b'),
          MessageAttributes: { k: { DataType: 'String', StringValue: 'x' } },
        }),
        `${whole}BatchRequestTooLong`,
      ],
      [0, counters, '2 0 0'],
    ],
  },
  {
    rule: "the queue's maximum holds for each entry, not for their sum (sqs:SB2, sqs:SB3)",
    queues: { q: { MaximumMessageSize: '1024' } },
    lines: [
      [0, batch(entry('a', 'x'.repeat(1024)), entry('b', 'x'.repeat(1024))), 'a ok, b ok'],
      [0, batch(entry('a', 'x'.repeat(1025)), entry('b')), 'b ok, a InvalidParameterValue'],
      [0, counters, '3 0 0'],
    ],
  },
  {
    rule: 'an entry with illegal characters fails alone (sqs:SB4, sqs:SB5)',
    lines: [
      [0, batch(entry('a', '\u0000'), entry('b')), 'b ok, a InvalidMessageContents'],
      [0, counters, '1 0 0'],
    ],
  },
  {
    rule: 'an entry without a body fails alone (sqs:SM2, sqs:OP4)',
    lines: [[0, batch(entry('a', ''), entry('b')), 'b ok, a MissingParameter']],
  },
  {
    rule: 'an entry with wrong attributes fails alone (sqs:OP7, sqs:E19)',
    lines: [
      [
        0,
        batch({ ...entry('a'), MessageAttributes: { '.': { DataType: 'String', StringValue: 'x' } } }, entry('b')),
        'b ok, a InvalidParameterValue',
      ],
    ],
  },
  {
    rule: 'the envelope is looked at before the entries (sqs:OP5)',
    lines: [
      [0, batch(entry('a', ''), entry('a', '\u0000')), `${whole}BatchEntryIdsNotDistinct`],
      [0, batch(entry('a b'), entry('a b')), `${whole}InvalidBatchEntryId`],
      [0, batch(entry('a', ''), entry('b', 'x'.repeat(1_048_577))), `${whole}BatchRequestTooLong`],
    ],
  },
  {
    rule: 'of one entry size goes before characters, characters before attributes, those before the delay (sqs:OP5)',
    queues: { q: { MaximumMessageSize: '1024' } },
    lines: [
      [0, send(`\u0000${'x'.repeat(1024)}`), 'InvalidParameterValue'],
      [0, send('\u0000', { DelaySeconds: 901 }), 'InvalidMessageContents'],
    ],
  },
];

describe('send in batches', () => {
  tellAll(stories);

  test('a batch without failures has no Failed, one without successes no Successful (sqs:SB9)', () => {
    const service = new Service();
    const answerTo = (...Entries: SendEntry[]) => service.ok(0, 'SendMessageBatch', { QueueUrl: 'q', Entries });
    expect(Object.keys(answerTo(entry('a')))).toEqual(['Successful']);
    expect(Object.keys(answerTo(entry('a', '\u0000')))).toEqual(['Failed']);
    expect(Object.keys(answerTo(entry('a', '\u0000'), entry('b'))).sort()).toEqual(['Failed', 'Successful']);
  });

  test('a failed entry tells the legacy code, whose fault it is and why (sqs:SB3, sqs:SB4, sqs:SB5)', () => {
    const service = new Service({ q: { MaximumMessageSize: '1024' } });
    const Entries = [entry('long', 'x'.repeat(1025)), entry('illegal', '\u0001'), entry('good')];
    expect(service.ok(0, 'SendMessageBatch', { QueueUrl: 'q', Entries }).Failed).toEqual([
      {
        Id: 'long',
        Code: 'InvalidParameterValue',
        SenderFault: true,
        Message: 'One or more parameters cannot be validated. Reason: Message must be shorter than 1024 bytes.',
      },
      {
        Id: 'illegal',
        Code: 'InvalidMessageContents',
        SenderFault: true,
        Message: expect.stringContaining('Invalid characters found.'),
      },
    ]);
  });

  test('entries are messages of their own (sqs:D4, sqs:M20)', () => {
    const service = new Service();
    const Entries = [entry('a', 'test'), entry('b', 'test')];
    const { Successful = [] } = service.ok(0, 'SendMessageBatch', { QueueUrl: 'q', Entries });
    expect(Successful.map(({ Id }) => Id)).toEqual(['a', 'b']);
    expect(new Set(Successful.map(({ MessageId }) => MessageId)).size).toBe(2);
    const received = service.receive(0, { MaxNumberOfMessages: 10 });
    expect(received.map(({ MessageId }) => MessageId)).toEqual(Successful.map(({ MessageId }) => MessageId));
  });
});
