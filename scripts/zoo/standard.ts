import type { Case } from './cases.js';
import { after, by, on, policy, queues, schedule } from './plan.js';

const q = on('q1');
const dlq = on('q2');

/** A queue whose windows last so many seconds. */
const one = (VisibilityTimeout = '2') => queues(['q1', { VisibilityTimeout }]);
/** The same with a dead-letter queue. */
const poisoned = (max: number | string) =>
  queues(['q1', { VisibilityTimeout: '1', ...policy('q2', max) }], ['q2', { VisibilityTimeout: '1' }]);

/** Longer than a window of a second and all that is forgiven. */
const over = 3500;

/** Standard queues: windows, handles, delays, dead letters, long polls. */
export const standardCases: readonly Case[] = [
  {
    id: 'A-001',
    targets: ['goaws'],
    properties: ['honest-long-poll'],
    schedule: schedule(one('10'), [
      q.send(),
      q.send(),
      q.send(),
      q.receive({ MaxNumberOfMessages: 1 }),
      q.receive({ MaxNumberOfMessages: 1, WaitTimeSeconds: 1 }, after(3000)),
    ]),
  },
  {
    id: 'A-005',
    targets: ['sqslite'],
    properties: ['honest-long-poll', 'no-loss'],
    schedule: schedule(one('30'), [
      q.send(),
      q.receive({ VisibilityTimeout: 0 }),
      q.receive({ WaitTimeSeconds: 1 }, after(500)),
    ]),
  },
  {
    id: 'A-006',
    targets: ['localstack'],
    properties: ['response-bounds'],
    schedule: schedule(one(), [q.send(), q.receive({ MaxNumberOfMessages: 10, VisibilityTimeout: 0 })]),
  },
  {
    id: 'A-008',
    targets: ['localstack'],
    properties: ['errors'],
    says: /was refused/,
    schedule: schedule(one(), [q.send(), q.receive({ VisibilityTimeout: 1 }), q.change(2, after(over))]),
  },
  {
    // 43,197 s are within the cap of 12 h since the receive, but not since the send 5 s before it
    id: 'A-010',
    targets: ['moto'],
    properties: ['errors'],
    says: /was refused with InvalidParameterValue/,
    schedule: schedule(one('20'), [q.send(), q.receive({}, after(5000)), q.change(43_197), q.change(0)]),
  },
  {
    id: 'A-012',
    targets: ['elasticmq'],
    properties: ['errors'],
    says: /succeeded/,
    schedule: schedule(one(), [q.delHandle('garbage')]),
  },
  {
    id: 'A-013',
    targets: ['goaws'],
    properties: ['no-delivery-after-delete'],
    schedule: schedule(one(), [q.send(), q.receive(), q.del(after(500)), q.receive({}, after(4500))]),
  },
  {
    id: 'A-014',
    targets: ['moto'],
    properties: ['errors', 'no-delivery-after-delete'],
    says: /nothing is wrong|delivered/,
    schedule: schedule(one(), [q.send(), q.receive({ VisibilityTimeout: 1 }), q.del(after(over)), q.receive()]),
  },
  {
    id: 'A-015',
    targets: ['localstack'],
    properties: ['errors', 'no-loss', 'isolation'],
    says: /succeeded|nobody has received|delivered/,
    schedule: schedule(queues(['q1', { VisibilityTimeout: '2' }], ['q2']), [
      q.send(),
      q.receive(),
      { ...dlq.del(), from: 'q1' },
    ]),
  },
  {
    id: 'A-016',
    targets: ['elasticmq', 'ministack'],
    properties: ['errors'],
    says: /nothing is wrong/,
    schedule: schedule(one(), [q.send(), q.receive(), q.del(), q.del()]),
  },
  {
    id: 'A-017',
    targets: ['moto'],
    properties: ['errors', 'batch-partition'],
    schedule: schedule(one(), [
      q.send(),
      q.receive(),
      q.delBatch([{ Id: '1' }, { Id: '2', ReceiptHandle: 'garbage' }], { receipts: [0, 0] }),
    ]),
  },
  {
    id: 'A-018',
    targets: ['elasticmq'],
    properties: ['errors', 'batch-partition'],
    schedule: schedule(one(), [
      q.send(),
      q.receive(),
      q.changeBatch(
        [
          { Id: '1', VisibilityTimeout: 0 },
          { Id: '2', VisibilityTimeout: 0, ReceiptHandle: 'garbage' },
        ],
        { receipts: [0, 0] },
      ),
    ]),
  },
  {
    id: 'A-019',
    targets: ['moto'],
    properties: ['errors', 'honest-long-poll'],
    says: /nothing is wrong|deliverable/,
    schedule: schedule(one('10'), [
      q.send(),
      q.receive({ VisibilityTimeout: 1 }),
      q.receive({}, after(over)),
      q.change(0, { receipts: [1] }),
      q.receive({ WaitTimeSeconds: 1 }, after(2500)),
    ]),
  },
  {
    id: 'A-020',
    targets: ['moto'],
    properties: ['no-loss'],
    schedule: schedule(one(), [q.send(), q.receive(), q.delBatch([{ Id: '1' }, { Id: '2' }], { receipts: [0, 0] })]),
  },
  {
    id: 'A-026',
    targets: ['goaws'],
    properties: ['max-receives'],
    schedule: schedule(poisoned(2), [q.send(), q.receive(), q.receive({}, after(over)), q.receive({}, after(over))]),
  },
  {
    id: 'A-027',
    targets: ['localstack'],
    properties: ['max-receives', 'dead-letter-progress', 'no-loss'],
    schedule: schedule(poisoned('2'), [q.send(), q.receive(), q.receive({}, after(over)), q.receive({}, after(over))]),
  },
  {
    id: 'A-029',
    targets: ['elasticmq'],
    properties: ['no-loss', 'redelivery', 'dead-letter-progress'],
    schedule: schedule(poisoned(1), [
      q.send(),
      q.receive(),
      q.receive({}, after(over)),
      dlq.receive({ WaitTimeSeconds: 1 }),
    ]),
  },
  {
    id: 'A-030',
    targets: ['ministack'],
    properties: ['errors'],
    says: /succeeded/,
    schedule: schedule(queues(['q1'], ['q2']), [
      q.set({ RedrivePolicy: policy('q2', 1).RedrivePolicy!.replace(',"maxReceiveCount":1', '') }),
      q.send(),
      q.receive(),
    ]),
  },
  {
    id: 'A-031',
    targets: ['elasticmq'],
    properties: ['dead-letter-identity'],
    schedule: schedule(poisoned(1), [q.send(), q.receive(), q.receive({}, after(over)), dlq.receive()]),
  },
  {
    id: 'A-032',
    targets: ['goaws'],
    properties: ['honest-long-poll', 'max-receives', 'one-place', 'no-loss'],
    schedule: schedule(poisoned(1), [
      q.sendBatch([{ Id: '1' }, { Id: '2' }]),
      q.receive({ MaxNumberOfMessages: 1, VisibilityTimeout: 0 }),
      q.receive({ MaxNumberOfMessages: 10, WaitTimeSeconds: 4 }, after(2500)),
      q.del(),
    ]),
  },
  {
    id: 'A-033',
    targets: ['localstack'],
    properties: ['counters', 'no-delivery-after-delete'],
    schedule: schedule(poisoned(1), [q.send(), q.receive(), q.read(after(over)), dlq.read(), q.del()]),
  },
  {
    id: 'A-034',
    targets: ['elasticmq'],
    properties: ['no-loss'],
    schedule: schedule(poisoned(1), [q.send(), dlq.drop(), q.receive({}, after(20)), q.receive({}, after(over))]),
  },
  {
    id: 'A-035',
    targets: ['localstack'],
    properties: ['dead-letter-after-limit'],
    schedule: schedule(
      queues(
        ['q1', { VisibilityTimeout: '1', ...policy('q2', 1) }],
        ['q2', { VisibilityTimeout: '1', ...policy('q3', 1) }],
        ['q3'],
      ),
      [q.send(), q.receive(), q.receive({}, after(over)), dlq.receive({ WaitTimeSeconds: 1 })],
    ),
  },
  {
    id: 'A-038',
    targets: ['elasticmq'],
    properties: ['dead-letter-identity', 'stable-identity'],
    schedule: schedule(poisoned(1), [q.send(), q.receive(), q.receive({}, after(over)), dlq.receive()]),
  },
  {
    id: 'A-066',
    targets: ['moto'],
    properties: ['long-poll-timing'],
    schedule: schedule(one(), [q.receive({ WaitTimeSeconds: 0 })]),
  },
  {
    id: 'A-068',
    targets: ['moto'],
    properties: ['long-poll-timing'],
    schedule: schedule(queues(['q1', { ReceiveMessageWaitTimeSeconds: '4' }]), [q.receive()]),
  },
  {
    id: 'A-069',
    targets: ['localstack'],
    properties: ['wake-up', 'long-poll-timing', 'honest-long-poll'],
    schedule: schedule(one('10'), [q.send(), q.receive({ WaitTimeSeconds: 6, MaxNumberOfMessages: 10 })]),
  },
  {
    id: 'A-070',
    targets: ['goaws'],
    properties: ['wake-up'],
    schedule: schedule(one('10'), [q.receive({ WaitTimeSeconds: 8 }), q.send({}, by('b', 1000))]),
  },
  {
    id: 'A-071',
    targets: ['elasticmq'],
    properties: ['wake-up', 'redelivery'],
    schedule: schedule(one('20'), [
      q.send(),
      q.receive(),
      q.receive({ WaitTimeSeconds: 8 }, by('b', 500)),
      q.change(0, after(1500)),
    ]),
  },
  {
    id: 'A-072',
    targets: ['elasticmq'],
    properties: ['wake-up', 'delay-ends'],
    schedule: schedule(one('10'), [q.send({ DelaySeconds: 3 }), q.receive({ WaitTimeSeconds: 10 })]),
  },
  {
    id: 'A-073',
    targets: ['moto'],
    properties: ['wake-up', 'redelivery'],
    schedule: schedule(one('3'), [q.send(), q.receive(), q.receive({ WaitTimeSeconds: 10 }, by('b', 500))]),
  },
  {
    id: 'A-074',
    targets: ['goaws'],
    properties: ['errors'],
    says: /no call may fail so|nothing is wrong/,
    schedule: schedule(queues(['q1'], ['q2']), [q.receive({ WaitTimeSeconds: 6 }), q.drop(by('b', 1500))]),
  },
  {
    // at the instant at which a wait ends, and ten times at that at which one begins
    id: 'A-077',
    targets: ['elasticmq'],
    properties: ['wake-up', 'honest-long-poll', 'no-loss', 'receive-count-upper'],
    schedule: schedule(one('20'), [
      q.send({ DelaySeconds: 2 }),
      q.receive(
        { WaitTimeSeconds: 1, VisibilityTimeout: 0 },
        { at: { after: 1, deadline: 'delay', tick: 0, ends: true } },
      ),
      ...Array.from({ length: 10 }, () => [q.receive({ WaitTimeSeconds: 4 }, after(200)), q.send({}, by('b'))]).flat(),
    ]),
  },
  {
    // one actor's stale handles change what another's handles delete at the same instant
    id: 'A-128',
    targets: ['elasticmq'],
    properties: ['no-delivery-after-delete', 'errors'],
    says: /had deleted it|succeeded .* the message is gone/,
    schedule: schedule(one('10'), [
      q.sendBatch(Array.from({ length: 10 }, (_, k) => ({ Id: `${k}` }))),
      q.receive({ MaxNumberOfMessages: 10, VisibilityTimeout: 1 }),
      q.receive({ MaxNumberOfMessages: 10 }, by('b', over)),
      ...Array.from({ length: 10 }, (_, k) => {
        const pair = [q.change(0, { ...by('a'), receipts: [k] }), q.del({ ...by('b'), receipts: [k] })];
        const [first, second] = k % 2 === 0 ? pair : pair.toReversed();
        return [{ ...first!, ...after(50) }, second!];
      }).flat(),
    ]),
  },
];
