import { describe, expect, test } from 'vitest';
import type { Calls, Refusal, SendEntry } from '../../src/core/calls.js';
import { ask, counters, receive, Service, type Story, sendTo, shows, tellAll } from './service.js';

const queue = { QueueUrl: 'q.fifo' };
const contentBased = { ContentBasedDeduplication: 'true' };
type Input = Omit<Calls['SendMessage']['input'], 'QueueUrl'>;

/** A send with nothing wrong, and what else is said of it; undefined takes a member away. */
const input = (more: { [member in keyof Input]?: Input[member] | undefined }): Input => {
  const whole = { MessageBody: 'm', MessageGroupId: 'g', MessageDeduplicationId: 'd', ...more };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as unknown as Input;
};

const refused = (service: Service, more: Parameters<typeof input>[0]): Refusal =>
  service.call(0, 'SendMessage', { ...queue, ...input(more) }) as Refusal;

const missing = (name: string) => ({
  code: 'MissingRequiredParameterException',
  legacy: 'MissingParameter',
  status: 400,
  message: `The request must contain the parameter ${name}.`,
});
const invalid = (message: string) => ({
  code: 'InvalidParameterValueException',
  legacy: 'InvalidParameterValue',
  status: 400,
  message,
});
const invalidId = (name: string, value: string) =>
  invalid(
    `Value ${value} for parameter ${name} is invalid. Reason: ${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
  );
const dedupIdNeeded = invalid(
  'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
);
const wrongDelay = (seconds: number) =>
  invalid(
    `Value ${seconds} for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.`,
  );
/** sqs:SM8 */
const signs = `!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~`;

const stories: Story[] = [
  {
    rule: 'SequenceNumber of a receive is that of the send, MessageDeduplicationId the explicit id (sqs:F5, sqs:RM5)',
    queues: { 'q.fifo': {} },
    lines: [
      [0, sendTo('g', 'a', { MessageDeduplicationId: 'd' })],
      [1, shows('MessageDeduplicationId', { v: 0 }), 'a=d'],
      [2, shows('MessageGroupId', { v: 0 }), 'a=g'],
      [3, shows('SequenceNumber', { v: 0 }), 'a=18850000000000000256'],
    ],
  },
  {
    rule: 'the queue delays, not the send: DelaySeconds = 0 is accepted and means nothing (sqs:DY2, sqs:F4)',
    queues: { 'q.fifo': { DelaySeconds: '10' } },
    lines: [
      [0, sendTo('g', 'a', { DelaySeconds: 0 })],
      [1, counters, '0 0 1'],
      [9999, receive(), '-'],
      [10_000, receive(), 'a'],
    ],
  },
  {
    rule: 'a batch is stored in the order of its list (sqs:SB7, sqs:F6)',
    queues: { 'q.fifo': contentBased },
    lines: [
      [
        0,
        ask('SendMessageBatch', {
          Entries: [3, 1, 2, 10, 7].map((k) => ({ Id: `i${k}`, MessageBody: `m${k}`, MessageGroupId: 'g' })),
        }),
        'i3 ok, i1 ok, i2 ok, i10 ok, i7 ok',
      ],
      [1, receive({ max: 10 }), 'm3 m1 m2 m10 m7'],
    ],
  },
  {
    rule: 'a bad entry of a batch fails alone, the others are stored (sqs:OP7, sqs:SB3, sqs:SB4)',
    queues: { 'q.fifo': contentBased },
    lines: [
      [
        0,
        ask('SendMessageBatch', {
          Entries: [
            { Id: '1', MessageBody: 'a', MessageGroupId: 'g' },
            { Id: '2', MessageBody: 'b', MessageGroupId: 'g g' },
            { Id: '3', MessageBody: 'c', MessageGroupId: 'g', DelaySeconds: 1 },
            { Id: '4', MessageBody: '\u0000', MessageGroupId: 'g' },
            { Id: '5', MessageBody: 'e', MessageGroupId: 'g', MessageDeduplicationId: '' },
            { Id: '6', MessageBody: 'f', MessageGroupId: 'g' },
          ],
        }),
        '1 ok, 6 ok, 2 InvalidParameterValue, 3 InvalidParameterValue, 4 InvalidMessageContents, 5 InvalidParameterValue',
      ],
      [1, receive({ max: 10 }), 'a f'],
    ],
  },
];

describe('sends to a FIFO queue', () => {
  tellAll(stories);

  test.each<[what: string, Parameters<typeof input>[0], attributes: Record<string, string>, refusal: object]>([
    ['without a group (sqs:F1, sqs:E2)', { MessageGroupId: undefined }, {}, missing('MessageGroupId')],
    ['without a group, content-based', { MessageGroupId: undefined }, contentBased, missing('MessageGroupId')],
    ['without a deduplication id (sqs:F2, sqs:E16)', { MessageDeduplicationId: undefined }, {}, dedupIdNeeded],
    ['an empty group id (sqs:OP4, sqs:E13)', { MessageGroupId: '' }, {}, invalidId('MessageGroupId', '')],
    [
      'a group id of 129 characters (sqs:SM8, sqs:Q14)',
      { MessageGroupId: 'g'.repeat(129) },
      {},
      invalidId('MessageGroupId', 'g'.repeat(129)),
    ],
    ['a space in the group id (sqs:SM8)', { MessageGroupId: 'g 1' }, {}, invalidId('MessageGroupId', 'g 1')],
    ['a letter beyond ASCII (sqs:SM8)', { MessageGroupId: 'gé' }, {}, invalidId('MessageGroupId', 'gé')],
    [
      'an empty deduplication id (sqs:OP4, sqs:E13)',
      { MessageDeduplicationId: '' },
      contentBased,
      invalidId('MessageDeduplicationId', ''),
    ],
    [
      'a deduplication id of 129 characters (sqs:SM8, sqs:Q14)',
      { MessageDeduplicationId: 'a'.repeat(129) },
      {},
      invalidId('MessageDeduplicationId', 'a'.repeat(129)),
    ],
    [
      'a space in the deduplication id (sqs:SM8)',
      { MessageDeduplicationId: 'group 123' },
      {},
      invalidId('MessageDeduplicationId', 'group 123'),
    ],
    ['a delay of its own (sqs:DY2, sqs:E12)', { DelaySeconds: 2 }, contentBased, wrongDelay(2)],
    [
      'a delay out of range (sqs:SM5)',
      { DelaySeconds: 901 },
      {},
      invalid('Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.'),
    ],
  ])('%s', (_what, more, attributes, refusal) => {
    const service = new Service({ 'q.fifo': attributes });
    expect(refused(service, more)).toEqual({ kind: 'error', ...refusal });
    expect(service.counters(0, 'q.fifo')).toEqual([0, 0, 0]);
  });

  test.each([
    ['a', 'a'.repeat(128)],
    [signs, signs],
    ['0', 'Z'],
  ])('ids of 1 to 128 letters, digits and signs are right: %s (sqs:SM8, sqs:Q14)', (group, id) => {
    const service = new Service({ 'q.fifo': {} });
    const names = { MessageGroupId: group, MessageDeduplicationId: id };
    service.ok(0, 'SendMessage', { ...queue, MessageBody: 'm', ...names });
    expect(service.receive(1, queue)[0]!.Attributes).toMatchObject(names);
  });

  test('the answer has MessageId, digest and SequenceNumber, a receive the same (sqs:F5, sqs:RM5, sqs:D4)', () => {
    const service = new Service({ 'q.fifo': contentBased });
    const sent = service.ok(0, 'SendMessage', { ...queue, MessageBody: 'test', MessageGroupId: 'g' });
    expect(sent).toEqual({
      MessageId: expect.stringMatching(/./),
      MD5OfMessageBody: '098f6bcd4621d373cade4e832627b4f6',
      SequenceNumber: expect.stringMatching(/^[1-9]\d{19}$/),
    });
    const [message] = service.receive(1, queue);
    expect(message).toMatchObject({ MessageId: sent.MessageId, MD5OfBody: sent.MD5OfMessageBody });
    expect(Object.keys(message!.Attributes!).sort()).toEqual([
      'ApproximateFirstReceiveTimestamp',
      'ApproximateReceiveCount',
      'MessageDeduplicationId',
      'MessageGroupId',
      'SenderId',
      'SentTimestamp',
      'SequenceNumber',
    ]);
    expect(message!.Attributes).toMatchObject({ SequenceNumber: sent.SequenceNumber, MessageGroupId: 'g' });
  });

  test('SequenceNumber grows from send to send and from entry to entry, and stays a message its own (sqs:F5, sqs:SB7)', () => {
    const service = new Service({ 'q.fifo': { ...contentBased, VisibilityTimeout: '0' } });
    const entry = (k: number): SendEntry => ({ Id: `${k}`, MessageBody: `b${k}`, MessageGroupId: 'g' });
    const numbers: (string | undefined)[] = [];
    for (let k = 0; k < 5; k++)
      numbers.push(service.ok(k, 'SendMessage', { ...queue, MessageBody: `${k}`, MessageGroupId: 'g' }).SequenceNumber);
    const batch = service.ok(9, 'SendMessageBatch', {
      ...queue,
      Entries: Array.from({ length: 10 }, (_, k) => entry(k)),
    });
    numbers.push(...batch.Successful!.map(({ SequenceNumber }) => SequenceNumber));
    const values = numbers.map((text) => BigInt(text!));
    expect(values).toEqual([...new Set(values)].sort((a, b) => (a < b ? -1 : 1)));
    const received = [10, 11].map((at) => service.receive(at, { ...queue, MaxNumberOfMessages: 5 }));
    for (const messages of received)
      expect(messages.map(({ Attributes }) => Attributes!.SequenceNumber)).toEqual(numbers.slice(0, 5));
  });

  const entries = (...more: Partial<SendEntry>[]): SendEntry[] =>
    more.map((own, k) => ({ Id: `${k}`, MessageBody: `m${k}`, ...own }));

  test.each<[what: string, attributes: Record<string, string>, SendEntry[], message: string]>([
    [
      'an entry without a group',
      contentBased,
      entries({ MessageGroupId: 'g' }, {}),
      'The request must contain the parameter MessageGroupId.',
    ],
    [
      'an entry without a deduplication id',
      {},
      entries(...[1, 2].map(() => ({ MessageGroupId: 'g' }))),
      dedupIdNeeded.message,
    ],
    [
      'one entry of two without a deduplication id',
      {},
      entries({ MessageGroupId: 'g', MessageDeduplicationId: 'd' }, { MessageGroupId: 'g' }),
      dedupIdNeeded.message,
    ],
  ])('%s fails the whole call (sqs:SB6, sqs:U7)', (_what, attributes, Entries, message) => {
    const service = new Service({ 'q.fifo': attributes });
    expect(service.call(0, 'SendMessageBatch', { ...queue, Entries })).toEqual({ kind: 'error', ...invalid(message) });
    expect(service.counters(1, 'q.fifo')).toEqual([0, 0, 0]);
  });

  test('an entry with a delay says the bare reason (sqs:SB5, sqs:DY2)', () => {
    const service = new Service({ 'q.fifo': contentBased });
    const Entries = entries({ MessageGroupId: 'g', DelaySeconds: 3 });
    expect(service.ok(0, 'SendMessageBatch', { ...queue, Entries })).toEqual({
      Failed: [
        {
          Id: '0',
          Code: 'InvalidParameterValue',
          SenderFault: true,
          Message: 'The request include parameter that is not valid for this queue type',
        },
      ],
    });
  });
});
