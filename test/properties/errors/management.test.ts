import { describe, test } from 'vitest';
import { errors } from '../../../properties/errors.js';
import { arnOf, type Calls, type MoveTask } from '../../../src/core/calls.js';
import { type Draft, history, ok, op, send, type When } from '../../histories.js';
import { verdictsOf } from '../../verdicts.js';
import { create, deleteQueue, named, redrive, refuse, rowOf, set } from './drafts.js';
import { oneWrongInput, rightInput } from './faults.js';

const { broken, holds, undecided } = verdictsOf(errors);

const denied = { RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' };
const byQueue = (...names: string[]) => ({
  RedriveAllowPolicy: JSON.stringify({ redrivePermission: 'byQueue', sourceQueueArns: names.map(arnOf) }),
});
const queues = {
  q1: redrive('dlq'),
  q2: {},
  dlq: {},
  shut: denied,
  picky: byQueue('q2'),
  'f.fifo': { FifoQueue: 'true' },
};
const bad = 'InvalidParameterValueException';
const missing = 'MissingRequiredParameterException';

const tag = (Tags: unknown, when: When = {}): Draft =>
  op('TagQueue', { QueueUrl: 'q1', Tags } as Calls['TagQueue']['input'], ok(), when);
const untag = (TagKeys: unknown): Draft =>
  op('UntagQueue', { QueueUrl: 'q1', TagKeys } as Calls['UntagQueue']['input']);
const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, k) => [`k${k}`, '']));
const add = (Label: string, more: Partial<Calls['AddPermission']['input']> = {}, when: When = {}): Draft =>
  op(
    'AddPermission',
    { QueueUrl: 'q1', Label, AWSAccountIds: ['111111111111'], Actions: ['SendMessage'], ...more },
    ok(),
    when,
  );
const remove = (Label: string, when: When = {}): Draft => op('RemovePermission', { QueueUrl: 'q1', Label }, ok(), when);
const start = (input: Partial<Calls['StartMessageMoveTask']['input']> = {}, when: When = {}): Draft =>
  op('StartMessageMoveTask', { SourceArn: arnOf('dlq'), ...input }, ok({ TaskHandle: `task-${when.at ?? 0}` }), when);
const cancel = (TaskHandle: string, when: When = {}): Draft =>
  op('CancelMessageMoveTask', { TaskHandle }, ok({ ApproximateNumberOfMessagesMoved: 0 }), when);
const list = (lines: Partial<MoveTask>[], when: When = {}, more: object = {}): Draft => {
  const Results = lines.map((line) => ({ SourceArn: arnOf('dlq'), ApproximateNumberOfMessagesMoved: 0, ...line }));
  return op('ListMessageMoveTasks', { SourceArn: arnOf('dlq'), ...more }, ok({ Results }), when);
};
/** A handle in the form of AWS, that nobody gave (sqs:MT3). */
const forged = (queue: string): string =>
  Buffer.from(JSON.stringify({ taskId: 'x', sourceArn: arnOf(queue) })).toString('base64');

oneWrongInput(
  'sqs:TG2 tags',
  [
    ['no Tags (sqs:OP4)', tag(undefined), 'sqs:OP4', 'Tags are missing', missing],
    ['empty Tags', tag({}), 'sqs:TG3', 'Tags are empty', missing, 'strict'],
    ['51 tags', tag(tags(51)), 'sqs:TG3', 'there are more than 50 tags', bad, 'strict'],
    ['an empty key', tag({ '': 'x' }), 'sqs:TG2', 'a tag key is not 1 to 128 characters'],
    ['a key of 129', tag({ ['k'.repeat(129)]: '' }), 'sqs:TG2', 'a tag key is not 1 to 128 characters'],
    ['a value of 257', tag({ k: 'v'.repeat(257) }), 'sqs:TG2', 'a tag value is longer than 256 characters'],
    ['a semicolon', tag({ k: ';' }), 'sqs:TG2', 'a tag has a character that SQS does not allow'],
    ['a key of AWS', tag({ 'aws:x': '' }), 'sqs:TG2', 'a tag key begins with aws:'],
    ['no TagKeys (sqs:OP4)', untag(undefined), 'sqs:OP4', 'TagKeys are missing', missing],
    ['empty TagKeys', untag([]), 'sqs:TG3', 'TagKeys are empty', bad, 'strict'],
    [
      'a wrong tag at the creation',
      op('CreateQueue', { QueueName: 'n', tags: { 'aws:x': '' } }, ok({ QueueUrl: 'n' })),
      'sqs:TG2',
      'a tag key begins with aws:',
    ],
  ],
  queues,
);

oneWrongInput(
  'sqs:PM3 permissions',
  [
    ['no Label (sqs:OP4)', add(undefined as never), 'sqs:OP4', 'Label is missing', missing],
    [
      'no Actions',
      add('a', { Actions: undefined as never }),
      'sqs:OP4',
      'AWSAccountIds or Actions are missing',
      missing,
    ],
    ['a label with a space', add('a b'), 'sqs:PM3', 'Label is not 1 to 80 letters, digits, hyphens and underscores'],
    ['a label of 81', add('a'.repeat(81)), 'sqs:PM3', 'Label is not 1 to 80 letters, digits, hyphens and underscores'],
    ['a label that is not there (sqs:PM2)', remove('a'), 'sqs:PM2', 'the label does not exist', bad],
  ],
  queues,
);

oneWrongInput(
  'sqs:X12 redrive policies',
  [
    [
      'a target that denies all (sqs:U16)',
      set(redrive('shut'), {}, 'q2'),
      'sqs:X12',
      'the dead-letter queue does not allow this source',
    ],
    [
      'a target for another queue',
      set(redrive('picky')),
      'sqs:X12',
      'the dead-letter queue does not allow this source',
    ],
    [
      'an allow policy that is not JSON',
      set({ RedriveAllowPolicy: '{' }),
      'sqs:X12',
      'the redrive allow policy is neither allowAll, denyAll nor byQueue with at most 10 sources',
    ],
    [
      'sources without byQueue',
      set({ RedriveAllowPolicy: '{"redrivePermission":"allowAll","sourceQueueArns":[]}' }),
      'sqs:X12',
      'the redrive allow policy is neither allowAll, denyAll nor byQueue with at most 10 sources',
    ],
    [
      'eleven sources (sqs:Q20)',
      set(byQueue(...Array.from({ length: 11 }, (_, k) => `q${k}`))),
      'sqs:X12',
      'the redrive allow policy is neither allowAll, denyAll nor byQueue with at most 10 sources',
    ],
    ['a policy that is not JSON', set({ Policy: '{' }), 'sqs:SA5', 'the policy is not JSON', 'InvalidAttributeValue'],
    [
      'a key period out of range (sqs:SA5)',
      set({ KmsDataKeyReusePeriodSeconds: '59' }),
      'sqs:SA5',
      'an attribute value is out of range',
      'InvalidAttributeValue',
    ],
  ],
  queues,
);

const limitOfList = 'MaxResults is not 1 to 1000';
oneWrongInput(
  'sqs:LD1 dead-letter sources and move tasks',
  [
    [
      'sources of an unknown queue',
      op('ListDeadLetterSourceQueues', { QueueUrl: 'q9' }),
      'sqs:OP1',
      'the queue does not exist',
      'QueueDoesNotExist',
    ],
    [
      '1,001 sources (sqs:Q16)',
      op('ListDeadLetterSourceQueues', { QueueUrl: 'dlq', MaxResults: 1001 }),
      'sqs:LD1',
      limitOfList,
    ],
    [
      'a task without source (sqs:MT1)',
      start({ SourceArn: undefined as never }),
      'sqs:OP4',
      'SourceArn is missing',
      missing,
    ],
    [
      'a source that is no ARN (sqs:E46)',
      start({ SourceArn: 'dlq' }),
      'sqs:E46',
      'SourceArn is not an ARN',
      bad,
      'strict',
    ],
    [
      'a source that is not there (sqs:MT2, sqs:E42)',
      start({ SourceArn: arnOf('q9') }),
      'sqs:E42',
      'the source does not exist',
      'ResourceNotFoundException',
    ],
    [
      'a source without sources (sqs:MT2, sqs:E41)',
      start({ SourceArn: arnOf('q2') }),
      'sqs:E41',
      'the source is not a dead-letter queue',
      bad,
    ],
    [
      'a destination that is not there (sqs:E42)',
      start({ DestinationArn: arnOf('q9') }),
      'sqs:E42',
      'the destination does not exist',
      'ResourceNotFoundException',
    ],
    [
      'a destination of the other type (sqs:MT5)',
      start({ DestinationArn: arnOf('f.fifo') }),
      'sqs:MT5',
      'the destination is not of the type of the source',
    ],
    [
      '501 a second (sqs:Q17)',
      start({ MaxNumberOfMessagesPerSecond: 501 }),
      'sqs:MT1',
      'MaxNumberOfMessagesPerSecond is not 1 to 500',
    ],
    [
      'none a second',
      start({ MaxNumberOfMessagesPerSecond: 0 }),
      'sqs:MT1',
      'MaxNumberOfMessagesPerSecond is not 1 to 500',
    ],
    ['eleven tasks listed (sqs:MT7)', list([], {}, { MaxResults: 11 }), 'sqs:MT7', 'MaxResults is not 1 to 10'],
    [
      'a handle that is none (sqs:MT8, sqs:E44)',
      cancel('garbage'),
      'sqs:E44',
      'TaskHandle is not that of a move task',
      bad,
    ],
    ['no handle', cancel(undefined as never), 'sqs:OP4', 'TaskHandle is missing', missing],
    [
      'the handle of no task (sqs:MT3, sqs:E45)',
      cancel(forged('dlq')),
      'sqs:E45',
      'there is no such task',
      'ResourceNotFoundException',
    ],
  ],
  queues,
);

rightInput(
  'sqs:TG1 tags, permissions, policies, tasks',
  [
    ['tags of every sign', tag({ 'Ä 1_.:/=+-@': '' })],
    ['50 tags', tag(tags(50))],
    ['a key taken away that was not there', untag(['absent'])],
    ['a queue created with tags', op('CreateQueue', { QueueName: 'n', tags: { a: 'b' } }, ok({ QueueUrl: 'n' }))],
    ['a permission', add('a', { Actions: ['*'] })],
    [
      'seven actions (sqs:PM3)',
      add('a', {
        Actions: [
          'SendMessage',
          'ReceiveMessage',
          'DeleteMessage',
          'ChangeMessageVisibility',
          'GetQueueAttributes',
          'GetQueueUrl',
          'PurgeQueue',
        ],
      }),
    ],
    ['a target that allows this source (sqs:X12)', set(redrive('picky'), {}, 'q2')],
    ['an allow policy (sqs:X12)', set(byQueue('q1', 'q2'))],
    ['a key (sqs:A3)', set({ KmsMasterKeyId: 'testKeyId', KmsDataKeyReusePeriodSeconds: '60' })],
    [
      'sources listed',
      op('ListDeadLetterSourceQueues', { QueueUrl: 'dlq', MaxResults: 1000 }, ok({ queueUrls: ['q1'] })),
    ],
    [
      'a task to a queue of its own (sqs:MT1)',
      start({ DestinationArn: arnOf('q2'), MaxNumberOfMessagesPerSecond: 500 }),
    ],
    ['ten tasks listed', list([], {}, { MaxResults: 10 })],
  ],
  queues,
);

test('sqs:PM3 eight actions', () => {
  const Actions = Array.from({ length: 8 }, () => 'SendMessage');
  const says = `add permission #0 succeeded at 0 s, but there are more than 7 actions: sqs:PM3 asks for ${rowOf('OverLimit')}`;
  broken(history([add('a', { Actions })], { queues }), says, [0]);
  holds(history([refuse(add('a', { Actions }), 'OverLimit')], { queues }), 1);
});

describe('sqs:PM2 labels', () => {
  const twice = [add('a'), add('a', {}, { at: 1 })];

  test('one is given twice', () => {
    const says = `add permission #1 succeeded at 0.001 s, but the label exists already: sqs:PM2 asks for ${rowOf(bad)}`;
    broken(history(twice, { queues }), says, [1, 0]);
    holds(history([twice[0]!, refuse(twice[1]!, bad)], { queues }), 2);
  });

  test('good: removed in between, or with the policy', () => {
    holds(history([add('a'), remove('a', { at: 1 }), add('a', {}, { at: 2 })], { queues }), 3);
    holds(history([add('a'), set({ Policy: '' }, { at: 1 }), add('a', {}, { at: 2 })], { queues }), 3);
  });

  test('good: one that the policy has already', () => {
    const Policy = JSON.stringify({ Statement: [{ Sid: 'a' }] });
    const had = { queues: { q1: { Policy } } };
    holds(history([refuse(add('a'), bad)], had), 1);
    holds(history([remove('a')], had), 1);
  });

  test('good: a call without known outcome decides nothing (sqs:OP6), and for a minute nor does AWS (sqs:A33)', () => {
    const lost = add('a', {}, { unknown: true });
    undecided(history([lost, twice[1]!], { queues }), 1);
    undecided(history([lost, refuse(twice[1]!, bad)], { queues }), 1);
    holds(history(twice, { queues, level: 'documented' }), 2);
  });

  test('good: AWS looks the accounts up (sqs:PM3)', () =>
    holds(history([refuse(add('a'), bad)], { queues, level: 'documented' }), 1));
});

describe('sqs:X12 who may be a source', () => {
  test('good: a denial in doubt, either answer', () => {
    const lost = set(denied, { unknown: true }, 'q2');
    undecided(history([lost, set(redrive('q2'), { at: 1 })], { queues }), 1);
    undecided(history([lost, refuse(set(redrive('q2'), { at: 1 }), bad)], { queues }), 1);
  });

  test('good: the policy that a source has already', () => {
    const ops = [set(denied, {}, 'dlq'), set(redrive('dlq', 5), { at: 1 })];
    holds(history(ops, { queues }), 2);
    holds(history([ops[0]!, refuse(ops[1]!, bad)], { queues }), 2);
  });
});

describe('sqs:E43 one active task for each source', () => {
  const running = { Status: 'RUNNING', StartedTimestamp: 0, TaskHandle: 'task-0' } as const;
  const second = start({}, { at: 1 });
  const active = `start move task #1 succeeded at 0.001 s, but a task of this source is still active: sqs:E43 asks for ${rowOf(bad)}`;

  test.each([
    ['a list shows it running afterwards', list([running], { at: 2 }, { MaxResults: 10 })],
    ['it is cancelled afterwards (sqs:MT8)', cancel('task-0', { at: 2 })],
  ])('a second one, although %s', (_, proof) => {
    broken(history([start(), second, proof], { queues }), active, [1, 0]);
    holds(history([start(), refuse(second, bad), proof], { queues }), 3);
  });

  test('good: either answer where nothing tells that it was still active', () => {
    holds(history([start(), second], { queues }), 2);
    holds(history([start(), refuse(second, bad)], { queues }), 2);
  });

  test('is refused after a list showed the first one over', () => {
    const over = list([{ Status: 'COMPLETED', StartedTimestamp: 0 }], { at: 1 });
    const says = `start move task #2 was refused with ${rowOf(bad)} at 0.002 s, but nothing is wrong with it`;
    broken(history([start(), over, refuse(start({}, { at: 2 }), bad)], { queues }), says, [2]);
    holds(history([start(), over, start({}, { at: 2 })], { queues }), 3);
  });
});

describe('sqs:MT8 a task that is cancelled', () => {
  const over = list([{ Status: 'COMPLETED', StartedTimestamp: 0 }], { at: 1 });

  test('after it was over (sqs:U22)', () => {
    const says =
      'cancel move task #2 succeeded at 0.002 s, but the task is not running any more: sqs:U22 asks for a refusal';
    broken(history([start(), over, cancel('task-0', { at: 2 })], { queues }), says, [2, 0]);
    for (const code of [bad, 'ResourceNotFoundException'] as const)
      holds(history([start(), over, refuse(cancel('task-0', { at: 2 }), code)], { queues }), 3);
  });

  test('is refused while it runs', () => {
    const running = list([{ Status: 'RUNNING', StartedTimestamp: 0, TaskHandle: 'task-0' }], { at: 2 });
    const says = `cancel move task #1 was refused with ${rowOf(bad)} at 0.001 s, but nothing is wrong with it`;
    broken(history([start(), refuse(cancel('task-0', { at: 1 }), bad), running], { queues }), says, [1]);
  });

  test('good: either answer where nobody knows, or the source may be gone (sqs:E42)', () => {
    holds(history([start(), cancel('task-0', { at: 1 })], { queues }), 2);
    holds(history([start(), refuse(cancel('task-0', { at: 1 }), 'ResourceNotFoundException')], { queues }), 2);
    const gone = op('DeleteQueue', { QueueUrl: 'dlq' }, ok(), { at: 1, unknown: true });
    undecided(history([start(), gone, cancel('task-0', { at: 2 })], { queues }), 1);
  });
});

describe('sqs:E41 a queue that is somebody its dead-letter queue', () => {
  test('good: a policy in doubt, either answer', () => {
    const lost = set(redrive('q2'), { unknown: true });
    const task = start({ SourceArn: arnOf('q2') }, { at: 1 });
    undecided(history([lost, task], { queues }), 1);
    undecided(history([lost, refuse(task, bad)], { queues }), 1);
  });

  test('no more when its source is deleted', () => {
    const says = `start move task #1 succeeded at 0.001 s, but the source is not a dead-letter queue: sqs:E41 asks for ${rowOf(bad)}`;
    broken(history([deleteQueue(), start({}, { at: 1 })], { queues }), says, [1]);
  });
});

test('sqs:A3 good: what a queue with a key answers to messages is for the key to say', () => {
  const keyed = { queues: { q1: { KmsMasterKeyId: 'nobody' } } };
  const reply = { kind: 'error', code: 'KmsNotFound', status: 400, message: '' } as const;
  holds(history([{ ...send('m'), reply }], keyed), 0);
  broken(
    history([{ ...send('m'), reply }]),
    `${named(send('m'))} was refused with KmsNotFound (400) at 0 s, but nothing is wrong with it`,
    [0],
  );
});

test('sqs:I29 a create names the current value, whoever wrote it (sqs:CQ4, sqs:CQ5)', () => {
  const now = set({ VisibilityTimeout: '40' }, {}, 'q2');
  holds(history([now, create({ VisibilityTimeout: '40' }, { at: 1 }, 'q2')], { queues }), 2);
  const says = `create queue #1 was refused with ${rowOf('QueueNameExists')} at 0.001 s, but nothing is wrong with it`;
  broken(history([now, refuse(create({}, { at: 1 }, 'q2'), 'QueueNameExists')], { queues }), says, [1]);
});

describe('sqs:DQ4 a create names the redrive policy that a queue has (sqs:CQ4)', () => {
  const gone = op('DeleteQueue', { QueueUrl: 'dlq' });
  const again = (attributes: Record<string, string>, queue = 'q1') => [gone, create(attributes, { at: 1 }, queue)];
  const missing = `the dead-letter queue does not exist: sqs:X2 asks for ${rowOf(bad)}`;

  test('good: although its dead-letter queue was deleted, in any spelling, taken or refused', () => {
    const spelt = { RedrivePolicy: `{ "maxReceiveCount": "3", "deadLetterTargetArn": "${arnOf('dlq')}" }` };
    for (const given of [redrive('dlq'), spelt]) holds(history(again(given), { queues }), 2);
    holds(history([gone, refuse(create(redrive('dlq'), { at: 1 }), bad)], { queues }), 2);
  });

  test.each([
    ['a new queue with such a policy', again(redrive('dlq'), 'n'), 'create queue #1'],
    ['another queue with such a policy', again(redrive('dlq'), 'q2'), 'create queue #1'],
    ['another limit', again(redrive('dlq', 4)), 'create queue #1'],
    ['a set of the same policy', [gone, set(redrive('dlq'), { at: 1 })], 'set attributes #1'],
  ])('%s', (_, ops, call) => broken(history(ops, { queues }), `${call} succeeded at 0.001 s, but ${missing}`, [1]));
});

test('sqs:X12 good: an allow policy byQueue without sources, taken or refused', () => {
  for (const none of [byQueue(), { RedriveAllowPolicy: '{"redrivePermission":"byQueue"}' }]) {
    holds(history([set(none)], { queues }), 0);
    holds(history([refuse(set(none), bad)], { queues }), 0);
  }
});
