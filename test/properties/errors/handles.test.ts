import { describe, test } from 'vitest';
import { errors } from '../../../properties/errors.js';
import { change, del, delivered, history, receive, send } from '../../histories.js';
import { verdictsOf } from '../../verdicts.js';
import { purge, queues, redrive, refuse } from './drafts.js';

const { broken, holds, undecided } = verdictsOf(errors);

describe('sqs:RH1 which handle does what', () => {
  const got = [delivered('m0')];
  const start = [send('m0'), receive({ at: 1, v: 5, got })];
  const nothing = 'but nothing is wrong with it';

  test('a stale handle is refused (sqs:RH3)', () =>
    broken(
      history([...start, receive({ at: 6000, got }), refuse(del('m0/1', { at: 6001 }), 'ReceiptHandleIsInvalid')]),
      `delete #3 was refused with ReceiptHandleIsInvalid (404) at 6.001 s, ${nothing}`,
      [3, 1],
    ));

  test('a second delete is refused (sqs:RH4)', () =>
    broken(
      history([...start, del('m0/1', { at: 2 }), refuse(del('m0/1', { at: 3 }), 'ReceiptHandleIsInvalid')]),
      `delete #3 was refused with ReceiptHandleIsInvalid (404) at 0.003 s, ${nothing}`,
      [3, 1],
    ));

  test('good: expired (sqs:RH2), deleted (sqs:RH4), stale (sqs:RH3) handles delete', () =>
    holds(
      history([
        ...start,
        receive({ at: 6000, v: 1, got }),
        del('m0/1', { at: 7002 }),
        del('m0/2', { at: 7003 }),
        del('m0/2', { at: 7004 }),
      ]),
      6,
    ));

  test.each([
    ['expired by retention (sqs:RH5)', [del('m0/1', { at: 70_000 })], { q1: { MessageRetentionPeriod: '60' } }],
    ['purged (sqs:PQ5)', [purge({ at: 2 }), del('m0/1', { at: 3 })], { q1: {} }],
  ])('the handle of a message that was %s', (_, ops, queues) => {
    holds(history([...start, ...ops], { queues }), 2 + ops.length);
    const last = ops.length + 1;
    const refused = [...ops.slice(0, -1), refuse(ops.at(-1)!, 'ReceiptHandleIsInvalid')];
    const at = ops.at(-1)!.at! / 1000;
    broken(
      history([...start, ...refused], { queues }),
      `delete #${last} was refused with ReceiptHandleIsInvalid (404) at ${at} s, ${nothing}`,
      [last, 1],
    );
  });

  test('a handle of another queue deletes (sqs:RH13)', () => {
    const ops = [...start, del('m0/1', { at: 2, queue: 'q2' })];
    broken(
      history(ops, { queues }),
      'delete #2 succeeded at 0.002 s, but the handle is of another queue: sqs:U6 asks for ReceiptHandleIsInvalid (404)',
      [2, 1],
    );
    holds(history(ops, { queues, level: 'documented' }), 3);
  });

  test('a stale handle is refused a change while the message is in flight (sqs:RH6)', () =>
    broken(
      history([...start, receive({ at: 6000, got }), refuse(change('m0/1', 0, { at: 6001 }), 'MessageNotInflight')]),
      `change #3 was refused with MessageNotInflight (400, AWS.SimpleQueueService.MessageNotInflight) at 6.001 s, ${nothing}`,
      [3, 1],
    ));

  test('good: a change after the window succeeds or finds the message not in flight (sqs:RH7, sqs:E26)', () => {
    holds(history([...start, change('m0/1', 9, { at: 6000 })]), 3);
    holds(history([...start, refuse(change('m0/1', 9, { at: 6000 }), 'MessageNotInflight')]), 3);
  });

  test('but no other refusal (sqs:RH7)', () =>
    broken(
      history([...start, refuse(change('m0/1', 9, { at: 6000 }), 'ReceiptHandleIsInvalid')]),
      'change #2 was refused with ReceiptHandleIsInvalid (404) at 6 s, but all that may be wrong is that the message is not in flight: sqs:RH7 would allow MessageNotInflight (400, AWS.SimpleQueueService.MessageNotInflight)',
      [2],
    ));

  test('a change after the delete succeeds (sqs:RH8, sqs:E22)', () => {
    const ops = [...start, del('m0/1', { at: 2 }), change('m0/1', 9, { at: 3 })];
    broken(
      history(ops),
      'change #3 succeeded at 0.003 s, but the message is gone: sqs:RH8 asks for InvalidParameterValueException (400, InvalidParameterValue)',
      [3, 1, 2],
    );
    holds(history(ops, { level: 'documented' }), 4);
  });

  test('good: after a delete with a stale handle the change may do either (sqs:RH3)', () => {
    const stale = [...start, receive({ at: 6000, got }), del('m0/1', { at: 6001 })];
    holds(history([...stale, change('m0/2', 9, { at: 6002 })]), 5);
    holds(history([...stale, refuse(change('m0/2', 9, { at: 6002 }), 'InvalidParameterValueException')]), 5);
  });

  test('a delete without known outcome decides nothing (sqs:OP6)', () => {
    const lost = [...start, del('m0/1', { at: 2, unknown: true })];
    undecided(history([...lost, change('m0/1', 9, { at: 3 })]), 1);
    undecided(history([...lost, refuse(change('m0/1', 9, { at: 3 }), 'InvalidParameterValueException')]), 1);
  });

  test('good: on AWS a receive whose answer was lost may have brought a second copy, and let the message move (sqs:N3)', () => {
    const queues = { q1: redrive('q2', 2), q2: {} };
    const lost = [...start, receive({ at: 2, v: 0, unknown: true }), receive({ at: 3 })];
    const refused = refuse(change('m0/1', 0, { at: 4 }), 'InvalidParameterValueException');
    holds(history([...lost, refused], { queues, level: 'documented' }), 4);
    broken(
      history([...lost, refused], { queues }),
      `change #4 was refused with InvalidParameterValueException (400, InvalidParameterValue) at 0.004 s, ${nothing}`,
      [4, 1],
    );
  });

  test('good: a message that may have been moved (sqs:X3)', () => {
    const policy = { q1: redrive('q2', 1), q2: {} };
    const empty = [...start, receive({ at: 6000 })];
    holds(history([...empty, change('m0/1', 9, { at: 6001 })], { queues: policy }), 4);
    holds(
      history([...empty, refuse(change('m0/1', 9, { at: 6001 }), 'InvalidParameterValueException')], {
        queues: policy,
      }),
      4,
    );
  });

  const outOfFlight = [
    ', or that the message is gone: sqs:RH8 would allow InvalidParameterValueException (400, InvalidParameterValue)',
    ', or that the message is not in flight: sqs:RH7 would allow MessageNotInflight (400, AWS.SimpleQueueService.MessageNotInflight)',
  ].join('');

  test.each([
    ['delete', del('m0/1', { at: 6001 })],
    ['change', change('m0/1', 9, { at: 6001 })],
  ])('good: its handle may be refused a %s as if it were none (sqs:PQ5)', (call, settle) => {
    const policy = { queues: { q1: redrive('q2', 1), q2: {} } };
    const late = (empty: number, settling = settle) => [...start, receive({ at: empty }), settling];
    holds(history(late(6000), policy), 4);
    holds(history(late(6000, refuse(settle, 'ReceiptHandleIsInvalid')), policy), 4);
    broken(
      history(late(6000, refuse(settle, 'InvalidAttributeValue')), policy),
      `${call} #3 was refused with InvalidAttributeValue (400) at 6.001 s, but all that may be wrong is that the message may have left the queue: sqs:PQ5 would allow ReceiptHandleIsInvalid (404)${call === 'change' ? outOfFlight : ''}`,
      [3],
    );
  });

  test.each([
    ['that cannot have moved', {}, 6001],
    ['in flight', { q1: redrive('q2', 1), q2: {} }, 2],
  ])('the handle of a message %s is refused a delete', (_, queues, at) =>
    broken(
      history([...start, refuse(del('m0/1', { at }), 'ReceiptHandleIsInvalid')], { queues: { q1: {}, ...queues } }),
      `delete #2 was refused with ReceiptHandleIsInvalid (404) at ${at / 1000} s, ${nothing}`,
      [2, 1],
    ),
  );
});

describe('sqs:V8 the cap of 12 h', () => {
  const start = [send('m0'), receive({ at: 1, v: 43_000, got: [delivered('m0')] })];

  test('one tick over it (sqs:CV2, sqs:E23)', () =>
    broken(
      history([...start, change('m0/1', 400, { at: 42_800_002 })]),
      'change #2 succeeded at 42800.002 s, but the receipt would hide its message for more than 43200 s in all: sqs:V8 asks for InvalidParameterValueException (400, InvalidParameterValue)',
      [2, 1],
    ));

  test('exactly at it is refused', () =>
    broken(
      history([...start, refuse(change('m0/1', 400, { at: 42_800_001 }), 'InvalidParameterValueException')]),
      'change #2 was refused with InvalidParameterValueException (400, InvalidParameterValue) at 42800.001 s, but nothing is wrong with it',
      [2, 1],
    ));

  test('good: each receipt has its own', () => {
    const again = receive({ at: 43_000_001, v: 30, got: [delivered('m0')] });
    holds(history([...start, again, change('m0/2', 43_199, { at: 43_000_002 })]), 4);
  });

  test('good: at most 43,200 s right after the receive is over it', () =>
    holds(history([...start, refuse(change('m0/1', 43_200, { at: 2 }), 'InvalidParameterValueException')]), 3));

  test('good: within the tolerance of the timers both', () => {
    const frame = { early: 1000 };
    holds(history([...start, change('m0/1', 43_200, { at: 2 })], frame), 3);
    holds(history([...start, refuse(change('m0/1', 43_200, { at: 2 }), 'InvalidParameterValueException')], frame), 3);
  });
});
