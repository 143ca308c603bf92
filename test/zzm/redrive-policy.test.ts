import { describe } from 'vitest';
import { arnOf } from '../../src/core/calls.js';
import { counters, create, on, receive, redrive, type Story, send, set, tellAll } from './service.js';

const refused = 'InvalidParameterValue';
const policy = (value: unknown): Story['lines'][0][1] => set({ RedrivePolicy: JSON.stringify(value) });
const deadLetterTargetArn = arnOf('dlq');

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
];

describe('redrive policy', () => {
  tellAll(stories);
});
