import { describe } from 'vitest';
import { arnOf } from '../../src/core/calls.js';
import {
  answers,
  ask,
  counters,
  create,
  drop,
  on,
  reads,
  receive,
  redrive,
  type Story,
  send,
  set,
  tellAll,
} from './service.js';

const refused = 'InvalidParameterValue';
const policy = (value: unknown): Story['lines'][0][1] => set({ RedrivePolicy: JSON.stringify(value) });
const deadLetterTargetArn = arnOf('dlq');
const sources = answers('ListDeadLetterSourceQueues');

const stories: Story[] = [
  {
    rule: 'a redrive policy is JSON with a target and 1 to 1,000 receives (sqs:X1, sqs:Q19, sqs:E40)',
    queues: { q: {}, dlq: {} },
    lines: [
      [0, set({ RedrivePolicy: 'x' }), refused],
      [0, policy([]), refused],
      [0, policy(null), refused],
      [0, policy({}), refused],
      [0, policy({ maxReceiveCount: 1 }), refused],
      [0, policy({ deadLetterTargetArn: 7, maxReceiveCount: 1 }), refused],
      [0, policy({ deadLetterTargetArn }), refused],
      ...[0, -1, 1001, 1.5, '0', '1001', 'x', '', ' 1', '0x1', '1e2', true, null, [5], { valueOf: 1, toString: 1 }].map(
        (maxReceiveCount): Story['lines'][0] => [0, policy({ deadLetterTargetArn, maxReceiveCount }), refused],
      ),
      [0, policy({ deadLetterTargetArn, maxReceiveCount: 1 })],
      [0, policy({ deadLetterTargetArn, maxReceiveCount: 1000 })],
    ],
  },
  {
    rule: 'the target exists, in this region and account (sqs:X2, sqs:E40)',
    queues: { q: {}, dlq: {} },
    lines: [
      ...[
        arnOf('nobody'),
        arnOf('DLQ'),
        'dlq',
        '',
        arnOf('dlq').replace('us-east-1', 'eu-west-1'),
        arnOf('dlq').replace('000000000000', '111111111111'),
        `${arnOf('x')}:dlq`,
      ].map((target): Story['lines'][0] => [0, policy({ deadLetterTargetArn: target, maxReceiveCount: 1 }), refused]),
      [0, create('x', { RedrivePolicy: redrive('nobody', 1) }), refused],
      [0, create('x', { RedrivePolicy: redrive('x', 1) }), refused],
      [0, create('x', { RedrivePolicy: redrive('dlq', 1) })],
    ],
  },
  {
    rule: 'source and target are of one type (sqs:X2, sqs:U16)',
    queues: { q: {}, dlq: {}, 'q.fifo': {}, 'dlq.fifo': {} },
    lines: [
      [0, set({ RedrivePolicy: redrive('dlq.fifo', 1) }), refused],
      [0, on('q.fifo', set({ RedrivePolicy: redrive('dlq', 1) })), refused],
      [0, create('x.fifo', { FifoQueue: 'true', RedrivePolicy: redrive('dlq', 1) }), refused],
      [0, on('q.fifo', set({ RedrivePolicy: redrive('dlq.fifo', 1) }))],
      [0, create('x.fifo', { FifoQueue: 'true', RedrivePolicy: redrive('dlq.fifo', 1) })],
      [0, on('q.fifo', reads('RedrivePolicy')), redrive('dlq.fifo', 1)],
    ],
  },
  {
    rule: 'the policy reads back by value, a count in text works as one in digits (sqs:A7, sqs:X3)',
    queues: { q: {}, dlq: {} },
    lines: [
      [0, policy({ deadLetterTargetArn, maxReceiveCount: '1' })],
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [0, receive({ v: 0 }), '-'],
      [0, on('dlq', counters), '1 0 0'],
    ],
  },
  {
    rule: 'denyAll lets no queue send its dead letters (sqs:X12)',
    queues: { q: {}, dlq: { RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' } },
    lines: [
      [0, set({ RedrivePolicy: redrive('dlq', 1) }), refused],
      [0, create('x', { RedrivePolicy: redrive('dlq', 1) }), refused],
      [0, on('dlq', set({ RedriveAllowPolicy: '{"redrivePermission":"allowAll"}' }))],
      [0, set({ RedrivePolicy: redrive('dlq', 1) })],
      [0, on('dlq', set({ RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' }))],
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [1, receive(), '-'],
      [1, on('dlq', counters), '1 0 0'],
    ],
  },
  {
    rule: 'byQueue lets the queues it names (sqs:X12)',
    queues: {
      q: {},
      dlq: { RedriveAllowPolicy: JSON.stringify({ redrivePermission: 'byQueue', sourceQueueArns: [arnOf('q')] }) },
    },
    lines: [
      [0, create('x', { RedrivePolicy: redrive('dlq', 1) }), refused],
      [0, set({ RedrivePolicy: redrive('dlq', 1) })],
    ],
  },
  {
    rule: 'a dead-letter queue lists its sources, by name and as the policies are now (sqs:LD1)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1) }, a: { RedrivePolicy: redrive('dlq', 2) }, b: {}, dlq: {} },
    lines: [
      [0, on('dlq', sources), '{"queueUrls":["a","q"]}'],
      [0, sources, '{"queueUrls":[]}'],
      [0, set({ RedrivePolicy: '' })],
      [0, on('b', set({ RedrivePolicy: redrive('dlq', 1) }))],
      [0, on('dlq', sources), '{"queueUrls":["a","b"]}'],
      [0, on('a', drop)],
      [0, on('dlq', sources), '{"queueUrls":["b"]}'],
      [0, on('dlq', drop)],
      [60_000, create('dlq')],
      [60_000, on('dlq', sources), '{"queueUrls":["b"]}'],
    ],
  },
  {
    rule: 'sources come in pages where MaxResults is given (sqs:LD1, sqs:LQ2)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1) }, a: { RedrivePolicy: redrive('dlq', 2) }, dlq: {} },
    lines: [
      ...[0, -1, 1001, 1.5].map((MaxResults): Story['lines'][0] => [
        0,
        on('dlq', ask('ListDeadLetterSourceQueues', { MaxResults })),
        refused,
      ]),
      [0, on('dlq', answers('ListDeadLetterSourceQueues', { MaxResults: 1 })), '{"NextToken":"a","queueUrls":["a"]}'],
      [0, on('dlq', answers('ListDeadLetterSourceQueues', { MaxResults: 1, NextToken: 'a' })), '{"queueUrls":["q"]}'],
      [0, on('dlq', answers('ListDeadLetterSourceQueues', { MaxResults: 2 })), '{"queueUrls":["a","q"]}'],
    ],
  },
];

describe('redrive policy', () => {
  tellAll(stories);
});
