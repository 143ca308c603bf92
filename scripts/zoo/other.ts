import type { Case } from './cases.js';
import { after, by, create, on, policy, queues, schedule } from './plan.js';

const q = on('q1');
const one = (attributes = {}) => queues(['q1', { VisibilityTimeout: '2', ...attributes }]);

const attribute = (DataType: string, value: Record<string, string>) => ({ DataType, ...value });
const text = (StringValue: string) => attribute('String', { StringValue });

/** Counters, retention, attributes, limits, races. */
export const otherCases: readonly Case[] = [
  {
    id: 'A-078',
    targets: ['elasticmq'],
    properties: ['counters'],
    schedule: schedule(one({ VisibilityTimeout: '10' }), [q.send(), q.receive(), q.del(), q.read(after(2500))]),
  },
  {
    id: 'A-079',
    targets: ['goaws'],
    properties: ['counters'],
    schedule: schedule(one({ VisibilityTimeout: '10' }), [
      q.send(),
      q.send(),
      q.receive({ MaxNumberOfMessages: 1 }),
      q.read(after(2500)),
    ]),
  },
  {
    id: 'A-080',
    targets: ['localstack'],
    properties: ['counters'],
    schedule: schedule(one(), [q.send({ DelaySeconds: 10 }), q.read(after(2500))]),
  },
  {
    id: 'A-081',
    targets: ['localstack'],
    properties: ['receive-count', 'receive-count-upper', 'timestamps', 'integrity'],
    schedule: schedule(one(), [q.send(), q.receive()]),
  },
  {
    id: 'A-083',
    targets: ['localstack'],
    properties: ['retention'],
    schedule: schedule(one({ MessageRetentionPeriod: '60' }), [q.send(), q.receive({}, after(65_000))]),
  },
  {
    id: 'A-084',
    targets: ['localstack'],
    properties: ['retention'],
    schedule: schedule(one({ MessageRetentionPeriod: '60', VisibilityTimeout: '20' }), [
      q.send(),
      q.receive({}, after(50_000)),
      q.receive({ WaitTimeSeconds: 1 }, after(25_000)),
    ]),
  },
  {
    id: 'A-085',
    targets: ['localstack'],
    properties: ['retention'],
    schedule: schedule(
      queues(
        ['q1', { MessageRetentionPeriod: '60', VisibilityTimeout: '1', ...policy('q2', 1) }],
        ['q2', { MessageRetentionPeriod: '60' }],
      ),
      [
        q.send(),
        q.receive({}, after(30_000)),
        q.receive({}, after(3500)),
        on('q2').receive({ WaitTimeSeconds: 1 }, after(31_000)),
      ],
    ),
  },
  {
    id: 'A-086',
    targets: ['elasticmq'],
    properties: ['integrity'],
    schedule: schedule(one(), [q.send({ MessageAttributes: { x: text('1') } }), q.receiveBare()]),
  },
  {
    id: 'A-087',
    targets: ['elasticmq'],
    properties: ['integrity'],
    schedule: schedule(one(), [q.send(), q.receive()]),
  },
  {
    id: 'A-090',
    targets: ['moto'],
    properties: ['integrity', 'stable-identity'],
    schedule: schedule(one({ VisibilityTimeout: '1' }), [
      q.send({ MessageAttributes: { x: text('1'), y: text('2') } }),
      q.receive({ MessageAttributeNames: ['x'] }),
      q.receive({}, after(3500)),
    ]),
  },
  {
    id: 'A-091',
    targets: ['moto'],
    properties: ['integrity'],
    schedule: schedule(one(), [q.send({ MessageBody: '<a>&b</a>' }), q.receive()]),
  },
  {
    id: 'A-092',
    targets: ['moto'],
    properties: ['integrity'],
    schedule: schedule(one(), [
      q.send({
        MessageAttributes: {
          b: attribute('Binary', { BinaryValue: 'AQID' }),
          n: attribute('Number.int', { StringValue: '1' }),
        },
      }),
      q.receive(),
    ]),
  },
  {
    id: 'A-094',
    targets: ['localstack'],
    properties: ['errors', 'response-bounds'],
    says: /succeeded|messages/,
    schedule: schedule(one(), [q.receive({ MaxNumberOfMessages: 11 })]),
  },
  {
    id: 'A-095',
    targets: ['localstack'],
    properties: ['errors'],
    says: /succeeded/,
    schedule: schedule(one(), [q.sendBatch([{ Id: 'a b' }])]),
  },
  {
    id: 'A-096',
    targets: ['localstack'],
    properties: ['errors'],
    says: /succeeded/,
    schedule: schedule(one(), [q.send({ MessageBody: '' })]),
  },
  {
    id: 'A-098',
    targets: ['moto'],
    properties: ['errors'],
    says: /succeeded/,
    schedule: schedule(one(), [
      q.sendBatch(Array.from({ length: 5 }, (_, k) => ({ Id: `${k}`, MessageBody: 'x'.repeat(210_000) }))),
    ]),
  },
  {
    id: 'A-099',
    targets: ['localstack'],
    properties: ['errors', 'batch-partition'],
    says: /succeeded/,
    schedule: schedule(one({ MaximumMessageSize: '1024' }), [
      q.sendBatch([{ Id: '1' }, { Id: '2', MessageBody: 'x'.repeat(2000) }]),
    ]),
  },
  {
    id: 'A-100',
    targets: ['fauxqs'],
    properties: ['errors', 'integrity'],
    schedule: schedule(one(), [q.send({ MessageBody: '\u{1F600}' }), q.receive()]),
  },
  {
    id: 'A-101',
    targets: ['moto', 'localstack'],
    properties: ['errors'],
    schedule: schedule(one({ VisibilityTimeout: '3' }), [
      q.send(),
      create('q1', { VisibilityTimeout: '3' }),
      create('q1', { VisibilityTimeout: '4' }),
    ]),
  },
  {
    id: 'A-102',
    targets: ['moto'],
    properties: ['errors', 'batch-partition'],
    says: /was refused/,
    schedule: schedule(one(), [q.sendBatch([{ Id: '1' }, { Id: '2', MessageBody: '\u0001' }])]),
  },
  {
    id: 'A-106',
    targets: ['localstack'],
    properties: ['purge'],
    schedule: schedule(one(), [q.send(), q.receive(), q.send({ DelaySeconds: 3 }), q.purge(after(500))]),
  },
  {
    id: 'A-125',
    targets: ['elasticmq'],
    properties: ['errors'],
    schedule: schedule(queues(['q1']), [
      ...Array.from({ length: 5 }, (_, k) => [
        create(`new${k}`, { VisibilityTimeout: '3' }, after(300)),
        create(`new${k}`, { VisibilityTimeout: '3' }, by('b')),
      ]).flat(),
    ]),
  },
  {
    // twenty actors, some ten at a time
    id: 'A-127',
    targets: ['goaws'],
    properties: ['no-loss', 'no-invention', 'no-delivery-inside-window', 'honest-long-poll', 'errors'],
    schedule: schedule(
      one({ VisibilityTimeout: '10' }),
      Array.from({ length: 100 }, (_, k) => {
        const who = by(`a${k % 20}`);
        return k % 2 === 0 ? q.sendBatch([{ Id: '1' }, { Id: '2' }], who) : q.receive({}, who);
      }),
    ),
  },
];
