import { describe, expect, test } from 'vitest';
import type { Calls } from '../../src/core/calls.js';
import {
  answers,
  ask,
  counters,
  create,
  drop,
  on,
  purge,
  reads,
  receive,
  redrive,
  Service,
  type Story,
  send,
  set,
  taking,
  tellAll,
} from './service.js';

const exists = 'QueueAlreadyExists';
const noQueue = 'AWS.SimpleQueueService.NonExistentQueue';
const recently = 'AWS.SimpleQueueService.QueueDeletedRecently';

const stories: Story[] = [
  {
    rule: 'a name is 1 to 80 letters, digits, hyphens and underscores (sqs:CQ1, sqs:Q9, sqs:E3)',
    lines: [
      ...['', 'a b', 'a/b', 'a.b', 'é', 'q\n', 'n'.repeat(81)].map((name): Story['lines'][0] => [
        0,
        create(name),
        'InvalidParameterValue',
      ]),
      [0, create('n'.repeat(80))],
      [0, create('aZ-_09')],
      [0, create('-')],
    ],
  },
  {
    rule: 'a name in .fifo makes no standard queue, and no FIFO queue by itself (sqs:CQ1, sqs:CQ2, sqs:E3)',
    lines: [
      [0, create('q.fifo'), 'InvalidParameterValue'],
      [0, create('q.fifo', { FifoQueue: 'false' }), 'InvalidParameterValue'],
      [0, on('q.fifo', drop), noQueue],
    ],
  },
  {
    rule: 'a FIFO queue has a name of 1 to 80 characters that ends in .fifo (sqs:CQ1, sqs:Q9, sqs:E4)',
    lines: [
      ...['x', 'x.FIFO', 'x.fifo.', '.fifo', 'a b.fifo', 'x.y.fifo', 'xfifo', `${'n'.repeat(76)}.fifo`].map(
        (name): Story['lines'][0] => [0, create(name, { FifoQueue: 'true' }), 'InvalidParameterValue'],
      ),
      [0, create(`${'n'.repeat(75)}.fifo`, { FifoQueue: 'true' })],
      [0, create('-.fifo', { FifoQueue: 'True' })],
    ],
  },
  {
    rule: 'a FIFO queue is created again with any of its attributes as they are (sqs:CQ4, sqs:CQ5)',
    queues: { 'q.fifo': { ContentBasedDeduplication: 'true' } },
    lines: [
      [0, create('q.fifo', { FifoQueue: 'TRUE' })],
      [0, create('q.fifo', { FifoQueue: 'true', ContentBasedDeduplication: 'True', DeduplicationScope: 'queue' })],
      [0, create('q.fifo', { FifoQueue: 'true', ContentBasedDeduplication: 'false' }), exists],
      [0, create('q.fifo', { FifoQueue: 'true', DeduplicationScope: 'messageGroup' }), exists],
    ],
  },
  {
    rule: 'names differ in upper and lower case (sqs:D1)',
    lines: [
      [0, create('Q', { VisibilityTimeout: '1' })],
      [0, reads('VisibilityTimeout'), '30'],
      [0, on('Q', reads('VisibilityTimeout')), '1'],
    ],
  },
  {
    rule: 'creating again without attributes gives the same queue (sqs:CQ4)',
    queues: { q: { VisibilityTimeout: '5', DelaySeconds: '1' } },
    lines: [
      [0, send('a')],
      [1, create('q')],
      [1, counters, '0 0 1'],
      [1, reads('VisibilityTimeout'), '5'],
    ],
  },
  {
    rule: 'creating again with attributes as they are gives the same queue (sqs:CQ4)',
    queues: { q: { VisibilityTimeout: '5', DelaySeconds: '1', Policy: '{"a":"B"}' } },
    lines: [
      [1, create('q', { VisibilityTimeout: '5', DelaySeconds: '1', Policy: '{"a":"B"}' })],
      [1, create('q', { DelaySeconds: '1' })],
      [1, create('q', { SqsManagedSseEnabled: 'True' })],
    ],
  },
  {
    rule: 'a reuse period without a key is the same when given again (sqs:CQ4)',
    queues: { q: { KmsDataKeyReusePeriodSeconds: '600' } },
    lines: [
      [0, create('q', { KmsDataKeyReusePeriodSeconds: '600' })],
      [0, create('q', { KmsDataKeyReusePeriodSeconds: '300' }), exists],
      [0, reads('KmsDataKeyReusePeriodSeconds'), '-'],
    ],
  },
  {
    rule: 'a default given equals one not given (sqs:CQ4, sqs:CQ7)',
    lines: [
      [0, create('q', { VisibilityTimeout: '30', MaximumMessageSize: '1048576', SqsManagedSseEnabled: 'true' })],
      [0, create('q', { KmsDataKeyReusePeriodSeconds: '300' })],
      [0, create('q', { RedriveAllowPolicy: '{"redrivePermission":"allowAll"}' })],
      [0, create('q', { RedrivePolicy: '', Policy: '', RedriveAllowPolicy: '', KmsMasterKeyId: '' })],
    ],
  },
  {
    rule: 'creating again with another value is refused and changes nothing (sqs:CQ5, sqs:E5)',
    queues: { q: { VisibilityTimeout: '5', Policy: '{"a":"B"}', RedrivePolicy: redrive('dlq', 2) }, dlq: {} },
    lines: [
      [0, create('q', { VisibilityTimeout: '6' }), exists],
      [0, create('q', { VisibilityTimeout: '5', DelaySeconds: '1' }), exists],
      [0, create('q', { Policy: '{"a":"b"}' }), exists],
      [0, create('q', { KmsMasterKeyId: 'key' }), exists],
      [0, create('q', { RedrivePolicy: redrive('dlq', 3) }), exists],
      [0, create('q', { RedrivePolicy: '' }), exists],
      [0, reads('DelaySeconds'), '0'],
    ],
  },
  {
    rule: 'what was set since the queue was made is what counts (sqs:CQ5)',
    queues: { q: { VisibilityTimeout: '5' } },
    lines: [
      [1, set({ VisibilityTimeout: '6' })],
      [1, create('q', { VisibilityTimeout: '5' }), exists],
      [1, create('q', { VisibilityTimeout: '6' })],
    ],
  },
  {
    rule: 'a redrive policy is compared by value (sqs:CQ4, sqs:A7)',
    queues: { q: { RedrivePolicy: redrive('dlq', 2) }, dlq: {} },
    lines: [
      [0, create('q', { RedrivePolicy: redrive('dlq', 2).replace('2', '"2"').replace(',', ' , ') }), 'ok'],
      [0, create('q', { RedrivePolicy: redrive('q', 2) }), exists],
    ],
  },
  {
    rule: 'the other policies are compared by what they say, too (sqs:CQ4, sqs:CQ5)',
    queues: { q: { Policy: '{"a":1,"b":[]}', RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' } },
    lines: [
      [0, create('q', { Policy: '{ "b": [], "a": 1 }', RedriveAllowPolicy: '{ "redrivePermission": "denyAll" }' })],
      [0, create('q', { Policy: '{"a":2,"b":[]}' }), exists],
      [0, create('q', { RedriveAllowPolicy: '{"redrivePermission":"allowAll"}' }), exists],
      [0, reads('Policy'), '{"a":1,"b":[]}'],
    ],
  },
  {
    rule: 'messages, counters and times do not matter for creating again (sqs:CQ6)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [5000, set({ DelaySeconds: '0' })],
      [9000, create('q', { DelaySeconds: '0' })],
      [9000, reads('CreatedTimestamp'), '0'],
    ],
  },
  {
    rule: 'a name stays taken for 60 s after its queue was deleted (sqs:CQ8, sqs:A32, sqs:E6)',
    lines: [
      [0, drop],
      [59_999, create('q'), recently],
      [60_000, create('q', { VisibilityTimeout: '1' })],
      [60_000, reads('VisibilityTimeout'), '1'],
      [60_000, reads('CreatedTimestamp'), '60'],
    ],
  },
  {
    rule: 'a refused creation does not begin the 60 s anew, other names are free (sqs:CQ8)',
    lines: [
      [0, drop],
      [30_000, create('q'), recently],
      [30_000, create('qq')],
      [60_000, create('q')],
    ],
  },
  {
    rule: 'a refused creation makes no queue (sqs:OP6)',
    lines: [
      [0, create('x', { VisibilityTimeout: '43201' }), 'InvalidAttributeValue'],
      [0, on('x', drop), noQueue],
      [0, create('x')],
    ],
  },
  {
    rule: 'queues, attributes, tags and policies are there at once, and gone at once (sqs:OP8, sqs:CQ10, sqs:A30, sqs:A33)',
    lines: [
      [0, create('x', { VisibilityTimeout: '5' })],
      [0, on('x', send('a'))],
      [0, on('x', set({ VisibilityTimeout: '2', Policy: '{}' }))],
      [0, on('x', ask('TagQueue', { Tags: { a: 'b' } }))],
      [0, on('x', reads('Policy')), '{}'],
      [0, on('x', answers('ListQueueTags')), '{"Tags":{"a":"b"}}'],
      [0, on('x', receive()), 'a'],
      [2000, on('x', receive()), 'a'],
      [2000, on('x', drop)],
      [2000, on('x', send('b')), noQueue],
    ],
  },
  {
    rule: 'both guards of 60 s can be switched off (sqs:A31, sqs:A32)',
    rules: { recreateGuard: () => 0, purgeGuard: () => 0 },
    lines: [
      [0, drop],
      [0, create('q')],
      [0, purge],
      [0, purge],
    ],
  },
  {
    rule: 'a purge keeps the next one of its queue away for 60 s (sqs:A31, sqs:PQ1, sqs:B5)',
    queues: { q: {}, p: {} },
    lines: [
      [0, purge],
      [0, on('p', purge)],
      [59_999, purge, 'AWS.SimpleQueueService.PurgeQueueInProgress'],
      [60_000, purge],
    ],
  },
  {
    rule: 'a deleted queue and its messages are gone (sqs:DQ1, sqs:OP1)',
    lines: [
      [0, send('a')],
      [1, drop],
      [1, send('b'), noQueue],
      [1, receive({ max: 10 }), noQueue],
      [1, drop, noQueue],
      [60_001, create('q')],
      [60_001, counters, '0 0 0'],
      [60_001, taking({ zombie: 1, duplicate: 1 }, receive({ max: 10 })), '-'],
    ],
  },
  {
    rule: 'a queue used for dead letters may be deleted, policies stay as they are (sqs:DQ4)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1) }, dlq: {} },
    lines: [
      [0, on('dlq', drop)],
      [0, reads('RedrivePolicy'), redrive('dlq', 1)],
    ],
  },
];

/** Pages of a listing, each with its names joined, until there is no token. */
function pages(service: Service, input: Calls['ListQueues']['input']): string[] {
  const { QueueUrls = [], NextToken } = service.ok(0, 'ListQueues', input);
  const page = QueueUrls.join(' ');
  return NextToken === undefined ? [page] : [page, ...pages(service, { ...input, NextToken })];
}

describe('queues', () => {
  tellAll(stories);

  test('create and GetQueueUrl answer with the URL, delete with nothing (sqs:GU1, sqs:DQ1)', () => {
    const service = new Service({});
    expect(service.ok(0, 'CreateQueue', { QueueName: 'q' })).toEqual({ QueueUrl: 'q' });
    expect(service.ok(0, 'GetQueueUrl', { QueueName: 'q' })).toEqual({ QueueUrl: 'q' });
    expect(service.ok(0, 'DeleteQueue', { QueueUrl: 'q' })).toEqual({});
    expect(service.call(0, 'GetQueueUrl', { QueueName: 'q' })).toMatchObject({ legacy: noQueue });
    expect(service.call(0, 'GetQueueUrl', { QueueName: 'Q' })).toMatchObject({ legacy: noQueue });
  });

  test('another account has no queue here (sqs:GU1)', () => {
    const ask = (QueueOwnerAWSAccountId: string) =>
      new Service().call(0, 'GetQueueUrl', { QueueName: 'q', QueueOwnerAWSAccountId });
    expect(ask('000000000000')).toMatchObject({ kind: 'ok', output: { QueueUrl: 'q' } });
    expect(ask('111111111111')).toMatchObject({ legacy: noQueue });
  });

  test('the attribute that differs is named (sqs:CQ5, sqs:E5)', () => {
    const service = new Service({ 'q.fifo': { VisibilityTimeout: '5' } });
    const again = (Attributes: Record<string, string>) =>
      service.call(0, 'CreateQueue', { QueueName: 'q.fifo', Attributes: { FifoQueue: 'true', ...Attributes } });
    const text = 'A queue already exists with the same name and a different value for attribute';
    expect(again({ VisibilityTimeout: '6' })).toMatchObject({ message: `${text} VisibilityTimeout` });
    expect(again({ VisibilityTimeout: '5', ContentBasedDeduplication: 'true' })).toMatchObject({
      message: `${text} ContentBasedDeduplication`,
    });
  });

  test('without queues a listing has no member (sqs:LQ1)', () => {
    expect(new Service({}).ok(0, 'ListQueues', {})).toEqual({});
    expect(new Service().ok(0, 'ListQueues', { QueueNamePrefix: 'Q' })).toEqual({});
  });

  test.each([
    [{}, ['A1 a1 a2 b1 b2 b3']],
    [{ QueueNamePrefix: 'a' }, ['a1 a2']],
    [{ QueueNamePrefix: 'A' }, ['A1']],
    [{ QueueNamePrefix: '1' }, ['']],
    [{ MaxResults: 2 }, ['A1 a1', 'a2 b1', 'b2 b3']],
    [{ MaxResults: 4 }, ['A1 a1 a2 b1', 'b2 b3']],
    [{ MaxResults: 6 }, ['A1 a1 a2 b1 b2 b3']],
    [{ MaxResults: 1, QueueNamePrefix: 'b' }, ['b1', 'b2', 'b3']],
  ])('pages of %j, by name (sqs:LQ1, sqs:LQ2, sqs:LQ3)', (input, expected) => {
    const service = new Service({ b2: {}, a1: {}, A1: {}, b1: {}, a2: {}, b3: {} });
    expect(pages(service, input)).toEqual(expected);
  });

  test('at most 1,000 queues without MaxResults, and no token (sqs:LQ2, sqs:Q16)', () => {
    const names = Array.from({ length: 1001 }, (_, k) => [`q${k}`, {}]);
    const service = new Service(Object.fromEntries(names));
    const listing = service.ok(0, 'ListQueues', {});
    expect(listing.QueueUrls).toHaveLength(1000);
    expect(listing).not.toHaveProperty('NextToken');
    expect(pages(service, { MaxResults: 1000 }).map((page) => page.split(' ').length)).toEqual([1000, 1]);
  });

  test.each([0, -1, 1001, 1.5])('MaxResults %d is refused (sqs:LQ1)', (MaxResults) => {
    const reply = new Service().call(0, 'ListQueues', { MaxResults });
    expect(reply).toMatchObject({ kind: 'error', legacy: 'InvalidParameterValue' });
  });
});
