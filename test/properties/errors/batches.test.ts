import { describe, test } from 'vitest';
import { errors } from '../../../properties/errors.js';
import { del, delivered, history, receive, send } from '../../histories.js';
import { verdictsOf } from '../../verdicts.js';
import { entries, named, queues, refuse, type SendEntries, sendBatch, settleBatch } from './drafts.js';

const { broken, holds } = verdictsOf(errors);

describe('sqs:OP7 batch entries', () => {
  const mixed: SendEntries = [
    { Id: 'a', MessageBody: 'm1' },
    { Id: 'b', MessageBody: '\u0001' },
    { Id: 'c', MessageBody: 'm3', DelaySeconds: 901 },
    { Id: 'd', MessageBody: 'x'.repeat(1025) },
  ];
  const right = { b: 'InvalidMessageContents', c: 'InvalidParameterValue', d: 'InvalidParameterValue' };

  test('good: each fails with its legacy code (sqs:SB3, sqs:SB4, sqs:SB5)', () =>
    holds(history([sendBatch(mixed, right)], { queues }), 4));

  test('a wrong entry is sent', () =>
    broken(
      history([sendBatch(mixed, { b: right.b, d: right.d })], { queues }),
      'send batch #0, entry c, succeeded at 0 s, but DelaySeconds is not 0 to 900: sqs:SM5 asks for InvalidParameterValue',
      [0],
    ));

  test('a wrong entry fails with the JSON name instead (sqs:SB5)', () =>
    broken(
      history([sendBatch(mixed, { ...right, c: 'InvalidParameterValueException' })], { queues }),
      'send batch #0, entry c, was refused with InvalidParameterValueException at 0 s, but DelaySeconds is not 0 to 900: sqs:SM5 asks for InvalidParameterValue',
      [0],
    ));

  test('a right entry fails with the wrong ones', () =>
    broken(
      history([sendBatch(mixed, { a: 'InvalidParameterValue', ...right })], { queues }),
      'send batch #0, entry a, was refused with InvalidParameterValue at 0 s, but nothing is wrong with it',
      [0],
    ));

  test('one wrong entry fails the whole batch', () =>
    broken(
      history([refuse(sendBatch(mixed), 'InvalidParameterValueException')], { queues }),
      'send batch #0 was refused with InvalidParameterValueException (400, InvalidParameterValue) at 0 s, but nothing is wrong with it',
      [0],
    ));

  test('good: an empty body fails its entry or the batch (sqs:SM2)', () => {
    const empty = [...entries(1), { Id: 'x', MessageBody: '' }];
    holds(history([sendBatch(empty, { x: 'MissingParameter' })]), 2);
    holds(history([refuse(sendBatch(empty), 'MissingRequiredParameterException')]), 1);
  });

  const start = [send('m0'), receive({ at: 1, got: [delivered('m0')] })];
  const handles = [
    { Id: 'a', ReceiptHandle: 'm0/1', VisibilityTimeout: 1 },
    { Id: 'b', ReceiptHandle: 'garbage', VisibilityTimeout: 1 },
  ];
  test.each(['DeleteMessageBatch', 'ChangeMessageVisibilityBatch'] as const)(
    '%s with a garbage handle (sqs:DB2)',
    (call) => {
      const batch = settleBatch(call, handles, { b: 'ReceiptHandleIsInvalid' }, { at: 2 });
      holds(history([...start, batch]), 4);
      const all = settleBatch(call, handles, {}, { at: 2 });
      broken(
        history([...start, all]),
        `${named(all, 2)}, entry b, succeeded at 0.002 s, but the handle was never issued: sqs:RH1 asks for ReceiptHandleIsInvalid`,
        [2],
      );
    },
  );

  test('a change of a deleted message, as an entry (sqs:RH8)', () => {
    const batch = settleBatch('ChangeMessageVisibilityBatch', handles.slice(0, 1), {}, { at: 3 });
    broken(
      history([...start, del('m0/1', { at: 2 }), batch]),
      'change batch #3, entry a, succeeded at 0.003 s, but the message is gone: sqs:RH8 asks for InvalidParameterValue',
      [3, 1, 2],
    );
  });

  test('good: an entry lost to the service itself', () => {
    const batch = settleBatch('DeleteMessageBatch', handles.slice(0, 1), { a: 'InternalError' }, { at: 2 });
    holds(history([...start, batch]), 2);
  });
});
