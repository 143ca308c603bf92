import { arnOf } from '../../src/core/calls.js';
import type { Case } from './cases.js';
import { after, moveFrom, on, policy, queues, schedule } from './plan.js';

const q = on('q1.fifo');

/** A FIFO queue whose windows last two seconds, with these attributes besides. */
const one = (attributes = {}) => queues(['q1.fifo', { VisibilityTimeout: '2', ...attributes }]);
const everyGroup = { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' };
const ten = { MaxNumberOfMessages: 10 };

/** FIFO queues: order, groups, deduplication; and the move tasks of standard ones. */
export const fifoCases: readonly Case[] = [
  {
    id: 'A-011',
    targets: ['localstack'],
    properties: ['honest-long-poll', 'redelivery', 'group-progress'],
    schedule: schedule(one(), [
      q.sendTo('g1', 'd1'),
      q.sendTo('g2', 'd2'),
      q.receive({ VisibilityTimeout: 12 }),
      q.receive({ VisibilityTimeout: 1 }, after(500)),
      q.receive({ WaitTimeSeconds: 1 }, after(3500)),
    ]),
  },
  {
    id: 'A-021',
    targets: ['goaws'],
    properties: ['no-early-delivery'],
    schedule: schedule(one({ DelaySeconds: '5' }), [q.sendTo('g1', 'd1'), q.receive({}, after(1000))]),
  },
  {
    id: 'A-023',
    targets: ['elasticmq', 'localstack'],
    properties: ['no-early-delivery', 'errors'],
    schedule: schedule(one({ DelaySeconds: '5' }), [
      q.send({ MessageGroupId: 'g1', MessageDeduplicationId: 'd1', DelaySeconds: 0 }),
      q.receive({}, after(1000)),
    ]),
  },
  {
    id: 'A-024',
    targets: ['fauxqs'],
    properties: ['group-order'],
    schedule: schedule(one({ DelaySeconds: '10' }), [
      q.sendTo('g1', 'd1'),
      q.set({ DelaySeconds: '0' }, after(500)),
      q.sendTo('g1', 'd2', after(500)),
      q.receive(ten, after(500)),
    ]),
  },
  {
    id: 'A-036',
    targets: ['localstack'],
    properties: ['move-task', 'isolation', 'no-loss'],
    schedule: schedule(
      queues(
        ['q1', { VisibilityTimeout: '1', ...policy('q3', 1) }],
        ['q2', { VisibilityTimeout: '1', ...policy('q3', 1) }],
        ['q3'],
      ),
      [
        on('q1').send(),
        on('q2').send({ MessageGroupId: 'g1' }),
        on('q1').receive(),
        on('q2').receive(),
        on('q1').receive({}, after(3500)),
        on('q2').receive(),
        moveFrom('q3', after(500)),
        on('q1').receive({ WaitTimeSeconds: 1 }, after(3000)),
        on('q2').receive({ WaitTimeSeconds: 1 }),
      ],
    ),
  },
  {
    id: 'A-040',
    targets: ['sqslite'],
    properties: ['move-task-ends'],
    schedule: schedule(queues(['q1', policy('q2', 1)], ['q2']), [
      on('q2').send(),
      on('q2').send(),
      {
        call: 'StartMessageMoveTask',
        input: { SourceArn: arnOf('q2'), DestinationArn: arnOf('q1'), MaxNumberOfMessagesPerSecond: 1 },
      },
      { call: 'ListMessageMoveTasks', input: { SourceArn: arnOf('q2') }, ...after(4000) },
    ]),
  },
  {
    id: 'A-037',
    targets: ['moto', 'localstack'],
    properties: ['honest-long-poll', 'group-progress', 'no-loss'],
    schedule: schedule(queues(['q1.fifo', { VisibilityTimeout: '1', ...policy('q2.fifo', 1) }], ['q2.fifo']), [
      q.sendTo('g1', 'd1'),
      q.sendTo('g1', 'd2'),
      q.receive({ MaxNumberOfMessages: 1 }),
      q.receive({ MaxNumberOfMessages: 1 }, after(3500)),
      q.receive({ MaxNumberOfMessages: 1, WaitTimeSeconds: 1 }, after(2500)),
    ]),
  },
  {
    id: 'A-043',
    targets: ['localstack'],
    properties: ['group-order'],
    schedule: schedule(one(), [q.sendTo('g1', 'd1'), q.sendTo('g1', 'd2'), q.receive(), q.receive()]),
  },
  {
    id: 'A-045',
    targets: ['localstack'],
    properties: ['sequence-numbers'],
    schedule: schedule(
      one(),
      Array.from({ length: 5 }, (_, k) => q.sendTo('g1', `d${k}`)),
    ),
  },
  {
    id: 'A-046',
    targets: ['localstack'],
    properties: ['group-order'],
    schedule: schedule(one(), [
      q.sendTo('g1', 'd1'),
      q.sendTo('g1', 'd2'),
      q.sendTo('g1', 'd3'),
      q.receive(ten),
      q.receive(ten, after(4500)),
    ]),
  },
  {
    id: 'A-049',
    targets: ['goaws'],
    properties: ['honest-long-poll', 'redelivery', 'group-progress', 'no-loss'],
    schedule: schedule(one(), [q.sendTo('g1', 'd1'), q.receive(), q.receive({ WaitTimeSeconds: 1 }, after(4500))]),
  },
  {
    id: 'A-053',
    targets: ['localstack'],
    properties: ['group-order'],
    schedule: schedule(one({ VisibilityTimeout: '3' }), [
      q.sendTo('g1', 'd1'),
      q.sendTo('g1', 'd2'),
      q.sendTo('g1', 'd3'),
      q.receive(ten),
      q.change(12, { receipts: [2] }),
      q.receive(ten, after(5500)),
    ]),
  },
  {
    // moto numbers its messages at random: only where the first has the lower number does its place show
    id: 'A-054',
    targets: ['moto'],
    properties: ['honest-long-poll', 'group-progress', 'group-order'],
    says: /was deliverable|without m1/,
    runs: 9,
    schedule: schedule(one({ VisibilityTimeout: '12' }), [
      q.sendTo('g1', 'd1'),
      q.sendTo('g1', 'd2', after(200)),
      q.receive(ten),
      q.change(0, { receipts: [1] }),
      q.receive({ WaitTimeSeconds: 1 }, after(4500)),
    ]),
  },
  {
    id: 'A-055',
    targets: ['moto'],
    properties: ['deduplication'],
    delivers: 'm2',
    schedule: schedule(one(), [q.sendTo('g1', 'd'), q.sendTo('g1', 'd', after(1000)), q.receive(ten)]),
  },
  {
    id: 'A-056',
    targets: ['elasticmq', 'moto'],
    properties: ['deduplication'],
    delivers: 'm4',
    schedule: schedule(one(), [
      q.sendTo('g1', 'd'),
      q.receive(),
      q.del(),
      q.sendTo('g1', 'd', after(3000)),
      q.receive({}, after(500)),
    ]),
  },
  {
    id: 'A-057',
    targets: ['localstack'],
    properties: ['deduplication'],
    schedule: schedule(one({ ContentBasedDeduplication: 'true' }), [
      q.send({ MessageGroupId: 'g1' }),
      q.send({ MessageGroupId: 'g1' }, { body: 1 }),
      q.receive(ten),
    ]),
  },
  {
    id: 'A-058',
    targets: ['localstack', 'ministack'],
    properties: ['deduplication', 'stable-identity', 'no-loss'],
    schedule: schedule(one(everyGroup), [q.sendTo('g1', 'd'), q.sendTo('g2', 'd'), q.receive(ten)]),
  },
  {
    id: 'A-060',
    targets: ['fauxqs', 'elasticmq', 'localstack'],
    properties: ['deduplication', 'purge-spares-later-sends', 'no-loss'],
    schedule: schedule(one(), [
      q.sendTo('g1', 'd'),
      q.purge(after(500)),
      q.sendTo('g1', 'd', after(1000)),
      q.receive({ WaitTimeSeconds: 1 }),
    ]),
  },
  {
    id: 'A-064',
    targets: ['localstack'],
    properties: ['deduplication'],
    delivers: 'm3',
    schedule: schedule(one(everyGroup), [
      q.sendTo('g1', 'd'),
      q.sendTo('g2', 'd'),
      q.sendTo('g1', 'd'),
      q.receive(ten),
    ]),
  },
  {
    // ten thousand other ids; nobody waits for all of their messages
    id: 'A-065',
    targets: ['fauxqs'],
    properties: ['deduplication'],
    schedule: schedule(one(), [
      q.sendTo('g1', 'first'),
      ...Array.from({ length: 1001 }, (_, k) =>
        q.sendBatch(
          Array.from({ length: 10 }, (_, n) => ({
            Id: `${n}`,
            MessageGroupId: 'g2',
            MessageDeduplicationId: `${k}-${n}`,
          })),
        ),
      ),
      q.sendTo('g1', 'first'),
      q.drop(),
    ]),
  },
  {
    id: 'A-075',
    targets: ['elasticmq'],
    properties: ['honest-long-poll'],
    schedule: schedule(one(), [
      q.receive({ ReceiveRequestAttemptId: 'r' }),
      q.sendTo('g1', 'd1'),
      q.receive({ ReceiveRequestAttemptId: 'r', WaitTimeSeconds: 1 }, after(2500)),
    ]),
  },
  {
    id: 'A-088',
    targets: ['fauxqs', 'ministack'],
    properties: ['integrity'],
    says: /none instead of/,
    schedule: schedule(one(), [q.sendTo('g1', 'd1'), q.receiveBare({ MessageSystemAttributeNames: ['All'] })]),
  },
  {
    id: 'A-097',
    targets: ['moto'],
    properties: ['errors'],
    says: /succeeded/,
    schedule: schedule(one(), [q.sendBatch([{ Id: '1', MessageDeduplicationId: 'd1' }])]),
  },
  {
    id: 'A-103',
    targets: ['localstack'],
    properties: ['errors'],
    says: /nothing is wrong/,
    schedule: schedule(one(), [q.sendTo('g1', 'd'.repeat(128)), q.sendTo('g'.repeat(128), 'd1')]),
  },
];
