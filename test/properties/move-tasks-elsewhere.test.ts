import { describe, test } from 'vitest';
import { isolation } from '../../properties/isolation.js';
import { noInvention } from '../../properties/no-invention.js';
import { noLoss } from '../../properties/no-loss.js';
import { onePlace } from '../../properties/one-place.js';
import { receiveCount } from '../../properties/receive-count.js';
import { arnOf } from '../../src/core/calls.js';
import { delivered, history, ok, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

/** What a message move task explains in the other properties. */

const queues = {
  q1: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 }) },
  dead: {},
  q2: {},
};
const got = (id = 'id-m0', more: object = {}) => [delivered('m0', { id, ...more })];
const task = (at: number, to?: string) =>
  op(
    'StartMessageMoveTask',
    { SourceArn: arnOf('dead'), ...(to !== undefined && { DestinationArn: arnOf(to) }) },
    ok({ TaskHandle: 't' }),
    { at },
  );
const moved = [send('m0'), receive({ at: 1, v: 1, got: got() }), receive({ at: 2000 })];
const again = (queue: string, id = 'new', more: object = {}) =>
  receive({ at: 4000, queue, got: got(id, { count: 1, handle: 'h', ...more }) });

describe('sqs:X22 a message that a task has moved', () => {
  const invented = verdictsOf(noInvention);

  test('comes under a new id to a legal destination (sqs:MT4)', () => {
    invented.holds(history([...moved, task(3000), again('q1')], { queues }), 2);
    invented.holds(history([...moved, task(3000, 'q2'), again('q2')], { queues }), 2);
    invented.broken(
      history([...moved, again('q1')], { queues }),
      'receive #3 delivered message new with body "m0", which send #0 sent as message id-m0 and nobody else',
      [3, 0],
    );
  });

  test('comes once for each task', () => {
    const twice = [...moved, task(3000), again('q1'), receive({ at: 5000, got: got('other', { handle: 'i' }) })];
    invented.broken(
      history(twice, { queues }),
      'receive #5 delivered m0 as message number 2, but only 1 send of it (start move task #3) may have arrived',
      [5, 3],
    );
    invented.holds(history([...twice.slice(0, 5), task(4500), twice[5]!], { queues }), 3);
  });

  test('does not come where the task does not lead', () =>
    verdictsOf(isolation).broken(
      history([...moved, task(3000), again('q2')], { queues }),
      'receive #4 delivered m0 from q2, but start move task #3 sent it to q1, and no redrive policy leads from there to q2',
      [4, 3],
    ));

  test('may keep its id, and yet begin anew (sqs:X23, sqs:X24)', () => {
    const kept = history([...moved, task(3000), again('q1', 'id-m0')], { queues });
    verdictsOf(receiveCount).holds(kept, 2);
    verdictsOf(isolation).holds(kept, 2);
    const seen = receive({ at: 2500, v: 0, queue: 'dead', got: got() });
    verdictsOf(onePlace).holds(history([...moved, seen, task(3000), again('q1', 'id-m0')], { queues }), 0);
  });

  test('is not lost where it was', () => {
    const drain = (queue: string, at: number) => receive({ queue, at, to: at + 20_000, wait: 20, drain: true });
    const ops = [...moved, task(3000), drain('q1', 10_000), drain('dead', 10_001)];
    verdictsOf(noLoss).holds(history(ops, { queues, drained: true, drainedFrom: 10_000 }), 0);
  });
});
