import { describe, test } from 'vitest';
import { noLoss } from '../../properties/no-loss.js';
import { arnOf } from '../../src/core/calls.js';
import { change, del, delivered, history, ok, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(noLoss);

const drained = { drained: true, drainedFrom: 100_000 };
const empty = (at = 100_000, queue = 'q1') => receive({ at, to: at + 20_000, wait: 20, drain: true, queue });
const got = [delivered('m0')];
const policy = (max: number) => JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: max });
const queues = { q1: { RedrivePolicy: policy(1) }, dead: {} };
const received = [send('m0'), receive({ at: 1, v: 30, got })];

describe('sqs:I40 no loss', () => {
  test.each(['strict', 'documented'] as const)('sent and never seen, %s', (level) => {
    broken(
      history([send('m0'), empty()], { ...drained, level }),
      'send #0 sent m0 at 0 s and no call can have removed it; nobody has received it, and receive #1 found q1 empty at 120 s',
      [0, 1],
    );
  });

  test('a delivery removed it (sqs:L1)', () => {
    broken(
      history([...received, empty()], drained),
      'send #0 sent m0 at 0 s and no call can have removed it; receive #1 was the last to receive it, and receive #2 found q1 empty at 120 s',
      [0, 1, 2],
    );
  });

  test('a refused delete removed it (sqs:OP6)', () => {
    broken(
      history([...received, del('m0/1', { at: 2, refused: 'RequestThrottled' }), empty()], drained),
      'send #0 sent m0 at 0 s and no call can have removed it; receive #1 was the last to receive it, and receive #3 found q1 empty at 120 s',
      [0, 1, 3],
    );
  });

  test('lost on the way to the dead-letter queue, also if that does not exist (sqs:X15)', () => {
    const ops = [...received, empty(), empty(100_001, 'dead')];
    broken(
      history(ops, { ...drained, queues }),
      'send #0 sent m0 at 0 s and no call can have removed it; receive #1 was the last to receive it, and receive #3 found dead empty at 120.001 s',
      [0, 1, 3],
    );
    broken(
      history(ops.slice(0, 3), { ...drained, queues: { q1: queues.q1 } }),
      'send #0 sent m0 at 0 s and no call can have removed it; receive #1 was the last to receive it, and receive #2 found q1 empty at 120 s',
      [0, 1, 2],
    );
  });

  test('lost for want of a dead-letter queue that was deleted before it was due (sqs:X15)', () => {
    const gone = op('DeleteQueue', { QueueUrl: 'dead' }, undefined, { at: 0 });
    const ops = [send('m0'), gone, receive({ at: 1, v: 30, got }), empty()];
    broken(
      history(ops, { ...drained, queues }),
      'send #0 sent m0 at 0 s and no call can have removed it; receive #2 was the last to receive it, and receive #3 found q1 empty at 120 s',
      [0, 2, 3],
    );
    holds(history(ops, { ...drained, queues, level: 'documented' }), 0);
    const never = { q1: queues.q1 };
    undecided(history([...received, empty()], { ...drained, queues: never, level: 'documented' }), 1);
    const later = op('DeleteQueue', { QueueUrl: 'dead' }, undefined, { at: 40_000 });
    holds(history([...received, later, empty()], { ...drained, queues }), 0);
  });

  test.each([
    ['received in the drain', [send('m0'), receive({ at: 100_000, drain: true, got })], 1],
    [
      'from its dead-letter queue',
      [...received, receive({ at: 100_000, queue: 'dead', drain: true, got }), empty(100_001)],
      1,
    ],
    ['deleted, if only with a stale handle (sqs:RH3)', [...received, del('m0/1', { at: 50_000 }), empty()], 0],
    ['purged', [send('m0'), op('PurgeQueue', { QueueUrl: 'q1' }, undefined, { at: 1 }), empty()], 0],
    ['gone with its queue', [send('m0'), op('DeleteQueue', { QueueUrl: 'q1' }, undefined, { at: 1 })], 0],
    ['a send that was refused', [send('m0', { refused: 'RequestThrottled' }), empty()], 0],
    ['a send without a known outcome, which may have stored nothing', [send('m0', { unknown: true }), empty()], 0],
  ])('tempting: %s', (_, ops, judged) => holds(history(ops, { ...drained, queues }), judged));

  test('tempting: deleted or not by an entry whose Id another one has too (sqs:E33)', () => {
    const Entries = ['m0/1', 'garbage'].map((ReceiptHandle) => ({ Id: 'a', ReceiptHandle }));
    const Failed = [{ Id: 'a', Code: 'ReceiptHandleIsInvalid', SenderFault: true }];
    const both = ok({ Successful: [{ Id: 'a' }], Failed });
    const twice = op('DeleteMessageBatch', { QueueUrl: 'q1', Entries }, both, { at: 2 });
    holds(history([...received, twice, empty()], drained), 0);
  });

  test('tempting: it expires before the drain is over (sqs:RT2)', () => {
    const short = { q1: { MessageRetentionPeriod: '119' } };
    holds(history([send('m0'), empty()], { ...drained, queues: short }), 0);
  });

  test('tempting: the dead-letter queue keeps it for less time (sqs:RT4)', () => {
    const short = { ...queues, dead: { MessageRetentionPeriod: '60' } };
    holds(history([...received, empty(), empty(100_001, 'dead')], { ...drained, queues: short }), 0);
  });

  test.each([
    ['no drain', received, {}],
    ['a lost delete', [...received, del('m0/1', { at: 2, unknown: true }), empty()], drained],
    [
      'a lost purge',
      [...received, op('PurgeQueue', { QueueUrl: 'q1' }, undefined, { at: 2, unknown: true }), empty()],
      drained,
    ],
    ['a window that outlasts the drain', [...received, change('m0/1', 500, { at: 2 }), empty()], drained],
    ['a lost change', [...received, change('m0/1', 500, { at: 2, unknown: true }), empty()], drained],
    ['a lost receive', [send('m0'), receive({ at: 2, v: 300, unknown: true }), empty()], drained],
    [
      'a crashed poll (sqs:P10)',
      [send('m0', { delay: 99 }), receive({ at: 90_000, v: 15, wait: 20, unknown: true }), empty()],
      drained,
    ],
    ['a delay that outlasts the drain', [send('m0', { delay: 900 }), empty()], drained],
  ])('%s leaves it open', (_, ops, frame) => undecided(history(ops, frame), 1));

  test('the dead-letter queue was drained before the source', () => {
    undecided(history([...received, empty(100_000, 'dead'), empty(100_001)], { ...drained, queues }), 1);
  });

  test('a window that a later call cut short does not count (sqs:V7)', () => {
    const ops = [...received, change('m0/1', 40_000, { at: 2 }), change('m0/1', 0, { at: 3 }), empty()];
    broken(
      history(ops, drained),
      'send #0 sent m0 at 0 s and no call can have removed it; receive #1 was the last to receive it, and receive #4 found q1 empty at 120 s',
      [0, 1, 4],
    );
  });
});
