import { describe, expect, test } from 'vitest';
import { errors } from '../../../properties/errors.js';
import { arnOf, type CallName, type Reply } from '../../../src/core/calls.js';
import { change, type Draft, del, delivered, history, ok, op, receive, send } from '../../histories.js';
import { accusersOf, verdictsOf } from '../../verdicts.js';
import {
  answered,
  create,
  entries,
  many,
  named,
  queues,
  read,
  redrive,
  refusal,
  refuse,
  sendBatch,
  set,
  settleBatch,
  text,
  typed,
} from './drafts.js';
import { oneWrongInput, rightInput } from './faults.js';

const { broken, holds } = verdictsOf(errors);

oneWrongInput(
  'sqs:I23',
  [
    ['unknown queue', send('m', { queue: 'q9' }), 'sqs:OP1', 'the queue does not exist', 'QueueDoesNotExist'],
    ['empty body (sqs:E2)', send(''), 'sqs:SM2', 'the body is empty', 'MissingRequiredParameterException'],
    [
      'illegal character (sqs:E11)',
      send('a\u0001'),
      'sqs:SM4',
      'the body has a character that SQS does not allow',
      'InvalidMessageContents',
    ],
    [
      'noncharacter',
      send('a\uffff'),
      'sqs:SM4',
      'the body has a character that SQS does not allow',
      'InvalidMessageContents',
    ],
    [
      'body too long (sqs:E10)',
      send('x'.repeat(1025)),
      'sqs:SM3',
      'body and attributes do not fit into MaximumMessageSize',
      'InvalidParameterValueException',
    ],
    [
      'attributes count (sqs:M8)',
      send('x'.repeat(1016), { attributes: text('xx') }),
      'sqs:SM3',
      'body and attributes do not fit into MaximumMessageSize',
      'InvalidParameterValueException',
    ],
    ['delay', send('m', { delay: 901 }), 'sqs:SM5', 'DelaySeconds is not 0 to 900', 'InvalidParameterValueException'],
    [
      'eleven attributes',
      send('m', { attributes: many(11) }),
      'sqs:E19',
      'the message has more than 10 attributes',
      'InvalidParameterValueException',
    ],
    [
      'reserved attribute name (sqs:M2)',
      send('m', { attributes: { 'aws.x': text('x').a! } }),
      'sqs:E61',
      'an attribute name is illegal',
      'InvalidParameterValueException',
    ],
    [
      'attribute name with a space',
      send('m', { attributes: { 'a b': text('x').a! } }),
      'sqs:E61',
      'an attribute name is illegal',
      'InvalidParameterValueException',
    ],
    [
      'attribute type (sqs:M3)',
      send('m', { attributes: typed('string') }),
      'sqs:E18',
      'an attribute type does not begin with Binary, Number or String',
      'InvalidParameterValueException',
    ],
    [
      'empty value (sqs:M5)',
      send('m', { attributes: text('') }),
      'sqs:E17',
      'an attribute value is empty',
      'InvalidParameterValueException',
    ],
    [
      'illegal character in a value',
      send('m', { attributes: text('\u0000') }),
      'sqs:M7',
      'a String value has a character that SQS does not allow',
      'InvalidParameterValueException',
    ],
    [
      'a word as Number',
      send('m', { attributes: typed('Number', 'ten') }),
      'sqs:M6',
      'a Number value is not a number',
      'InvalidParameterValueException',
    ],
    [
      '39 digits',
      send('m', { attributes: typed('Number', '1'.repeat(39)) }),
      'sqs:M6',
      'a Number value is not a number',
      'InvalidParameterValueException',
    ],
    [
      'eleven messages',
      receive({ max: 11 }),
      'sqs:E14',
      'MaxNumberOfMessages is not 1 to 10',
      'InvalidParameterValueException',
    ],
    [
      'wait of 21 s',
      receive({ wait: 21 }),
      'sqs:E15',
      'WaitTimeSeconds is not 0 to 20',
      'InvalidParameterValueException',
    ],
    ['negative window (sqs:V2)', receive({ v: -1 }), 'sqs:RM3', 'VisibilityTimeout is not 0 to 43200'],
    [
      'garbage handle of a delete (sqs:E20)',
      del('garbage'),
      'sqs:RH1',
      'the handle was never issued',
      'ReceiptHandleIsInvalid',
    ],
    [
      'garbage handle of a change',
      change('garbage', 5),
      'sqs:RH1',
      'the handle was never issued',
      'ReceiptHandleIsInvalid',
    ],
    ['no entries', sendBatch([]), 'sqs:E30', 'the batch has no entry', 'EmptyBatchRequest'],
    [
      'eleven entries (sqs:SB1)',
      sendBatch(entries(11)),
      'sqs:E31',
      'the batch has more than 10 entries',
      'TooManyEntriesInBatchRequest',
    ],
    [
      'bad Id (sqs:Q4)',
      sendBatch([{ Id: 'a b', MessageBody: 'm' }]),
      'sqs:E32',
      'an Id is not 1 to 80 letters, digits, hyphens and underscores',
      'InvalidBatchEntryId',
    ],
    ['same Id', sendBatch([...entries(1), ...entries(1)]), 'sqs:E33', 'an Id is repeated', 'BatchEntryIdsNotDistinct'],
    [
      'batch too long (sqs:SB2)',
      sendBatch(entries(2).map((entry) => ({ ...entry, MessageBody: 'x'.repeat(524_289) }))),
      'sqs:E34',
      'the batch has more than 1048576 bytes',
      'BatchRequestTooLong',
    ],
    [
      'no entries to delete (sqs:DB1)',
      settleBatch('DeleteMessageBatch', []),
      'sqs:E30',
      'the batch has no entry',
      'EmptyBatchRequest',
    ],
    [
      'no entries to change (sqs:CB1)',
      settleBatch('ChangeMessageVisibilityBatch', []),
      'sqs:E30',
      'the batch has no entry',
      'EmptyBatchRequest',
    ],
    [
      'queue name (sqs:E3)',
      create(undefined, {}, 'a/b'),
      'sqs:CQ1',
      'the name is not 1 to 80 letters, digits, hyphens and underscores',
      'InvalidParameterValueException',
    ],
    [
      'queue name of 81',
      create(undefined, {}, 'x'.repeat(81)),
      'sqs:CQ1',
      'the name is not 1 to 80 letters, digits, hyphens and underscores',
      'InvalidParameterValueException',
    ],
    [
      '.fifo without FifoQueue (sqs:E4)',
      create(undefined, {}, 'a.fifo'),
      'sqs:CQ2',
      'a name with .fifo needs FifoQueue true',
      'InvalidParameterValueException',
    ],
    [
      'FifoQueue on a standard queue',
      create({ FifoQueue: 'false' }, {}, 'n1'),
      'sqs:CQ3',
      'a standard queue has no such attribute',
      'InvalidAttributeName',
    ],
    [
      'create with other attributes (sqs:E5)',
      create({ VisibilityTimeout: '31' }),
      'sqs:CQ5',
      'the queue exists with other attributes',
      'QueueNameExists',
    ],
    [
      'unknown attribute (sqs:E8)',
      set({ Colour: 'red' }),
      'sqs:SA4',
      'an attribute does not exist or cannot be set',
      'InvalidAttributeName',
    ],
    [
      'read-only attribute',
      set({ QueueArn: arnOf('q1') }),
      'sqs:SA4',
      'an attribute does not exist or cannot be set',
      'InvalidAttributeName',
    ],
    [
      'FifoQueue set (sqs:SA3)',
      set({ FifoQueue: 'true' }),
      'sqs:CQ3',
      'a standard queue has no such attribute',
      'InvalidAttributeName',
    ],
    [
      'value out of range (sqs:E9)',
      set({ VisibilityTimeout: '43201' }),
      'sqs:SA5',
      'an attribute value is out of range',
      'InvalidAttributeValue',
    ],
    [
      'value not a number (sqs:A6)',
      set({ DelaySeconds: 'soon' }),
      'sqs:SA5',
      'an attribute value is out of range',
      'InvalidAttributeValue',
    ],
    [
      'policy limit (sqs:E40)',
      set(redrive('q2', 1001)),
      'sqs:Q19',
      'maxReceiveCount is not 1 to 1000',
      'InvalidParameterValueException',
    ],
    [
      'policy target',
      set(redrive('q9')),
      'sqs:X2',
      'the dead-letter queue does not exist',
      'InvalidParameterValueException',
    ],
    [
      'two kinds of encryption',
      set({ KmsMasterKeyId: 'k', SqsManagedSseEnabled: 'true' }),
      'sqs:SA6',
      'a KMS key and SqsManagedSseEnabled are asked for at once',
      'InvalidAttributeName',
    ],
    [
      'unknown attribute asked for',
      read(['Colour']),
      'sqs:GA3',
      'an attribute that is asked for does not exist',
      'InvalidAttributeName',
    ],
    [
      'unknown queue by name (sqs:E1)',
      op('GetQueueUrl', { QueueName: 'q9' }, ok({ QueueUrl: 'q9' })),
      'sqs:GU1',
      'the queue does not exist',
      'QueueDoesNotExist',
    ],
  ],
  queues,
);

describe('sqs:E60 what of a refusal is compared', () => {
  const garbage = del('garbage');
  const asks = 'the handle was never issued: sqs:RH1 asks for ReceiptHandleIsInvalid (404)';

  test('the status', () => {
    const reply: Reply = { ...refusal('ReceiptHandleIsInvalid'), status: 400 } as Reply;
    broken(
      history([answered(garbage, reply)]),
      `delete #0 was refused with ReceiptHandleIsInvalid (400) at 0 s, but ${asks}`,
      [0],
    );
  });

  test('the legacy code where the endpoint shows it', () => {
    const reply: Reply = { ...refusal('ReceiptHandleIsInvalid'), legacy: 'Wrong' } as Reply;
    const says = `delete #0 was refused with ReceiptHandleIsInvalid (404, Wrong) at 0 s, but ${asks}`;
    broken(history([answered(garbage, reply)]), says, [0]);
  });

  test('good: another text, and no legacy code', () => {
    const reply: Reply = { kind: 'error', code: 'ReceiptHandleIsInvalid', status: 404, message: 'no idea' };
    holds(history([answered(garbage, reply)]), 1);
  });
});

describe('sqs:OP4 a required member is missing', () => {
  test.each([
    op('DeleteQueue', {} as { QueueUrl: string }),
    op('CreateQueue', {} as { QueueName: string }),
    op('GetQueueUrl', {} as { QueueName: string }),
    op('DeleteMessage', { QueueUrl: 'q1' } as { QueueUrl: string; ReceiptHandle: string }),
    op('SetQueueAttributes', { QueueUrl: 'q1' } as { QueueUrl: string; Attributes: Record<string, string> }),
  ])('$call', (draft) => {
    holds(history([refuse(draft, 'MissingRequiredParameterException')]), 1);
    const answer = 'was refused with InvalidAttributeName (400) at 0 s, but';
    const asks = 'sqs:OP4 asks for MissingRequiredParameterException (400, MissingParameter)';
    const says = `${named(draft)} ${answer} ${missing[draft.call]} missing: ${asks}`;
    broken(history([refuse(draft, 'InvalidAttributeName')]), says, [0]);
  });
});
const missing: Partial<Record<CallName, string>> = {
  DeleteQueue: 'QueueUrl is',
  CreateQueue: 'QueueName is',
  GetQueueUrl: 'QueueName is',
  DeleteMessage: 'ReceiptHandle is',
  SetQueueAttributes: 'Attributes are',
};

rightInput(
  'sqs:I23',
  [
    ['a plain send', send('m')],
    ['a body of exactly the maximum (sqs:SM3)', send('x'.repeat(1024))],
    ['ten attributes (sqs:Q5)', send('m', { attributes: many(10) })],
    ['a custom type (sqs:M4)', send('m', { attributes: typed('Number.int') })],
    ['the largest delay (sqs:DY3)', send('m', { delay: 900 })],
    ['a receive at its limits', receive({ max: 10, v: 43_200, wait: 20, to: 20_000 })],
    ['a create of what exists (sqs:CQ4)', create({ MaximumMessageSize: '1024', VisibilityTimeout: '30' })],
    ['a boolean in capitals (sqs:CQ9)', create({ SqsManagedSseEnabled: 'True' })],
    ['a policy (sqs:A7)', set(redrive('q2', '42'))],
    ['a policy cleared (sqs:SA2)', set({ RedrivePolicy: '' })],
    ['All', read(['All'])],
    ['a FIFO attribute asked of a standard queue (sqs:GA2)', read(['FifoQueue'])],
    ['a listing', op('ListQueues', { MaxResults: 1000 }, ok())],
  ],
  queues,
);

describe('sqs:I23 right calls', () => {
  test('good: throttled, by us or by AWS (sqs:Q18)', () => {
    const refused = refuse(send('m', { fault: 'throttled' }), 'RequestThrottled');
    holds(history([refused, refuse(send('m', { at: 1 }), 'RequestThrottled')]), 0);
  });
});

describe('sqs:OP5 several wrong inputs', () => {
  const twice = send('', { queue: 'q9' });
  test.each(['QueueDoesNotExist', 'MissingRequiredParameterException', 'InvalidAttributeName'] as const)(
    'good: %s',
    (code) => holds(history([refuse(twice, code)]), 1),
  );
  test('success', () =>
    broken(
      history([twice]),
      'send #0 succeeded at 0 s, but the queue does not exist: sqs:OP1 asks for QueueDoesNotExist (400, AWS.SimpleQueueService.NonExistentQueue)',
      [0],
    ));
});

const policyWith = (members: object): string => JSON.stringify({ deadLetterTargetArn: arnOf('q2'), ...members });

describe('sqs:I23 what is free or not spoken of', () => {
  test.each([
    [1, 'two periods in an attribute name (sqs:U13)', send('m', { attributes: { 'a..b': text('x').a! } })],
    [1, 'a letter with an accent (sqs:E61)', send('m', { attributes: { é: text('x').a! } })],
    [0, 'half a delay', send('m', { delay: 0.5 })],
    [0, 'a policy with a member more', set({ RedrivePolicy: policyWith({ maxReceiveCount: 1, colour: 'red' }) })],
  ] as [number, string, Draft][])('good, judged %i: %s may succeed or be refused', (judged, _, draft) => {
    holds(history([draft], { queues }), judged);
    holds(history([refuse(draft, 'InvalidParameterValueException')], { queues }), judged);
  });

  test.each(['{', policyWith({})])('a policy %s is refused somehow (sqs:X1, sqs:U16)', (RedrivePolicy) => {
    holds(history([refuse(set({ RedrivePolicy }), 'InvalidAttributeValue')]), 1);
    broken(
      history([set({ RedrivePolicy })]),
      'set attributes #0 succeeded at 0 s, but the redrive policy is not JSON with a target and a maxReceiveCount: sqs:X1 asks for a refusal',
      [0],
    );
  });
});

describe('a value out of range that was accepted is a matter of errors alone', () => {
  const got = [delivered('m0')];
  const sent = (delay: number) => send('m0', { delay });
  const counts = (ApproximateNumberOfMessages: string, at: number) =>
    op(
      'GetQueueAttributes',
      { QueueUrl: 'q1', AttributeNames: ['ApproximateNumberOfMessages'] },
      ok({ Attributes: { ApproximateNumberOfMessages } }),
      { at },
    );
  const waits = (at: number) => receive({ at, to: at + 20_000, wait: 20 });

  /** What happens after an illegal value, and the property that says no to the same after a legal one. */
  const situations: [what: string, illegal: number, legal: number, accuser: string, of: (value: number) => Draft[]][] =
    [
      ['a delay (sqs:SM5), counted as available', 901, 900, 'counters', (delay) => [sent(delay), counts('1', 5)]],
      ['a delay, not counted as available', 901, 0, 'counters', (delay) => [sent(delay), counts('0', 5)]],
      ['a delay below 0', -1, 0, 'counters', (delay) => [sent(delay), counts('0', 5)]],
      ['a delay, over at once', 901, 900, 'no-early-delivery', (delay) => [sent(delay), receive({ at: 5, got })]],
      ['a delay, not over in time', 901, 0, 'honest-long-poll', (delay) => [sent(delay), waits(5)]],
      [
        'a number of messages (sqs:E14)',
        0,
        1,
        'response-bounds',
        (max) => [send('m0'), send('m1', { at: 1 }), receive({ at: 2, max, got: [...got, delivered('m1')] })],
      ],
      [
        'a window (sqs:V2), not over at once',
        -1,
        0,
        'honest-long-poll',
        (v) => [send('m0'), receive({ at: 1, v, got }), waits(2)],
      ],
      ['a window, not over in time', -1, 1, 'redelivery', (v) => [send('m0'), receive({ at: 1, v, got }), waits(2)]],
      [
        'a window, over before its time',
        43_201,
        43_200,
        'no-delivery-inside-window',
        (v) => [send('m0'), receive({ at: 1, v, got }), receive({ at: 2, got })],
      ],
      [
        'a window, counted as over',
        43_201,
        43_200,
        'counters',
        (v) => [send('m0'), receive({ at: 1, v, got }), counts('1', 5)],
      ],
      [
        'a message twice in its window',
        -1,
        1,
        'response-bounds',
        (v) => [send('m0'), receive({ at: 1, v, got: [...got, ...got] })],
      ],
      ['a wait (sqs:E15), over at once', 21, 20, 'long-poll-timing', (wait) => [receive({ wait, to: 5 })]],
    ];

  test.each(situations)('%s: %d beside %d of %s', (_, illegal, legal, accuser, of) => {
    expect(accusersOf(history(of(illegal)))).toEqual(['errors']);
    expect(accusersOf(history(of(legal)))).toContain(accuser);
  });

  const none = (at: number, max: number, to = at + 20_000) => receive({ at, to, wait: 20, max });
  const fruitless: [accuser: string, of: (max: number) => Draft[]][] = [
    ['honest-long-poll', (max) => [send('m0'), none(1, max)]],
    ['wake-up', (max) => [none(0, max), send('m0', { at: 5 })]],
    ['redelivery', (max) => [send('m0'), receive({ at: 1, v: 5, got }), none(2, max)]],
    ['delay-ends', (max) => [sent(5), none(1, max)]],
    ['long-poll-timing', (max) => [none(0, max, 5)]],
  ];

  test.each(fruitless)('a long poll for one message that brings none is a matter of %s', (accuser, of) =>
    expect(accusersOf(history(of(1)))).toContain(accuser),
  );

  test.each(fruitless)('a long poll for no message that brings none is no matter of %s', (_, of) =>
    expect(accusersOf(history(of(0)))).toEqual(['errors']),
  );

  test('but no answer has more than ten messages (sqs:RM1)', () => {
    const bodies = Array.from({ length: 11 }, (_, k) => `m${k}`);
    const sends = bodies.map((body, at) => send(body, { at }));
    const all = receive({ at: 11, max: 0, got: bodies.map((body) => delivered(body)) });
    expect(accusersOf(history([...sends, all]))).toEqual(['response-bounds', 'errors']);
  });
});
