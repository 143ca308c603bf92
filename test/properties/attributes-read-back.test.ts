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
const unset = 5;

/** What a fresh FIFO queue shows besides (sqs:A1). */
const fifo = {
  FifoQueue: 'true',
  ContentBasedDeduplication: 'false',
  DeduplicationScope: 'queue',
  FifoThroughputLimit: 'perQueue',
};

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
      'showed CreatedTimestamp now, but that is not a whole number (sqs:A2)',
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
      'showed DelaySeconds, but was not asked for it (sqs:GA1)',
    ],
    [
      'less than was asked for',
      read(['DelaySeconds'], {}),
      'left out DelaySeconds, but at 0 s DelaySeconds of q1 was 0',
    ],
  ])('%s', (_, draft, says) => broken(history([draft]), `get attributes #0 ${says}`, [0]));

  test('good: a fresh queue shows exactly twelve rows (sqs:A1)', () => holds(history([all()]), rows + unset));
  test('good: a name without a value is left out (sqs:GA2)', () =>
    holds(history([read(['RedrivePolicy', 'FifoQueue'], {})]), 1));
  test('good: the former default of the size (sqs:A5)', () =>
    holds(history([all({ MaximumMessageSize: '262144' })]), rows + unset));
  test('good: documented, AWS may have grown another row', () =>
    holds(history([all({ Colour: 'red' })], { level: 'documented' }), rows + unset - 1));
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
    holds(history([text, all({ RedrivePolicy: shown }, 1)]), rows + unset);
    broken(
      history([text, all({ RedrivePolicy: policy(6) }, 1)]),
      `get attributes #1 showed RedrivePolicy ${policy(6)}, but at 0.001 s RedrivePolicy of q1 was ${policy('5')} (set attributes #0)`,
      [1, 0],
    );
  });

  test('an empty text clears a policy (sqs:SA2)', () => {
    const ops = [set({ RedrivePolicy: '' }), all({}, 1)];
    holds(history(ops, { queues: { q1: { RedrivePolicy: policy(1) } } }), rows + unset);
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
    holds(history(ops), rows + unset);
  });

  test('good: a write without known outcome (sqs:OP6), or one that overlaps', () => {
    const lost = set({ VisibilityTimeout: '40' }, { unknown: true });
    const slow = set({ VisibilityTimeout: '40' }, { to: 9 });
    for (const write of [lost, slow])
      for (const VisibilityTimeout of ['30', '40'])
        holds(history([write, all({ VisibilityTimeout }, 5)]), rows + unset);
  });

  test('good: two writes at once, either last', () => {
    const ops = [set({ VisibilityTimeout: '40' }, { to: 9 }), set({ VisibilityTimeout: '50' }, { at: 5 })];
    for (const VisibilityTimeout of ['40', '50'])
      holds(history([...ops, all({ VisibilityTimeout }, 10)]), rows + unset);
    broken(
      history([...ops, all({}, 10)]),
      'get attributes #2 showed VisibilityTimeout 30, but at 0.01 s VisibilityTimeout of q1 could be 40 or 50 (set attributes #1)',
      [2, 1],
    );
  });

  test('documented, the old value may be seen for a minute (sqs:A30)', () => {
    const readAt = (at: number) => history([forty, all({}, at)], { level: 'documented' });
    holds(readAt(60_000), rows + unset - 1);
    broken(
      readAt(60_001),
      'get attributes #1 showed VisibilityTimeout 30, but at 60.001 s VisibilityTimeout of q1 was 40 (set attributes #0)',
      [1, 0],
    );
  });
});

describe('sqs:A1 a FIFO queue', () => {
  const queues = { 'f.fifo': { FifoQueue: 'true' } };
  const QueueUrl = 'f.fifo';
  const shown = (changes: Record<string, string | undefined> = {}, at = 0): Draft => {
    const all = { ...fresh, ...fifo, QueueArn: arnOf(QueueUrl), ...changes };
    const Attributes = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return op('GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] }, ok({ Attributes }), { at });
  };
  const write = (Attributes: Record<string, string>, when: When = {}): Draft =>
    op('SetQueueAttributes', { QueueUrl, Attributes }, ok(), when);

  test('good: shows exactly sixteen rows', () => holds(history([shown()], { queues }), rows + 4 + unset));

  test.each<[string, Record<string, string | undefined>, string]>([
    ['without FifoQueue', { FifoQueue: undefined }, 'left out FifoQueue, but at 0 s FifoQueue of f.fifo was true'],
    [
      'a boolean in capitals (sqs:A2)',
      { FifoQueue: 'True' },
      'showed FifoQueue True, but at 0 s FifoQueue of f.fifo was true',
    ],
    [
      'another scope',
      { DeduplicationScope: 'messageGroup' },
      'showed DeduplicationScope messageGroup, but at 0 s DeduplicationScope of f.fifo was queue',
    ],
  ])('%s', (_, changes, says) => broken(history([shown(changes)], { queues }), `get attributes #0 ${says}`, [0]));

  test('good: what was set, in any case (sqs:CQ9), is shown', () => {
    const fast = { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' };
    const ops = [
      write({ ContentBasedDeduplication: 'True', ...fast }),
      shown({ ContentBasedDeduplication: 'true', ...fast }, 1),
    ];
    holds(history(ops, { queues }), rows + 4 + unset);
    broken(
      history([ops[0]!, shown(fast, 1)], { queues }),
      'get attributes #1 showed ContentBasedDeduplication false, but at 0.001 s ContentBasedDeduplication of f.fifo was True (set attributes #0)',
      [1, 0],
    );
  });
});

describe('sqs:A3 the two kinds of encryption', () => {
  const key = { KmsMasterKeyId: 'testKeyId' };
  const withKey = { ...key, KmsDataKeyReusePeriodSeconds: '300', SqsManagedSseEnabled: 'false' };

  test('good: a key, its period, and the other kind turned off', () => {
    holds(history([set(key), all(withKey, 1)]), rows + unset);
    const period = { ...key, KmsDataKeyReusePeriodSeconds: '60' };
    holds(history([set(period), all({ ...withKey, ...period }, 1)]), rows + unset);
  });

  test.each<[string, Record<string, string | undefined>, string]>([
    [
      'both kinds',
      { SqsManagedSseEnabled: 'true' },
      'showed SqsManagedSseEnabled true, but at 0.001 s SqsManagedSseEnabled of q1 was false (set attributes #0)',
    ],
    [
      'no key',
      { KmsMasterKeyId: undefined },
      'left out KmsMasterKeyId, but at 0.001 s KmsMasterKeyId of q1 was testKeyId (set attributes #0)',
    ],
    [
      'no period',
      { KmsDataKeyReusePeriodSeconds: undefined },
      'left out KmsDataKeyReusePeriodSeconds, but at 0.001 s KmsDataKeyReusePeriodSeconds of q1 was 300 (set attributes #0)',
    ],
  ])('%s', (_, changes, says) =>
    broken(history([set(key), all({ ...withKey, ...changes }, 1)]), `get attributes #1 ${says}`, [1, 0]),
  );

  test('good: without the key the other kind stays off (sqs:SA2)', () => {
    const cleared = [set(key), set({ KmsMasterKeyId: '' }, { at: 1 })];
    holds(history([...cleared, all({ SqsManagedSseEnabled: 'false' }, 2)]), rows + unset);
    broken(
      history([...cleared, all({}, 2)]),
      'get attributes #2 showed SqsManagedSseEnabled true, but at 0.002 s SqsManagedSseEnabled of q1 was false (set attributes #0)',
      [2, 0],
    );
  });

  test('a period without a key', () =>
    broken(
      history([set({ KmsDataKeyReusePeriodSeconds: '60' }), all({ KmsDataKeyReusePeriodSeconds: '60' }, 1)]),
      'get attributes #1 showed KmsDataKeyReusePeriodSeconds 60, but at 0.001 s KmsDataKeyReusePeriodSeconds of q1 was not set (set attributes #0)',
      [1, 0],
    ));

  test('good: a key without known outcome', () => {
    for (const shown of [withKey, {}]) holds(history([set(key, { unknown: true }), all(shown, 1)]), rows + unset);
  });

  test('good: what becomes of a key when the other kind is asked for is not judged (sqs:SA6)', () =>
    holds(history([set(key), set({ SqsManagedSseEnabled: 'true' }, { at: 1 }), all({}, 2)]), rows + unset - 3));
});

describe('sqs:PM1 the policy that permissions make', () => {
  const add = (Label: string, when: When = {}, accounts = ['111111111111'], Actions = ['SendMessage']): Draft =>
    op('AddPermission', { QueueUrl: 'q1', Label, AWSAccountIds: accounts, Actions }, ok(), when);
  const remove = (Label: string, when: When = {}): Draft =>
    op('RemovePermission', { QueueUrl: 'q1', Label }, ok(), when);
  const statement = (Sid: string, more: object = {}) => ({
    Sid,
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111111111111:root' },
    Action: 'SQS:SendMessage',
    Resource: arnOf('q1'),
    ...more,
  });
  const text = (statements: object[], more: object = {}) =>
    JSON.stringify({ Version: '2008-10-17', Id: `${arnOf('q1')}/SQSDefaultPolicy`, Statement: statements, ...more });
  const shown = (at: number, policy: string | undefined): Draft =>
    read(['Policy'], policy === undefined ? {} : { Policy: policy }, at);

  test('good: one statement, one principal or a list in any order, none after the last', () => {
    holds(history([add('a'), shown(1, text([statement('a')]))]), 1);
    const arns = ['222222222222', '111111111111'].map((id) => `arn:aws:iam::${id}:root`);
    const list = statement('a', { Principal: { AWS: arns }, Action: ['SQS:SendMessage', 'SQS:ReceiveMessage'] });
    const both = add('a', {}, ['111111111111', '222222222222'], ['SendMessage', 'ReceiveMessage']);
    holds(history([both, shown(1, text([list]))]), 1);
    holds(history([add('a'), add('b', { at: 1 }), remove('a', { at: 2 }), shown(3, text([statement('b')]))]), 1);
    holds(history([add('a'), remove('a', { at: 1 }), shown(2, undefined)]), 1);
  });

  test.each<[string, Draft[], string, number[]]>([
    [
      'none',
      [add('a'), shown(1, undefined)],
      'left out Policy, but the permission a was there (add permission #0)',
      [1, 0],
    ],
    [
      'without a statement',
      [add('a'), add('b', { at: 1 }), shown(2, text([statement('b')]))],
      'showed a Policy without a, but that permission was there (add permission #0)',
      [2, 0],
    ],
    [
      'with another action',
      [add('a'), shown(1, text([statement('a', { Action: 'SQS:*' })]))],
      'showed a Policy with another a than AddPermission wrote (add permission #0)',
      [1, 0],
    ],
    [
      'with one that was removed',
      [add('a'), add('b', { at: 1 }), remove('a', { at: 2 }), shown(3, text([statement('a'), statement('b')]))],
      'showed a Policy with a, but there was no such permission (remove permission #2)',
      [3, 2],
    ],
    [
      'with one that nobody gave',
      [add('a'), shown(1, text([statement('a'), statement('x')]))],
      'showed a Policy with x, but there was no such permission',
      [1],
    ],
    [
      'with one twice (sqs:PM2)',
      [add('a'), shown(1, text([statement('a'), statement('a')]))],
      'showed a Policy with a twice',
      [1, 0],
    ],
    [
      'empty (sqs:PM2)',
      [add('a'), remove('a', { at: 1 }), shown(2, text([]))],
      'showed a Policy without a statement, but it goes with the last one (sqs:PM2)',
      [2],
    ],
    [
      'of another version',
      [add('a'), shown(1, text([statement('a')], { Version: '2012-10-17' }))],
      'showed a Policy of Version 2012-10-17, but AddPermission writes 2008-10-17 (sqs:PM1)',
      [1],
    ],
    [
      'of another queue',
      [add('a'), shown(1, text([statement('a')], { Id: 'x' }))],
      'showed a Policy with the Id x, which AddPermission does not write (sqs:PM1)',
      [1],
    ],
  ])('a policy %s', (_, ops, says, because) =>
    broken(history(ops), `get attributes #${ops.length - 1} ${says}`, because),
  );

  test('good: a permission without known outcome, or one that overlaps (sqs:OP6)', () => {
    for (const when of [{ unknown: true }, { to: 9 }])
      for (const policy of [undefined, text([statement('a')])]) holds(history([add('a', when), shown(5, policy)]), 1);
  });

  test('good: not judged beside a policy that was written as a whole, nor on AWS', () => {
    holds(history([set({ Policy: text([]) }), add('a', { at: 1 }), shown(2, undefined)]), 0);
    holds(history([add('a'), shown(1, undefined)], { level: 'documented' }), 0);
  });
});
