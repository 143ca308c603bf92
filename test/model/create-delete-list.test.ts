import { describe, expect, test } from 'vitest';
import type { Calls } from '../../src/core/calls.js';
import {
  counters,
  create,
  drop,
  on,
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
    rule: 'a name with .fifo makes no standard queue (sqs:CQ1, sqs:CQ2)',
    lines: [[0, create('q.fifo'), 'InvalidParameterValue']],
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
