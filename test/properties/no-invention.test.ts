import { describe, test } from 'vitest';
import { noInvention } from '../../properties/no-invention.js';
import { delivered, history, md5, ok, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(noInvention);

describe('sqs:I1 no phantom', () => {
  test('a body that nobody sent', () => {
    broken(
      history([receive({ at: 5, got: [delivered('m1')] })]),
      'receive #0 delivered message id-m1 with body "m1", which nobody sent',
      [0],
    );
  });

  test('a sent body under another MessageId (sqs:D4)', () => {
    broken(
      history([send('m0'), receive({ at: 5, got: [delivered('m0', { id: 'other' })] })]),
      'receive #1 delivered message other with body "m0", which send #0 sent as message id-m0 and nobody else',
      [1, 0],
    );
  });

  test('a message delivered before its send began', () => {
    broken(
      history([receive({ at: 0, got: [delivered('m1')] }), send('m1', { at: 1000 })]),
      'receive #0 delivered m1 at 0 s, but send #1 began to send it at 1 s',
      [0, 1],
    );
  });

  test('the body of a refused send', () => {
    broken(
      history([send('m0', { refused: 'RequestThrottled' }), receive({ at: 5, got: [delivered('m0')] })]),
      'receive #1 delivered message id-m0 with body "m0", which send #0 was not allowed to send',
      [1, 0],
    );
  });

  test('more messages than sends whose outcome is unknown (sqs:N11)', () => {
    const got = [delivered('m0', { id: 'a' }), delivered('m0', { id: 'b' })];
    broken(
      history([send('m0', { unknown: true }), receive({ at: 5, got })]),
      'receive #1 delivered m0 as message number 2, but only 1 send of it (send #0) may have arrived',
      [1, 0],
    );
  });

  test('a second message of a body before the second send of it', () => {
    const got = [delivered('m0', { id: 'a' }), delivered('m0', { id: 'b' })];
    broken(
      history([send('m0', { unknown: true }), receive({ at: 5, got }), send('m0', { at: 9, step: 0, unknown: true })]),
      'receive #1 delivered m0 at 0.005 s, but send #2 began to send it at 0.009 s',
      [1, 2],
    );
  });
});

describe('sqs:I1 tempting, but good', () => {
  test('a lost reply and its repetition make two messages, also on the documented level (sqs:N11)', () => {
    const ops = [
      send('m0', { unknown: true }),
      send('m0', { at: 1, step: 0, unknown: true }),
      send('m0', { at: 2, step: 0, id: 'a' }),
      receive({ at: 5, got: [delivered('m0', { id: 'a' }), delivered('m0', { id: 'b' })] }),
      receive({ at: 9, got: [delivered('m0', { id: 'c' })] }),
    ];
    holds(history(ops), 3);
    holds(history(ops, { level: 'documented' }), 3);
  });

  test('an entry that the answer to its batch lists nowhere, or one whose Id another entry has too (sqs:OP7, sqs:E33)', () => {
    const batch = (ids: string[], Successful: object[]) => {
      const Entries = ids.map((Id, k) => ({ Id, MessageBody: `m0.${k}` }));
      return op('SendMessageBatch', { QueueUrl: 'q1', Entries }, ok({ Successful }));
    };
    const first = receive({ at: 5, got: [delivered('m0.0', { id: 'x' })] });
    holds(history([batch(['a'], []), first]), 1);
    const second = receive({ at: 5, got: [delivered('m0.1', { id: 'x' })] });
    holds(history([batch(['a', 'a'], [{ Id: 'a', MessageId: 'x', MD5OfMessageBody: md5('m0.1') }]), second]), 1);
  });

  test('a long poll that began before the send', () => {
    holds(history([receive({ at: 0, to: 8, wait: 20, got: [delivered('m1')] }), send('m1', { at: 8 })]), 1);
  });
});
