import { describe, test } from 'vitest';
import { noDeliveryAfterDelete } from '../../properties/no-delivery-after-delete.js';
import { arnOf } from '../../src/core/calls.js';
import { change, del, delivered, history, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(noDeliveryAfterDelete);

const got = [delivered('m0')];
const first = [send('m0'), receive({ at: 10, v: 2, got })];
const back = (del: number, at: string, by = 0) =>
  `receive #${del + 1} delivered m0 at ${at}, but delete #${del} had deleted it by 1 s with its latest handle, that of receive #${by}`;

const to = (queue: string, maxReceiveCount = 1) => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(queue), maxReceiveCount }),
});

describe('sqs:I6 no delivery after delete', () => {
  test('deleted inside the window, and back after it', () => {
    const ops = [...first, del('m0/1', { at: 1000 }), receive({ at: 5000, got })];
    broken(history(ops), back(2, '5 s', 1), [3, 2, 1]);
  });

  test('deleted with its latest handle after the window (sqs:RH2)', () => {
    const ops = [...first, del('m0/1', { at: 3000 }), receive({ at: 5000, got })];
    broken(
      history(ops),
      'receive #3 delivered m0 at 5 s, but delete #2 had deleted it by 3 s with its latest handle, that of receive #1',
      [3, 2, 1],
    );
  });

  test('deleted in a batch', () => {
    const input = { QueueUrl: 'q1', Entries: [{ Id: 'a', ReceiptHandle: 'm0/1' }] };
    const batch = op('DeleteMessageBatch', input, { kind: 'ok', output: { Successful: [{ Id: 'a' }] } }, { at: 1000 });
    broken(
      history([...first, batch, receive({ at: 5000, got })]),
      'receive #3 delivered m0 at 5 s, but delete batch #2 had deleted it by 1 s with its latest handle, that of receive #1',
      [3, 2, 1],
    );
  });

  test('a purge is no excuse', () => {
    const purge = op('PurgeQueue', { QueueUrl: 'q1' }, undefined, { at: 1001 });
    broken(
      history([...first, del('m0/1', { at: 1000 }), purge, receive({ at: 5000, got })]),
      'receive #4 delivered m0 at 5 s, but delete #2 had deleted it by 1 s with its latest handle, that of receive #1',
      [4, 2, 1],
    );
  });

  test('deleted in flight, and yet in the dead-letter queue (sqs:X7)', () => {
    const ops = [...first, del('m0/1', { at: 1000 }), receive({ at: 5000, queue: 'dead', got })];
    broken(history(ops, { queues: { q1: to('dead'), dead: {} } }), back(2, '5 s', 1), [3, 2, 1]);
  });

  test('in the dead-letter queue before it has been received often enough', () => {
    const ops = [...first, del('m0/1', { at: 3000 }), receive({ at: 5000, queue: 'dead', got })];
    broken(
      history(ops, { queues: { q1: to('dead', 2), dead: {} } }),
      'receive #3 delivered m0 at 5 s, but delete #2 had deleted it by 3 s with its latest handle, that of receive #1',
      [3, 2, 1],
    );
  });

  test('a lost answer of an unrelated queue is no excuse', () => {
    const lost = receive({ at: 500, queue: 'q2', unknown: true });
    broken(
      history([...first, lost, del('m0/1', { at: 1000 }), receive({ at: 5000, got })], { queues: { q1: {}, q2: {} } }),
      back(3, '5 s', 1),
      [4, 3, 1],
    );
  });
});

describe('sqs:I6 tempting, but good', () => {
  test('a stale handle may delete or not (sqs:RH3, sqs:I6b)', () => {
    const again = receive({ at: 2010, v: 2, got });
    holds(history([...first, again, del('m0/1', { at: 2020 }), receive({ at: 5000, got })]), 0);
  });

  test('a handle that became stale while the delete was under way', () => {
    const ops = [
      ...first,
      del('m0/1', { at: 2000, to: 2500 }),
      receive({ at: 2010, v: 1, got }),
      receive({ at: 5000, got }),
    ];
    holds(history(ops), 0);
  });

  test('a poll that began before the delete was answered', () => {
    const poll = receive({ at: 2000, to: 2900, wait: 20, got });
    holds(history([...first, poll, del('m0/1', { at: 2500, to: 3000 })]), 0);
  });

  test('a refused delete, and the handle of another queue (sqs:RH13)', () => {
    const code = 'ReceiptHandleIsInvalid';
    holds(history([...first, del('m0/1', { at: 1000, refused: code }), receive({ at: 5000, got })]), 0);
    const queues = { q1: {}, q2: {} };
    holds(history([...first, del('m0/1', { at: 1000, queue: 'q2' }), receive({ at: 5000, got })], { queues }), 0);
  });

  test('moved to the dead-letter queue before an expired handle deletes', () => {
    const attempt = receive({ at: 2010 });
    const ops = [...first, attempt, del('m0/1', { at: 3000 }), receive({ at: 5000, queue: 'dead', got })];
    holds(history(ops, { queues: { q1: to('dead'), dead: {} } }), 0);
  });

  test('moved along a chain whose second queue counts earlier receives too (sqs:U19)', () => {
    const ops = [
      ...first,
      receive({ at: 2010, v: 1, queue: 'q2', got }),
      del('m0/2', { at: 4000, queue: 'q2' }),
      receive({ at: 5000, queue: 'q3', got }),
    ];
    holds(history(ops, { queues: { q1: to('q2'), q2: to('q3', 2), q3: {} } }), 0);
  });

  test('a visibility change to 0 lets it move to the dead-letter queue at once', () => {
    const ops = [
      ...first,
      change('m0/1', 0, { at: 500 }),
      receive({ at: 600 }),
      del('m0/1', { at: 1000 }),
      receive({ at: 5000, queue: 'dead', got }),
    ];
    holds(history(ops, { queues: { q1: to('dead'), dead: {} } }), 0);
  });

  test('deleted, and sent again by a repeated request', () => {
    const ops = [
      send('m0', { id: 'a' }),
      send('m0', { at: 1, step: 0, id: 'b' }),
      receive({ at: 10, max: 1, got: [delivered('m0', { id: 'a', handle: 'h' })] }),
      del('h', { at: 20 }),
      receive({ at: 30, got: [delivered('m0', { id: 'b' })] }),
    ];
    holds(history(ops), 1);
  });

  test('a deleted message comes once more on the documented level (sqs:N4)', () => {
    holds(history([...first, del('m0/1', { at: 1000 }), receive({ at: 5000, got })], { level: 'documented' }), 0);
  });
});

describe('sqs:I6 open', () => {
  test('a delete without known outcome', () => {
    undecided(history([...first, del('m0/1', { at: 1000, unknown: true }), receive({ at: 5000, got })]), 1);
  });

  test.each(['q1', 'dead'])('a lost answer from %s may have made the handle stale', (queue) => {
    const ops = [
      ...first,
      receive({ at: 2500, queue, unknown: true }),
      del('m0/1', { at: 3000 }),
      receive({ at: 50_000, got }),
    ];
    undecided(history(ops, { queues: { q1: to('dead', 9), dead: {} } }), 1);
  });
});
