import { describe, test } from 'vitest';
import { errors } from '../../../properties/errors.js';
import type { Calls } from '../../../src/core/calls.js';
import { change, type Draft, del, delivered, history, ok, op, receive, send, type When } from '../../histories.js';
import { verdictsOf } from '../../verdicts.js';
import { create, named, redrive, refuse, rowOf, type SendEntries, sendBatch, set, settleBatch } from './drafts.js';
import { oneWrongInput, rightInput } from './faults.js';

const { broken, holds, undecided } = verdictsOf(errors);

const fifo = { FifoQueue: 'true' };
const queues = {
  q1: {},
  q2: {},
  'f1.fifo': fifo,
  'f2.fifo': { ...fifo, ContentBasedDeduplication: 'true' },
  'fast.fifo': { ...fifo, DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' },
};

type Message = Partial<Calls['SendMessage']['input']>;
const message = (input: Message, QueueUrl = 'f1.fifo', when: When = {}): Draft =>
  op('SendMessage', { QueueUrl, MessageBody: 'm', ...input }, ok({ MessageId: 'id' }), when);
const whole = { MessageGroupId: 'g', MessageDeduplicationId: 'd' };
const attempt = (ReceiveRequestAttemptId: string, queue = 'f1.fifo', when: When = {}): Draft =>
  receive({ queue, ...when, input: { ReceiveRequestAttemptId } });

const alphabet = 'letters, digits and punctuation characters';
const longest = 'x'.repeat(128);
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const bad = 'InvalidParameterValueException';

oneWrongInput(
  'sqs:SM8 ids of messages',
  [
    [
      'FIFO without group (sqs:F1, sqs:E2)',
      message({ MessageDeduplicationId: 'd' }),
      'sqs:F1',
      'a FIFO queue needs a MessageGroupId',
      'MissingRequiredParameterException',
    ],
    [
      'FIFO with a null for a group',
      message({ ...whole, MessageGroupId: null as never }),
      'sqs:F1',
      'a FIFO queue needs a MessageGroupId',
      'MissingRequiredParameterException',
    ],
    [
      'FIFO without deduplication id (sqs:F2, sqs:E16)',
      message({ MessageGroupId: 'g' }),
      'sqs:F2',
      'a FIFO queue without ContentBasedDeduplication needs a MessageDeduplicationId',
      bad,
    ],
    [
      'an empty group is a wrong one (sqs:OP4, sqs:E13)',
      message({ ...whole, MessageGroupId: '' }),
      'sqs:SM8',
      'MessageGroupId is empty',
    ],
    [
      'a group of 129 (sqs:Q14)',
      message({ ...whole, MessageGroupId: `${longest}x` }),
      'sqs:SM8',
      `MessageGroupId is not 1 to 128 ${alphabet}`,
      bad,
    ],
    [
      'a group with a space',
      message({ ...whole, MessageGroupId: 'a b' }),
      'sqs:SM8',
      `MessageGroupId is not 1 to 128 ${alphabet}`,
      bad,
    ],
    [
      'a group with an accent, on a standard queue',
      message({ MessageGroupId: 'é' }, 'q1'),
      'sqs:SM8',
      `MessageGroupId is not 1 to 128 ${alphabet}`,
      bad,
    ],
    [
      'an empty deduplication id',
      message({ ...whole, MessageDeduplicationId: '' }),
      'sqs:SM8',
      `MessageDeduplicationId is not 1 to 128 ${alphabet}`,
      bad,
    ],
    [
      'a deduplication id of 129',
      message({ ...whole, MessageDeduplicationId: `${longest}x` }),
      'sqs:SM8',
      `MessageDeduplicationId is not 1 to 128 ${alphabet}`,
      bad,
    ],
    [
      'a deduplication id on a standard queue (sqs:SM7, sqs:U8)',
      message({ MessageDeduplicationId: 'd' }, 'q1'),
      'sqs:SM7',
      'a standard queue takes no MessageDeduplicationId',
      bad,
    ],
    [
      'a delay on a FIFO queue (sqs:DY2, sqs:E12)',
      message({ ...whole, DelaySeconds: 1 }),
      'sqs:DY2',
      'a FIFO queue takes no DelaySeconds but 0',
      bad,
    ],
    [
      'a delay out of range on a FIFO queue',
      message({ ...whole, DelaySeconds: 901 }),
      'sqs:SM5',
      'DelaySeconds is not 0 to 900',
      bad,
    ],
    [
      'another system attribute (sqs:SM6)',
      message({ MessageSystemAttributes: { Colour: { DataType: 'String', StringValue: 'red' } } }, 'q1'),
      'sqs:SM6',
      'a system attribute is not AWSTraceHeader of type String',
    ],
    [
      'a trace header of bytes (sqs:SM6)',
      message({ MessageSystemAttributes: { AWSTraceHeader: { DataType: 'Binary', BinaryValue: 'eA==' } } }, 'q1'),
      'sqs:SM6',
      'a system attribute is not AWSTraceHeader of type String',
    ],
    [
      'an attempt id on a standard queue (sqs:RM10, sqs:U34)',
      attempt('a', 'q1'),
      'sqs:U34',
      'a standard queue takes no ReceiveRequestAttemptId',
      bad,
      'strict',
    ],
    [
      'an attempt id of 129 (sqs:Q15)',
      attempt(`${longest}x`),
      'sqs:Q15',
      `ReceiveRequestAttemptId is not 1 to 128 ${alphabet}`,
      bad,
    ],
  ],
  queues,
);

oneWrongInput(
  'sqs:CQ3 attributes of FIFO queues',
  [
    [
      '.fifo with FifoQueue false (sqs:E4)',
      create({ FifoQueue: 'false' }, {}, 'n.fifo'),
      'sqs:CQ2',
      'a name with .fifo needs FifoQueue true',
      bad,
    ],
    [
      'a FIFO name of 81 (sqs:CQ1)',
      create(fifo, {}, `${'x'.repeat(76)}.fifo`),
      'sqs:CQ1',
      'the name is not 1 to 80 letters, digits, hyphens and underscores',
      bad,
    ],
    [
      'the suffix alone',
      create(fifo, {}, '.fifo'),
      'sqs:CQ1',
      'the name is not 1 to 80 letters, digits, hyphens and underscores',
      bad,
    ],
    [
      'ContentBasedDeduplication on a standard queue',
      create({ ContentBasedDeduplication: 'true' }, {}, 'n'),
      'sqs:CQ3',
      'a standard queue has no such attribute',
      'InvalidAttributeName',
    ],
    [
      'DeduplicationScope on a standard queue',
      create({ DeduplicationScope: 'queue' }, {}, 'n'),
      'sqs:CQ3',
      'a standard queue has no such attribute',
      'InvalidAttributeName',
    ],
    [
      'FifoQueue set to false (sqs:SA3, sqs:E9)',
      set({ FifoQueue: 'false' }, {}, 'f1.fifo'),
      'sqs:SA3',
      'a FIFO queue stays one',
      'InvalidAttributeValue',
    ],
    [
      'ContentBasedDeduplication neither true nor false',
      set({ ContentBasedDeduplication: 'yes' }, {}, 'f1.fifo'),
      'sqs:SA5',
      'an attribute value is out of range',
      'InvalidAttributeValue',
    ],
    [
      'another DeduplicationScope',
      set({ DeduplicationScope: 'group' }, {}, 'f1.fifo'),
      'sqs:SA5',
      'an attribute value is out of range',
      'InvalidAttributeValue',
    ],
    [
      'high throughput without the scope (sqs:A4, sqs:U14)',
      set({ FifoThroughputLimit: 'perMessageGroupId' }, {}, 'f1.fifo'),
      'sqs:A4',
      'perMessageGroupId needs the scope messageGroup',
    ],
    [
      'the scope taken away under high throughput',
      set({ DeduplicationScope: 'queue' }, {}, 'fast.fifo'),
      'sqs:A4',
      'perMessageGroupId needs the scope messageGroup',
    ],
    [
      'created with high throughput without the scope',
      create({ ...fifo, FifoThroughputLimit: 'perMessageGroupId' }, {}, 'n.fifo'),
      'sqs:A4',
      'perMessageGroupId needs the scope messageGroup',
    ],
    [
      'created with another scope (sqs:CQ5, sqs:I29)',
      create({ ...fifo, DeduplicationScope: 'messageGroup' }, {}, 'f1.fifo'),
      'sqs:CQ5',
      'the queue exists with other attributes',
      'QueueNameExists',
    ],
    [
      'dead letters of a FIFO queue to a standard one (sqs:X2, sqs:U16)',
      set(redrive('q1'), {}, 'f1.fifo'),
      'sqs:X2',
      'the dead-letter queue is not of the same type',
    ],
    [
      'dead letters of a standard queue to a FIFO one',
      set(redrive('f1.fifo')),
      'sqs:X2',
      'the dead-letter queue is not of the same type',
    ],
    [
      'dead letters to a FIFO queue that is not there',
      set(redrive('f9.fifo'), {}, 'f1.fifo'),
      'sqs:X2',
      'the dead-letter queue does not exist',
      bad,
    ],
  ],
  queues,
);

rightInput(
  'sqs:F1 FIFO queues and groups',
  [
    ['group and id (sqs:F1, sqs:F2)', message(whole)],
    [
      'the longest ids of any punctuation (sqs:SM8)',
      message({ MessageGroupId: punctuation, MessageDeduplicationId: longest }),
    ],
    ['a delay of 0 (sqs:DY2)', message({ ...whole, DelaySeconds: 0 })],
    ['no id where the content makes one (sqs:F3)', message({ MessageGroupId: 'g' }, 'f2.fifo')],
    ['a group on a standard queue (sqs:G1)', message({ MessageGroupId: punctuation }, 'q1')],
    [
      'a trace header (sqs:SM6)',
      message(
        {
          MessageSystemAttributes: {
            AWSTraceHeader: { DataType: 'String', StringValue: 'Root=1-5759e988-bd862e3fe1be46a994272793' },
          },
        },
        'q1',
      ),
    ],
    ['an attempt id (sqs:F40)', attempt(punctuation)],
    [
      'a FIFO queue created (sqs:D2, sqs:CQ9)',
      create({ FifoQueue: 'True', ContentBasedDeduplication: 'True' }, {}, 'n.fifo'),
    ],
    ['a FIFO queue created again (sqs:CQ4)', create({ FifoQueue: 'true', DeduplicationScope: 'queue' }, {}, 'f1.fifo')],
    ['FifoQueue set to what it is (sqs:SA3)', set(fifo, {}, 'f1.fifo')],
    [
      'high throughput with the scope (sqs:F55)',
      set({ DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' }, {}, 'f1.fifo'),
    ],
    ['the scope without high throughput (sqs:A4)', set({ DeduplicationScope: 'messageGroup' }, {}, 'f1.fifo')],
    ['high throughput where the scope is set', set({ FifoThroughputLimit: 'perMessageGroupId' }, {}, 'fast.fifo')],
    ['dead letters to a FIFO queue (sqs:X2)', set(redrive('f2.fifo'), {}, 'f1.fifo')],
  ],
  queues,
);

describe('sqs:SB6 a FIFO entry without its ids', () => {
  const entries: SendEntries = [
    { Id: 'a', MessageBody: 'm', ...whole },
    { Id: 'b', MessageBody: 'm', MessageDeduplicationId: 'e' },
  ];
  const queue = 'f1.fifo';
  const at = { queues };

  test('is stored', () => {
    const says = `send batch #0 succeeded at 0 s, but an entry lacks its MessageGroupId: sqs:U7 asks for ${rowOf(bad)}`;
    broken(history([sendBatch(entries, {}, { queue })], at), says, [0]);
  });

  test('fails alone (sqs:U7)', () => {
    const alone = sendBatch(entries, { b: 'MissingParameter' }, { queue });
    const says = `send batch #0 succeeded at 0 s, but an entry lacks its MessageGroupId: sqs:U7 asks for ${rowOf(bad)}`;
    broken(history([alone], at), says, [0]);
    holds(history([alone], { queues, level: 'documented' }), 3);
  });

  test('is stored, though AWS may refuse it alone (sqs:U7)', () =>
    broken(
      history([sendBatch(entries, {}, { queue })], { queues, level: 'documented' }),
      'send batch #0, entry b, succeeded at 0 s, but a FIFO queue needs a MessageGroupId: sqs:F1 asks for a refusal',
      [0],
    ));

  test('fails the call as a single send would (sqs:F1)', () => {
    const says = `send batch #0 was refused with ${rowOf('MissingRequiredParameterException')} at 0 s, but an entry lacks its MessageGroupId: sqs:U7 asks for ${rowOf(bad)}`;
    broken(history([refuse(sendBatch(entries, {}, { queue }), 'MissingRequiredParameterException')], at), says, [0]);
  });

  test('good: fails the call', () => {
    for (const level of ['strict', 'documented'] as const)
      holds(history([refuse(sendBatch(entries, {}, { queue }), bad)], { queues, level }), 1);
  });

  test('good: has its deduplication id from the content', () => {
    const [first] = entries;
    const { MessageDeduplicationId: _, ...without } = first!;
    holds(history([sendBatch([without], {}, { queue: 'f2.fifo' })], at), 1);
    const says = `send batch #0 succeeded at 0 s, but an entry lacks its MessageDeduplicationId, and the queue has no ContentBasedDeduplication: sqs:U7 asks for ${rowOf(bad)}`;
    broken(history([sendBatch([without], {}, { queue })], at), says, [0]);
  });

  test('good: with a wrong id fails alone (sqs:OP7, sqs:SB5)', () => {
    const wrong = [entries[0]!, { ...entries[0]!, Id: 'b', MessageGroupId: 'a b' }];
    holds(history([sendBatch(wrong, { b: 'InvalidParameterValue' }, { queue })], at), 2);
  });

  test('good: a change of ContentBasedDeduplication without known outcome, either answer', () => {
    const lost = set({ ContentBasedDeduplication: 'true' }, { unknown: true }, queue);
    const plain = message({ MessageGroupId: 'g' }, queue, { at: 1 });
    undecided(history([lost, plain], at), 1);
    undecided(history([lost, refuse(plain, bad)], at), 1);
  });
});

describe('sqs:RH9 an expired handle of a FIFO queue', () => {
  const queue = 'f1.fifo';
  const got = [delivered('m')];
  const start = [send('m', { queue }), receive({ queue, at: 1, v: 5, got })];
  const at = { queues };
  const gone = (id: number, s: string, row: string) =>
    `delete #${id} succeeded at ${s} s, but the handle has expired: sqs:RH9 asks for ${row}`;

  test('deletes at the end of its window (sqs:E21, sqs:B1)', () =>
    broken(history([...start, del('m/1', { queue, at: 5001 })], at), gone(2, '5.001', rowOf(bad)), [2, 1]));

  test('is refused one tick before', () =>
    broken(
      history([...start, refuse(del('m/1', { queue, at: 5000 }), bad)], at),
      `delete #2 was refused with ${rowOf(bad)} at 5 s, but nothing is wrong with it`,
      [2, 1],
    ));

  test('good: is refused, and deletes before', () => {
    holds(history([...start, refuse(del('m/1', { queue, at: 5001 }), bad)], at), 3);
    holds(history([...start, del('m/1', { queue, at: 5000 })], at), 3);
  });

  test('in a batch has another code (sqs:RH12)', () => {
    const entries = [{ Id: 'a', ReceiptHandle: 'm/1' }];
    const batch = (failed: Record<string, string>) =>
      settleBatch('DeleteMessageBatch', entries, failed, { queue, at: 6000 });
    holds(history([...start, batch({ a: 'ReceiptHandleIsInvalid' })], at), 3);
    const asks = 'but the handle has expired: sqs:RH12 asks for ReceiptHandleIsInvalid';
    broken(
      history([...start, batch({ a: 'InvalidParameterValue' })], at),
      `delete batch #2, entry a, was refused with InvalidParameterValue at 6 s, ${asks}`,
      [2, 1],
    );
    broken(history([...start, batch({})], at), `delete batch #2, entry a, succeeded at 6 s, ${asks}`, [2, 1]);
  });

  test('with an empty window deletes a tick later (sqs:RH11)', () => {
    const empty = [start[0]!, receive({ queue, at: 1, v: 0, got }), del('m/1', { queue, at: 2 })];
    broken(history(empty, at), gone(2, '0.002', rowOf(bad)), [2, 1]);
  });

  test('good: a longer window by a change (sqs:RH10)', () => {
    const longer = [...start, change('m/1', 10, { queue, at: 2 })];
    holds(history([...longer, del('m/1', { queue, at: 10_001 })], at), 4);
    broken(history([...longer, del('m/1', { queue, at: 10_002 })], at), gone(3, '10.002', rowOf(bad)), [3, 1]);
  });

  test('a stale one deletes (sqs:U4)', () => {
    const stale = [...start, receive({ queue, at: 6000, v: 5, got }), del('m/1', { queue, at: 6001 })];
    const says = `delete #3 succeeded at 6.001 s, but the message was received again since: sqs:U4 asks for ${rowOf(bad)}`;
    broken(history(stale, at), says, [3, 1, 2]);
    holds(history(stale, { queues, level: 'documented' }), 4);
    holds(history([...stale.slice(0, 3), refuse(stale[3]!, bad)], at), 4);
  });

  test('good: a second delete, either answer (sqs:U5)', () => {
    const deleted = [...start, del('m/1', { queue, at: 2 })];
    for (const time of [3, 6000]) {
      holds(history([...deleted, del('m/1', { queue, at: time })], at), 4);
      holds(history([...deleted, refuse(del('m/1', { queue, at: time }), bad)], at), 4);
    }
  });

  test('good: a dead letter, either answer (sqs:X3)', () => {
    const dead = { queues: { 'f1.fifo': { ...fifo, ...redrive('f2.fifo', 1) }, 'f2.fifo': fifo } };
    const again = [...start, receive({ queue, at: 6000 })];
    holds(history([...again, del('m/1', { queue, at: 6001 })], dead), 4);
    holds(history([...again, refuse(del('m/1', { queue, at: 6001 }), bad)], dead), 4);
  });

  test('good: a change without known outcome decides nothing (sqs:OP6)', () => {
    const lost = [...start, change('m/1', 10, { queue, at: 2, unknown: true })];
    undecided(history([...lost, del('m/1', { queue, at: 6000 })], at), 1);
    undecided(history([...lost, refuse(del('m/1', { queue, at: 6000 }), bad)], at), 1);
  });

  test('good: late timers (sqs:B6)', () => {
    const late = { queues, early: 100, late: 2000 };
    undecided(history([...start, del('m/1', { queue, at: 6000 })], late), 1);
    holds(history([...start, refuse(del('m/1', { queue, at: 7001 }), bad)], late), 3);
  });

  test.each(['ReceiptHandleIsInvalid', 'InvalidParameterValueException', 'MessageNotInflight'] as const)(
    'good: a change with it may succeed or be refused with %s (sqs:U3)',
    (code) => {
      const late = change('m/1', 9, { queue, at: 6000 });
      holds(history([...start, late], at), 3);
      holds(history([...start, refuse(late, code)], at), 3);
    },
  );

  test('a change with a current one is refused', () =>
    broken(
      history([...start, refuse(change('m/1', 9, { queue, at: 2 }), bad)], at),
      `change #2 was refused with ${rowOf(bad)} at 0.002 s, but nothing is wrong with it`,
      [2, 1],
    ));
});

describe('sqs:F41 a receive attempt that is repeated', () => {
  const queue = 'f1.fifo';
  const input = { ReceiveRequestAttemptId: 'a' };
  const got = [delivered('m')];
  const start = [send('m', { queue }), receive({ queue, at: 1, v: 30, got, input })];
  const again = (time: number, more: object = {}) => receive({ queue, at: time, v: 30, input, ...more });
  const at = { queues };

  test.each([del('m/1', { queue, at: 2 }), change('m/1', 5, { queue, at: 2 })])(
    'after $call must be refused (sqs:E24)',
    (touch) => {
      const says = `receive #3 succeeded at 0.003 s, but a message of the receive that it repeats was deleted or changed since: sqs:F41 asks for ${rowOf(bad)}`;
      broken(history([...start, touch, again(3)], at), says, [3, 1]);
      holds(history([...start, touch, refuse(again(3), bad)], at), 4);
      holds(history([...start, touch, again(3)], { queues, level: 'documented' }), 4);
    },
  );

  test('is refused though nothing was touched (sqs:F40)', () => {
    holds(history([...start, again(3, { got: [delivered('m', { handle: 'm/1', count: 1 })] })], at), 3);
    const says = `receive #2 was refused with ${rowOf(bad)} at 0.003 s, but nothing is wrong with it`;
    broken(history([...start, refuse(again(3), bad)], at), says, [2]);
  });

  test('good: after the window or five minutes, either answer (sqs:U25)', () => {
    for (const time of [30_001, 300_001]) {
      holds(history([...start, again(time)], at), 3);
      holds(history([...start, refuse(again(time), bad)], at), 3);
    }
  });

  test('good: five minutes after the first, though it was repeated since (sqs:U25)', () => {
    const first = receive({ queue, at: 1, v: 300, got, input });
    const repeated = again(300_000, { got: [delivered('m', { handle: 'm/1', count: 1 })] });
    const touch = change('m/1', 0, { queue, at: 300_001 });
    holds(history([start[0]!, first, repeated, touch, again(300_002, { got })], at), 5);
  });

  test('good: the first one came back empty (sqs:F43)', () => {
    const empty = [receive({ queue, at: 0, input }), send('m', { queue, at: 1 })];
    holds(history([...empty, again(2, { got })], at), 3);
    const says = `receive #2 was refused with ${rowOf(bad)} at 0.002 s, but nothing is wrong with it`;
    broken(history([...empty, refuse(again(2), bad)], at), says, [2]);
  });

  test('good: the first one has no known outcome', () => {
    const lost = [start[0]!, receive({ queue, at: 1, unknown: true, input })];
    holds(history([...lost, again(2)], at), 2);
    holds(history([...lost, refuse(again(2), bad)], at), 2);
  });
});

test('sqs:E4 FifoQueue true on another name is refused with either code (sqs:CQ1, sqs:CQ3)', () => {
  const draft = create(fifo, {}, 'n');
  for (const code of [bad, 'InvalidAttributeName'] as const) holds(history([refuse(draft, code)], { queues }), 1);
  const says = `${named(draft)} succeeded at 0 s, but the name of a FIFO queue ends in .fifo: sqs:E4 asks for ${rowOf(bad)}`;
  broken(history([draft], { queues }), says, [0]);
});

describe('sqs:CQ4 a create of a FIFO queue that exists, without attributes', () => {
  const again = create(undefined, {}, 'f1.fifo');

  test('good: taken, or refused for want of FifoQueue (sqs:CQ2)', () => {
    holds(history([again], { queues }), 1);
    holds(history([refuse(again, bad)], { queues }), 1);
  });

  test('is refused for another reason', () => {
    const says = `create queue #0 was refused with ${rowOf('QueueNameExists')} at 0 s`;
    const only = `all that may be wrong is that a name with .fifo needs FifoQueue true: sqs:CQ2 would allow ${rowOf(bad)}`;
    broken(history([refuse(again, 'QueueNameExists')], { queues }), `${says}, but ${only}`, [0]);
  });

  test('is taken, but the queue was deleted', () => {
    const gone = op('DeleteQueue', { QueueUrl: 'f1.fifo' });
    const says = `create queue #1 succeeded at 60.001 s, but a name with .fifo needs FifoQueue true: sqs:CQ2 asks for ${rowOf(bad)}`;
    broken(history([gone, create(undefined, { at: 60_001 }, 'f1.fifo')], { queues }), says, [1]);
  });
});
