import { describe, test } from 'vitest';
import { attributesReadBack } from '../../properties/attributes-read-back.js';
import { arnOf } from '../../src/core/calls.js';
import { type Draft, history, ok, op, type When } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(attributesReadBack);

/** What a fresh standard queue shows (sqs:A1). */
const fresh = {
  ApproximateNumberOfMessages: '0',
  ApproximateNumberOfMessagesDelayed: '0',
  ApproximateNumberOfMessagesNotVisible: '0',
  CreatedTimestamp: '1700000000',
  LastModifiedTimestamp: '1700000000',
  QueueArn: arnOf('q1'),
  DelaySeconds: '0',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
  VisibilityTimeout: '30',
};
const rows = 12;
const policies = 3;

const read = (AttributeNames: string[], Attributes: Record<string, string | undefined>, at = 0): Draft =>
  op('GetQueueAttributes', { QueueUrl: 'q1', AttributeNames }, ok({ Attributes }), { at });
const all = (changes: Record<string, string | undefined> = {}, at = 0): Draft => {
  const entries = Object.entries({ ...fresh, ...changes }).filter(([, value]) => value !== undefined);
  return read(['All'], Object.fromEntries(entries), at);
};
const set = (Attributes: Record<string, string>, when: When = {}): Draft =>
  op('SetQueueAttributes', { QueueUrl: 'q1', Attributes }, ok(), when);
const policy = (maxReceiveCount: unknown, target = 'dead') =>
  JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount });

describe('sqs:I28 what is shown', () => {
  test.each<[string, Draft, string]>([
    [
      'a default (sqs:A1)',
      all({ VisibilityTimeout: '20' }),
      'showed VisibilityTimeout 20, but at 0 s VisibilityTimeout of q1 was 30',
    ],
    [
      'a number that is no decimal (sqs:A2)',
      all({ VisibilityTimeout: '3e1' }),
      'showed VisibilityTimeout 3e1, but at 0 s VisibilityTimeout of q1 was 30',
    ],
    [
      'a boolean in capitals (sqs:CQ9)',
      all({ SqsManagedSseEnabled: 'True' }),
      'showed SqsManagedSseEnabled True, but at 0 s SqsManagedSseEnabled of q1 was true',
    ],
    ['another ARN', all({ QueueArn: arnOf('q2') }), `showed QueueArn ${arnOf('q2')}, but its queue is q1`],
    [
      'a time in words',
      all({ CreatedTimestamp: 'now' }),
      'showed CreatedTimestamp now, but that is not a decimal number (sqs:A2)',
    ],
    ['a row left out', all({ DelaySeconds: undefined }), 'left out DelaySeconds, but at 0 s DelaySeconds of q1 was 0'],
    [
      'a counter left out',
      all({ ApproximateNumberOfMessages: undefined }),
      'left out ApproximateNumberOfMessages, but every queue has it (sqs:A1)',
    ],
    [
      'FifoQueue on a standard queue',
      all({ FifoQueue: 'false' }),
      'showed FifoQueue, but the queue is a standard queue (sqs:A1)',
    ],
    ['a row that does not exist', all({ Colour: 'red' }), 'showed Colour, but no queue has such an attribute (sqs:A1)'],
    [
      'a policy that was never set',
      all({ RedrivePolicy: policy(1) }),
      `showed RedrivePolicy ${policy(1)}, but at 0 s RedrivePolicy of q1 was not set`,
    ],
    [
      'what was not asked for (sqs:GA2)',
      read(['DelaySeconds'], { DelaySeconds: '0', QueueArn: arnOf('q1') }),
      'showed QueueArn, but was not asked for it (sqs:GA2)',
    ],
    [
      'something though nothing was asked for (sqs:GA1)',
      read([], { DelaySeconds: '0' }),
      'showed DelaySeconds, but was not asked for it (sqs:GA2)',
    ],
    [
      'less than was asked for',
      read(['DelaySeconds'], {}),
      'left out DelaySeconds, but at 0 s DelaySeconds of q1 was 0',
    ],
  ])('%s', (_, draft, says) => broken(history([draft]), `get attributes #0 ${says}`, [0]));

  test('good: a fresh queue shows exactly twelve rows (sqs:A1)', () => holds(history([all()]), rows + policies));
  test('good: a name without a value is left out (sqs:GA2)', () =>
    holds(history([read(['RedrivePolicy', 'FifoQueue'], {})]), 1));
  test('good: the former default of the size (sqs:A5)', () =>
    holds(history([all({ MaximumMessageSize: '262144' })]), rows + policies));
  test('good: documented, AWS may have grown another row', () =>
    holds(history([all({ Colour: 'red' })], { level: 'documented' }), rows + policies - 1));
});

describe('sqs:I28 what was written', () => {
  const forty = set({ VisibilityTimeout: '40' });

  test('the value before the last write (sqs:SA1)', () =>
    broken(
      history([forty, all({}, 1)]),
      'get attributes #1 showed VisibilityTimeout 30, but at 0.001 s VisibilityTimeout of q1 was 40 (set attributes #0)',
      [1, 0],
    ));

  test('a write that another attribute does not survive (sqs:SA1)', () =>
    broken(
      history([forty, set({ DelaySeconds: '1' }, { at: 1 }), all({ DelaySeconds: '1' }, 2)]),
      'get attributes #2 showed VisibilityTimeout 30, but at 0.002 s VisibilityTimeout of q1 was 40 (set attributes #0)',
      [2, 0],
    ));

  test('a refused write shows (sqs:OP6)', () =>
    broken(
      history([
        { ...forty, reply: { kind: 'error', code: 'x', status: 400, message: '' } },
        all({ VisibilityTimeout: '40' }, 1),
      ]),
      'get attributes #1 showed VisibilityTimeout 40, but at 0.001 s VisibilityTimeout of q1 was 30',
      [1],
    ));

  test('a policy is compared by what it says (sqs:A7)', () => {
    const text = set({ RedrivePolicy: policy('5') });
    const shown = JSON.stringify({ maxReceiveCount: 5, deadLetterTargetArn: arnOf('dead') });
    holds(history([text, all({ RedrivePolicy: shown }, 1)]), rows + policies);
    broken(
      history([text, all({ RedrivePolicy: policy(6) }, 1)]),
      `get attributes #1 showed RedrivePolicy ${policy(6)}, but at 0.001 s RedrivePolicy of q1 was ${policy('5')} (set attributes #0)`,
      [1, 0],
    );
  });

  test('an empty text clears a policy (sqs:SA2)', () => {
    const ops = [set({ RedrivePolicy: '' }), all({}, 1)];
    holds(history(ops, { queues: { q1: { RedrivePolicy: policy(1) } } }), rows + policies);
    broken(
      history([ops[0]!, all({ RedrivePolicy: policy(1) }, 1)], { queues: { q1: { RedrivePolicy: policy(1) } } }),
      `get attributes #1 showed RedrivePolicy ${policy(1)}, but at 0.001 s RedrivePolicy of q1 was not set (set attributes #0)`,
      [1, 0],
    );
  });

  test('good: a queue created anew has its own values (sqs:CQ9)', () => {
    const create = op('CreateQueue', { QueueName: 'q1', Attributes: { DelaySeconds: '3' } }, ok({ QueueUrl: 'q1' }), {
      at: 60_000,
    });
    const ops = [
      forty,
      op('DeleteQueue', { QueueUrl: 'q1' }, ok(), { at: 0 }),
      create,
      all({ DelaySeconds: '3' }, 60_001),
    ];
    holds(history(ops), rows + policies);
  });

  test('good: a write without known outcome (sqs:OP6), or one that overlaps', () => {
    const lost = set({ VisibilityTimeout: '40' }, { unknown: true });
    const slow = set({ VisibilityTimeout: '40' }, { to: 9 });
    for (const write of [lost, slow])
      for (const VisibilityTimeout of ['30', '40'])
        holds(history([write, all({ VisibilityTimeout }, 5)]), rows + policies);
  });

  test('good: two writes at once, either last', () => {
    const ops = [set({ VisibilityTimeout: '40' }, { to: 9 }), set({ VisibilityTimeout: '50' }, { at: 5 })];
    for (const VisibilityTimeout of ['40', '50'])
      holds(history([...ops, all({ VisibilityTimeout }, 10)]), rows + policies);
    broken(
      history([...ops, all({}, 10)]),
      'get attributes #2 showed VisibilityTimeout 30, but at 0.01 s VisibilityTimeout of q1 could be 40 or 50 (set attributes #1)',
      [2, 1],
    );
  });

  test('documented, the old value may be seen for a minute (sqs:A30)', () => {
    const readAt = (at: number) => history([forty, all({}, at)], { level: 'documented' });
    holds(readAt(60_000), rows + policies - 1);
    broken(
      readAt(60_001),
      'get attributes #1 showed VisibilityTimeout 30, but at 60.001 s VisibilityTimeout of q1 was 40 (set attributes #0)',
      [1, 0],
    );
  });
});
