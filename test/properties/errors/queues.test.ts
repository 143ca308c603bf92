import { describe, test } from 'vitest';
import { errors } from '../../../properties/errors.js';
import { history, receive, send } from '../../histories.js';
import { verdictsOf } from '../../verdicts.js';
import { create, deleteQueue, purge, refuse, set } from './drafts.js';

const { broken, holds, undecided } = verdictsOf(errors);

describe('sqs:OP1 queues that come and go', () => {
  const gone = 'QueueDoesNotExist (400, AWS.SimpleQueueService.NonExistentQueue)';

  test('a call on a deleted queue succeeds (sqs:DQ1)', () =>
    broken(
      history([deleteQueue(), send('m', { at: 1 })]),
      `send #1 succeeded at 0.001 s, but the queue does not exist: sqs:OP1 asks for ${gone}`,
      [1, 0],
    ));

  test('good: the second deletion is refused', () =>
    holds(history([deleteQueue(), refuse(deleteQueue({ at: 1 }), 'QueueDoesNotExist')]), 2));

  test('good: on AWS it may be there for another minute (sqs:DQ2)', () =>
    holds(history([deleteQueue(), send('m', { at: 59_000 })], { level: 'documented' }), 2));

  test('a deletion without known outcome decides nothing', () => {
    undecided(history([deleteQueue({ unknown: true }), send('m', { at: 1 })]), 1);
    undecided(history([deleteQueue({ unknown: true }), refuse(send('m', { at: 1 }), 'QueueDoesNotExist')]), 1);
  });

  test('but an answer that fits neither world is wrong', () =>
    broken(
      history([deleteQueue({ unknown: true }), refuse(send('m', { at: 1 }), 'InvalidAttributeName')]),
      `send #1 was refused with InvalidAttributeName (400) at 0.001 s, but all that may be wrong is that the queue does not exist: sqs:OP1 would allow ${gone}`,
      [1, 0],
    ));

  test('good: a long poll on a queue that is deleted meanwhile (sqs:DQ3)', () =>
    holds(history([refuse(receive({ wait: 20, to: 5000 }), 'QueueDoesNotExist'), deleteQueue({ at: 5000 })]), 2));

  test('a long poll fails when its queue is deleted meanwhile (sqs:I23, sqs:OP6)', () => {
    const reply = { kind: 'error', code: 'InternalFailure', status: 500, message: 'nil map' } as const;
    const crash = { ...receive({ wait: 20, to: 5000 }), reply };
    const ops = [crash, deleteQueue({ at: 5000 })];
    broken(history(ops), 'receive #0 failed with InternalFailure (500) at 5 s, but no call may fail so (sqs:I23)', [0]);
    holds(history(ops, { level: 'documented' }), 1);
  });

  test('good: created, used, deleted, created again', () =>
    holds(
      history([create(), send('m', { at: 1 }), deleteQueue({ at: 2 }), create({ DelaySeconds: '1' }, { at: 60_002 })], {
        queues: {},
      }),
      4,
    ));

  test('a new queue compares with the attributes it was created with, and then set to (sqs:CQ5)', () => {
    const ops = [
      create({ DelaySeconds: '1' }),
      set({ DelaySeconds: '2' }, { at: 1 }),
      create({ DelaySeconds: '1' }, { at: 2 }),
    ];
    broken(
      history(ops, { queues: {} }),
      'create queue #2 succeeded at 0.002 s, but the queue exists with other attributes: sqs:CQ5 asks for QueueNameExists (400, QueueAlreadyExists)',
      [2, 1],
    );
  });

  test('good: on AWS the old value may be seen for a minute (sqs:A30)', () =>
    holds(history([set({ DelaySeconds: '2' }), create({ DelaySeconds: '0' }, { at: 1 })], { level: 'documented' }), 2));
});

describe('sqs:B5 the guards of 60 s', () => {
  const asks = 'asks for PurgeQueueInProgress (403, AWS.SimpleQueueService.PurgeQueueInProgress)';

  test('a second purge one tick early (sqs:E7, sqs:A31)', () =>
    broken(
      history([purge(), purge({ at: 59_999 })]),
      `purge #1 succeeded at 59.999 s, but the last purge was less than 60 s ago: sqs:PQ1 ${asks}`,
      [1, 0],
    ));

  test('a second purge in time is refused', () =>
    broken(
      history([purge(), refuse(purge({ at: 60_000 }), 'PurgeQueueInProgress')]),
      'purge #1 was refused with PurgeQueueInProgress (403, AWS.SimpleQueueService.PurgeQueueInProgress) at 60 s, but nothing is wrong with it',
      [1],
    ));

  test('a name used again one tick early (sqs:E6, sqs:A32)', () =>
    broken(
      history([deleteQueue(), create(undefined, { at: 59_999 })]),
      'create queue #1 succeeded at 59.999 s, but the name was deleted less than 60 s ago: sqs:CQ8 asks for QueueDeletedRecently (400, AWS.SimpleQueueService.QueueDeletedRecently)',
      [1, 0],
    ));

  test('good: a refused purge starts no guard', () =>
    holds(history([purge(), refuse(purge({ at: 59_999 }), 'PurgeQueueInProgress'), purge({ at: 60_000 })]), 3));

  test('a purge without known outcome decides nothing', () => {
    undecided(history([purge({ unknown: true }), purge({ at: 1 })]), 1);
    undecided(history([purge({ unknown: true }), refuse(purge({ at: 1 }), 'PurgeQueueInProgress')]), 1);
  });

  test('good: within the tolerance of the timers both', () => {
    const frame = { early: 1000, late: 2000 };
    undecided(history([purge(), purge({ at: 59_500 })], frame), 1);
    undecided(history([purge(), refuse(purge({ at: 61_500 }), 'PurgeQueueInProgress')], frame), 1);
  });

  test('good: at the documented level an endpoint may have switched them off', () => {
    holds(history([purge(), purge({ at: 1 })], { level: 'documented' }), 2);
    holds(history([purge(), refuse(purge({ at: 1 }), 'PurgeQueueInProgress')], { level: 'documented' }), 2);
  });
});
