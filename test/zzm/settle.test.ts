import { describe, expect, test } from 'vitest';
import type { ChangeEntry, DeleteEntry } from '../../src/core/calls.js';
import {
  ask,
  change,
  changeBatch,
  counters,
  del,
  delBatch,
  receive,
  Service,
  type Story,
  send,
  sendBatch,
  tellAll,
} from './service.js';

const three: Story['lines'] = [
  [0, sendBatch(['a', 'b', 'c']), 'a ok, b ok, c ok'],
  [0, receive({ max: 10 }), 'a b c'],
];
const whole = 'AWS.SimpleQueueService.';
const garbage = 'ReceiptHandleIsInvalid';
const outside = 'InvalidParameterValue';
const dels = (...Entries: DeleteEntry[]) => ask('DeleteMessageBatch', { Entries });
const changes = (...Entries: ChangeEntry[]) => ask('ChangeMessageVisibilityBatch', { Entries });
const entry = (Id: string, ReceiptHandle = 'q/1/1') => ({ Id, ReceiptHandle });
const eleven = Array.from({ length: 11 }, (_, k) => entry(String(k)));
const badIds = ['', 'a b', 'a.b', 'i'.repeat(81)];

const stories: Story[] = [
  {
    rule: 'a delete of one message leaves the others (sqs:DM1)',
    lines: [...three, [1, del('b/1')], [1, counters, '0 2 0'], [30_000, receive({ max: 10 }), 'a c']],
  },
  {
    rule: 'a delete works on a message in flight under another consumer (sqs:DM1)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 1 }), 'a'],
      [1000, receive(), 'a'],
      [1001, del('a/1')],
      [1001, counters, '0 0 0'],
    ],
  },
  {
    rule: 'a batch of deletes deletes entry by entry (sqs:DB1, sqs:DB2, sqs:OP7)',
    lines: [
      ...three,
      [1, delBatch('a/1', 'nobody', 'c/1'), `1 ok, 3 ok, 2 ${garbage}`],
      [30_000, receive({ max: 10 }), 'b'],
    ],
  },
  {
    rule: 'the same handle twice in a batch is deleted twice (sqs:DB2, sqs:RH4)',
    lines: [...three, [1, delBatch('a/1', 'a/1'), '1 ok, 2 ok'], [1, counters, '0 2 0']],
  },
  {
    rule: 'a batch of deletes is whole or nothing in its envelope (sqs:DB1, sqs:E30, sqs:E31, sqs:E32, sqs:E33)',
    lines: [
      ...three,
      [1, dels(), `${whole}EmptyBatchRequest`],
      [1, dels(...eleven), `${whole}TooManyEntriesInBatchRequest`],
      ...badIds.map((id): Story['lines'][0] => [1, dels(entry('x'), entry(id)), `${whole}InvalidBatchEntryId`]),
      [1, dels(entry('x'), entry('x')), `${whole}BatchEntryIdsNotDistinct`],
      [1, counters, '0 3 0'],
    ],
  },
  {
    rule: 'a visibility change takes 0 to 43,200 s (sqs:CV1, sqs:CV2)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [0, change('a/1', 43_201), outside],
      [0, change('a/1', -1), outside],
      [0, change('a/1', 1.5), outside],
      [0, change('a/1', 43_200)],
      [1, change('a/1', 0)],
    ],
  },
  {
    rule: 'a batch of changes changes entry by entry (sqs:CB1, sqs:OP7)',
    lines: [
      ...three,
      [1, changeBatch(0, 'a/1', 'nobody', 'c/1'), `1 ok, 3 ok, 2 ${garbage}`],
      [1, receive({ max: 10 }), 'a c'],
    ],
  },
  {
    rule: 'each entry of a batch of changes has its own timeout (sqs:CB1, sqs:V7)',
    lines: [
      ...three,
      [
        0,
        ({ service, ...scene }) =>
          changes(
            { ...entry('1', service.handle('a/1')), VisibilityTimeout: 1 },
            { ...entry('2', service.handle('b/1')), VisibilityTimeout: 43_201 },
            { ...entry('3', service.handle('c/1')), VisibilityTimeout: 2 },
          )({ service, ...scene }),
        `1 ok, 3 ok, 2 ${outside}`,
      ],
      [1000, receive({ max: 10 }), 'a'],
      [2000, receive({ max: 10 }), 'c'],
    ],
  },
  {
    rule: 'an entry of a batch of changes without a timeout fails alone (sqs:CB1)',
    lines: [...three, [1, changes(entry('a')), 'a MissingParameter'], [1, counters, '0 3 0']],
  },
  {
    rule: 'a batch of changes is whole or nothing in its envelope (sqs:CB1, sqs:E30, sqs:E31, sqs:E32, sqs:E33)',
    lines: [
      ...three,
      [1, changes(), `${whole}EmptyBatchRequest`],
      [1, changes(...eleven), `${whole}TooManyEntriesInBatchRequest`],
      ...badIds.map((id): Story['lines'][0] => [1, changes(entry('x'), entry(id)), `${whole}InvalidBatchEntryId`]),
      [1, changes(entry('x'), entry('x')), `${whole}BatchEntryIdsNotDistinct`],
      [1, counters, '0 3 0'],
    ],
  },
];

describe('delete and change', () => {
  tellAll(stories);

  test('deletes and changes answer with nothing (sqs:DM1, sqs:CV1)', () => {
    const service = new Service();
    service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a' });
    const { ReceiptHandle } = service.receive(0)[0]!;
    const handle = { QueueUrl: 'q', ReceiptHandle };
    expect(service.ok(1, 'ChangeMessageVisibility', { ...handle, VisibilityTimeout: 9 })).toEqual({});
    expect(service.ok(1, 'DeleteMessage', handle)).toEqual({});
  });

  test('a failed entry tells code, fault and text, and empty lists are absent (sqs:DB2, sqs:SB9)', () => {
    const service = new Service();
    service.ok(0, 'SendMessage', { QueueUrl: 'q', MessageBody: 'a' });
    const { ReceiptHandle } = service.receive(0)[0]!;
    const failed = {
      Id: 'x',
      Code: 'ReceiptHandleIsInvalid',
      SenderFault: true,
      Message: 'The input receipt handle "nobody" is not a valid receipt handle.',
    };
    for (const call of ['ChangeMessageVisibilityBatch', 'DeleteMessageBatch'] as const) {
      const answerTo = (Id: string, handle: string) =>
        service.ok(1, call, { QueueUrl: 'q', Entries: [{ Id, ReceiptHandle: handle, VisibilityTimeout: 5 }] });
      expect(answerTo('x', 'nobody')).toEqual({ Failed: [failed] });
      expect(answerTo('y', ReceiptHandle)).toEqual({ Successful: [{ Id: 'y' }] });
    }
  });
});
