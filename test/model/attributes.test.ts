import { describe, expect, test } from 'vitest';
import type { QueueAttributes } from '../../src/core/calls.js';
import { arnOf } from '../../src/core/calls.js';
import { ask, create, on, reads, receive, redrive, Service, type Story, send, set, tellAll } from './service.js';

const name = 'InvalidAttributeName';
const value = 'InvalidAttributeValue';
const parameter = 'InvalidParameterValue';

const ranges: [name: string, lo: number, hi: number][] = [
  ['DelaySeconds', 0, 900],
  ['KmsDataKeyReusePeriodSeconds', 60, 86_400],
  ['MaximumMessageSize', 1024, 1_048_576],
  ['MessageRetentionPeriod', 60, 1_209_600],
  ['ReceiveMessageWaitTimeSeconds', 0, 20],
  ['VisibilityTimeout', 0, 43_200],
];

const onFifo = (each: Parameters<typeof on>[1]) => on('q.fifo', each);

const stories: Story[] = [
  ...ranges.map(
    ([attribute, lo, hi]): Story => ({
      rule: `${attribute} is ${lo} to ${hi} (sqs:A6, sqs:SA5, sqs:Q12)`,
      lines: [
        ...[lo - 1, hi + 1, lo + 0.5, '', ' ', 'x', `${lo}s`, '1e3'].flatMap((wrong): Story['lines'] => [
          [0, set({ [attribute]: String(wrong) }), value],
          [0, create('x', { [attribute]: String(wrong) }), value],
        ]),
        [0, set({ [attribute]: String(lo) })],
        [0, set({ [attribute]: String(hi) })],
        [0, create('x', { [attribute]: String(hi) })],
      ],
    }),
  ),
  {
    rule: 'setting one attribute leaves the others (sqs:SA1)',
    queues: { q: { DelaySeconds: '3' } },
    lines: [
      [0, set({ VisibilityTimeout: '7' })],
      [0, reads('DelaySeconds'), '3'],
      [0, reads('VisibilityTimeout'), '7'],
    ],
  },
  {
    rule: 'a set changes LastModifiedTimestamp, nothing else does (sqs:SA1, sqs:U27)',
    lines: [
      [1000, send('a')],
      [2000, receive(), 'a'],
      [3000, reads('LastModifiedTimestamp'), '0'],
      [4999, set({ DelaySeconds: '0' })],
      [9000, reads('LastModifiedTimestamp'), '4'],
      [9000, set({ DelaySeconds: '901' }), value],
      [9000, reads('LastModifiedTimestamp'), '4'],
      [9000, reads('CreatedTimestamp'), '0'],
    ],
  },
  {
    rule: 'an empty text clears policies and key (sqs:SA2)',
    queues: {
      q: { Policy: '{}', RedrivePolicy: redrive('dlq', 1), RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' },
      dlq: {},
    },
    lines: [
      [0, set({ Policy: '' })],
      [0, reads('Policy'), '-'],
      [0, set({ RedrivePolicy: '' })],
      [0, reads('RedrivePolicy'), '-'],
      [0, set({ RedriveAllowPolicy: '' })],
      [0, reads('RedriveAllowPolicy'), '-'],
    ],
  },
  ...['FifoQueue', 'ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'].map(
    (attribute): Story => ({
      rule: `a standard queue has no ${attribute} (sqs:CQ3, sqs:SA3, sqs:A1)`,
      lines: [
        [0, set({ [attribute]: 'true' }), name],
        [0, create('x', { [attribute]: 'false' }), name],
        [0, reads(attribute), '-'],
      ],
    }),
  ),
  ...[
    'ApproximateNumberOfMessages',
    'ApproximateNumberOfMessagesDelayed',
    'ApproximateNumberOfMessagesNotVisible',
    'CreatedTimestamp',
    'LastModifiedTimestamp',
    'QueueArn',
    'Colour',
    'visibilityTimeout',
    '',
    'constructor',
    '__proto__',
    'All',
  ].map(
    (attribute): Story => ({
      rule: `"${attribute}" cannot be set (sqs:SA4, sqs:E8)`,
      lines: [
        [0, ask('SetQueueAttributes', { Attributes: JSON.parse(`{"${attribute}":"1"}`) as QueueAttributes }), name],
        [0, create('x', JSON.parse(`{"${attribute}":"1"}`) as QueueAttributes), name],
      ],
    }),
  ),
  {
    rule: 'one wrong attribute keeps all from being set (sqs:SA7, sqs:OP6)',
    lines: [
      [0, set({ DelaySeconds: '5', VisibilityTimeout: '-1' }), value],
      [0, set({ DelaySeconds: '5', Colour: 'red' }), name],
      [0, reads('DelaySeconds'), '0'],
    ],
  },
  {
    rule: 'one kind of encryption at a time (sqs:SA6)',
    lines: [
      [0, set({ KmsMasterKeyId: 'key', SqsManagedSseEnabled: 'true' }), name],
      [0, create('x', { KmsMasterKeyId: 'key', SqsManagedSseEnabled: 'True' }), name],
      [0, set({ KmsMasterKeyId: 'key', SqsManagedSseEnabled: 'false' })],
    ],
  },
  {
    rule: 'a key turns SqsManagedSseEnabled off for good, and shows its reuse period (sqs:A3, sqs:SA2)',
    lines: [
      [0, set({ KmsMasterKeyId: 'testKeyId' })],
      [0, reads('KmsMasterKeyId'), 'testKeyId'],
      [0, reads('KmsDataKeyReusePeriodSeconds'), '300'],
      [0, reads('SqsManagedSseEnabled'), 'false'],
      [0, set({ KmsMasterKeyId: '' })],
      [0, reads('KmsMasterKeyId'), '-'],
      [0, reads('KmsDataKeyReusePeriodSeconds'), '-'],
      [0, reads('SqsManagedSseEnabled'), 'false'],
    ],
  },
  {
    rule: 'FifoQueue can be set to what it is, and to nothing else (sqs:SA3, sqs:D2)',
    queues: { 'q.fifo': {} },
    lines: [
      [0, onFifo(set({ FifoQueue: 'true' }))],
      [0, onFifo(set({ FifoQueue: 'True' }))],
      [0, onFifo(set({ FifoQueue: 'false' })), value],
      [0, onFifo(set({ FifoQueue: 'False', DelaySeconds: '1' })), value],
      [0, onFifo(set({ FifoQueue: '' })), value],
      [0, onFifo(reads('FifoQueue')), 'true'],
      [0, onFifo(reads('DelaySeconds')), '0'],
    ],
  },
  {
    rule: 'the attributes of a FIFO queue take their own values only (sqs:SA5, sqs:CQ9)',
    queues: { 'q.fifo': {} },
    lines: [
      ...(['ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'] as const).flatMap((attribute) =>
        ['', 'yes', 'Queue', 'perqueue', 'messagegroup'].flatMap((wrong): Story['lines'] => [
          [0, onFifo(set({ [attribute]: wrong })), value],
          [0, create('x.fifo', { FifoQueue: 'true', [attribute]: wrong }), value],
        ]),
      ),
      [0, onFifo(set({ ContentBasedDeduplication: 'TRUE' }))],
      [0, onFifo(reads('ContentBasedDeduplication')), 'true'],
      [0, onFifo(set({ DeduplicationScope: 'messageGroup' }))],
      [0, onFifo(reads('DeduplicationScope')), 'messageGroup'],
    ],
  },
  {
    rule: 'a limit for each group needs a scope of each group, given with it or before (sqs:A4, sqs:U14)',
    queues: { 'q.fifo': {} },
    lines: [
      [0, onFifo(set({ FifoThroughputLimit: 'perMessageGroupId' })), value],
      [0, onFifo(set({ FifoThroughputLimit: 'perMessageGroupId', DeduplicationScope: 'queue' })), value],
      [0, create('x.fifo', { FifoQueue: 'true', FifoThroughputLimit: 'perMessageGroupId' }), value],
      [0, onFifo(set({ DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perQueue' }))],
      [0, onFifo(set({ FifoThroughputLimit: 'perMessageGroupId' }))],
      [0, onFifo(set({ DeduplicationScope: 'queue' })), value],
      [0, onFifo(reads('DeduplicationScope')), 'messageGroup'],
      [0, onFifo(set({ DeduplicationScope: 'queue', FifoThroughputLimit: 'perQueue' }))],
    ],
  },
  {
    rule: 'numbers are shown in plain decimal (sqs:A2)',
    lines: [
      [0, set({ VisibilityTimeout: '007' })],
      [0, reads('VisibilityTimeout'), '7'],
    ],
  },
  {
    rule: 'a policy is a JSON object, read back as it was written (sqs:SA5, sqs:A2)',
    lines: [
      ...['x', '{', '1', 'null', '"{}"'].map((wrong): Story['lines'][0] => [0, set({ Policy: wrong }), value]),
      [0, set({ Policy: '{ "b": 1,\n"a": [] }' })],
      [0, reads('Policy'), '{ "b": 1,\n"a": [] }'],
    ],
  },
  {
    rule: 'booleans are read in any case and shown in lower case (sqs:CQ9, sqs:A2)',
    lines: [
      [0, set({ SqsManagedSseEnabled: 'False' })],
      [0, reads('SqsManagedSseEnabled'), 'false'],
      [0, set({ SqsManagedSseEnabled: 'TRUE' })],
      [0, reads('SqsManagedSseEnabled'), 'true'],
      [0, set({ SqsManagedSseEnabled: 'yes' }), value],
    ],
  },
  {
    rule: 'a redrive allow policy is allowAll, denyAll or byQueue with at most 10 sources (sqs:X12, sqs:Q20)',
    lines: [
      ...['x', '[]', '{}', '{"redrivePermission":"maybe"}', allow('byQueue', 0), allow('byQueue', 11)].map(
        (policy): Story['lines'][0] => [0, set({ RedriveAllowPolicy: policy }), parameter],
      ),
      [0, set({ RedriveAllowPolicy: '{"redrivePermission":"byQueue"}' }), parameter],
      [0, set({ RedriveAllowPolicy: allow('allowAll', 1) }), parameter],
      [0, set({ RedriveAllowPolicy: allow('byQueue', 10) })],
      [0, set({ RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' })],
      [0, reads('RedriveAllowPolicy'), '{"redrivePermission":"denyAll"}'],
    ],
  },
];

function allow(redrivePermission: string, sources: number): string {
  const sourceQueueArns = Array.from({ length: sources }, (_, k) => arnOf(`s${k}`));
  return JSON.stringify({ redrivePermission, sourceQueueArns });
}

const fresh: QueueAttributes = {
  ApproximateNumberOfMessages: '0',
  ApproximateNumberOfMessagesDelayed: '0',
  ApproximateNumberOfMessagesNotVisible: '0',
  CreatedTimestamp: '1700000000',
  DelaySeconds: '0',
  LastModifiedTimestamp: '1700000000',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  QueueArn: arnOf('q'),
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
  VisibilityTimeout: '30',
};

describe('queue attributes', () => {
  tellAll(stories);

  const reading = (AttributeNames?: string[]) => ({
    QueueUrl: 'q',
    ...(AttributeNames !== undefined && { AttributeNames }),
  });

  test('a fresh queue shows its twelve attributes as texts, times in seconds (sqs:A1, sqs:A2, sqs:A5, sqs:CQ9)', () => {
    const service = new Service({ q: {} }, 1_700_000_000_999);
    expect(service.ok(0, 'GetQueueAttributes', reading(['All']))).toEqual({ Attributes: fresh });
  });

  test('a fresh FIFO queue shows four attributes more (sqs:A1, sqs:CQ9, sqs:D2)', () => {
    const service = new Service({ 'q.fifo': {} }, 1_700_000_000_999);
    expect(service.ok(0, 'GetQueueAttributes', { QueueUrl: 'q.fifo', AttributeNames: ['All'] })).toEqual({
      Attributes: {
        ...fresh,
        QueueArn: arnOf('q.fifo'),
        FifoQueue: 'true',
        ContentBasedDeduplication: 'false',
        DeduplicationScope: 'queue',
        FifoThroughputLimit: 'perQueue',
      },
    });
  });

  test('an ARN names partition, service, region, account and queue (sqs:W2)', () => {
    const { Attributes } = new Service().ok(0, 'GetQueueAttributes', reading(['QueueArn']));
    expect(Attributes?.QueueArn).toMatch(/^arn:[\w-]+:sqs:[\w-]+:\d{12}:q$/);
  });

  test('no names, no member (sqs:GA1)', () => {
    const service = new Service();
    expect(service.ok(0, 'GetQueueAttributes', reading())).toEqual({});
    expect(service.ok(0, 'GetQueueAttributes', reading([]))).toEqual({});
    expect(service.ok(0, 'GetQueueAttributes', reading(['Policy']))).toEqual({});
  });

  test('names without a value are left out, with All everything is there (sqs:GA2)', () => {
    const service = new Service({ q: { Policy: '{}' } }, 1_700_000_000_000);
    const answerTo = (...names: string[]) => service.ok(0, 'GetQueueAttributes', reading(names)).Attributes;
    expect(answerTo('VisibilityTimeout', 'RedrivePolicy', 'Policy', 'FifoQueue')).toEqual({
      VisibilityTimeout: '30',
      Policy: '{}',
    });
    expect(answerTo('VisibilityTimeout', 'All')).toEqual({ ...fresh, Policy: '{}' });
  });

  test.each(['Colour', '', 'all', 'constructor'])('an unknown name "%s" is refused (sqs:GA3, sqs:E8)', (unknown) => {
    const refusal = { code: 'InvalidAttributeName', status: 400, message: `Unknown Attribute ${unknown}.` };
    expect(new Service().call(0, 'GetQueueAttributes', reading(['All', unknown]))).toMatchObject(refusal);
  });

  test('a set answers with nothing (sqs:SA1)', () => {
    const service = new Service();
    expect(service.ok(0, 'SetQueueAttributes', { QueueUrl: 'q', Attributes: { DelaySeconds: '1' } })).toEqual({});
  });
});
