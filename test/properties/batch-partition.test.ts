import { describe, test } from 'vitest';
import { batchPartition } from '../../properties/batch-partition.js';
import { delivered, history, ok, op, receive, send, sendResult } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(batchPartition);

const success = (Id: string, body: string) => ({ Id, ...sendResult(body) });
const failure = (Id: string) => ({ Id, Code: 'InvalidParameterValue', SenderFault: true });
const entries = [
  { Id: 'a', MessageBody: 'm0.1' },
  { Id: 'b', MessageBody: 'm0.2' },
];
const batch = (output: object, when: object = {}) =>
  op('SendMessageBatch', { QueueUrl: 'q1', Entries: entries }, ok(output), when);
const halfFailed = batch({ Successful: [success('a', 'm0.1')], Failed: [failure('b')] });

describe('sqs:I20 batch partition', () => {
  test.each([
    ['entry b nowhere', { Successful: [success('a', 'm0.1')] }],
    ['entry a nowhere', {}],
    ['entry a 2 times', { Successful: [success('a', 'm0.1'), success('b', 'm0.2')], Failed: [failure('a')] }],
    ['entry b 2 times', { Failed: [failure('a'), failure('b'), failure('b')] }],
    ['entry c, which was not sent', { Failed: [failure('a'), failure('b'), failure('c')] }],
  ])('%s', (what, output) => {
    broken(history([batch(output)]), `the answer to send batch #0 lists ${what}`, [0]);
  });

  test.each(['DeleteMessageBatch', 'ChangeMessageVisibilityBatch'] as const)('%s (sqs:DB2, sqs:CB1)', (call) => {
    const Entries = [{ Id: 'a', ReceiptHandle: 'garbage', VisibilityTimeout: 0 }];
    const name = call === 'DeleteMessageBatch' ? 'delete batch' : 'change batch';
    broken(
      history([op(call, { QueueUrl: 'q1', Entries }, ok())]),
      `the answer to ${name} #0 lists entry a nowhere`,
      [0],
    );
    holds(history([op(call, { QueueUrl: 'q1', Entries }, ok({ Failed: [failure('a')] }))]), 1);
  });

  test.each(['strict', 'documented'] as const)('a failed entry is delivered, %s (sqs:OP7)', (level) => {
    broken(
      history([halfFailed, receive({ at: 1, got: [delivered('m0.2')] })], { level }),
      'receive #1 delivered the body of entry b, which send batch #0 had refused',
      [1, 0],
    );
  });

  test('tempting: a failed entry was sent again', () => {
    holds(history([halfFailed, send('m0.2', { at: 1 }), receive({ at: 2, got: [delivered('m0.2')] })]), 1);
  });

  test('tempting: nothing failed and the member is absent, or empty (sqs:SB9)', () => {
    const Successful = [success('b', 'm0.2'), success('a', 'm0.1')];
    holds(history([batch({ Successful }), batch({ Successful, Failed: [] }, { at: 1 })]), 2);
  });

  test('a failed entry may have come with another send without a known outcome', () => {
    const again = send('m0.2', { at: 1, unknown: true });
    holds(history([halfFailed, again, receive({ at: 2, got: [delivered('m0.2')] })]), 1);
  });

  test('a refused or lost call says nothing of its entries', () => {
    holds(history([batch({}, { refused: 'TooManyEntriesInBatchRequest' }), batch({}, { at: 1, unknown: true })]), 0);
  });
});
