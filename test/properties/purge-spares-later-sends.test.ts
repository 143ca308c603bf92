import { describe, test } from 'vitest';
import { purgeSparesLaterSends } from '../../properties/purge-spares-later-sends.js';
import { del, delivered, history, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(purgeSparesLaterSends);

const purged = (when: object = {}) => op('PurgeQueue', { QueueUrl: 'q1' }, undefined, when);
const empty = (at: number) => receive({ at, to: at + 20_000, wait: 20, drain: true });
const drained = { drained: true, drainedFrom: 100_000 };
const lost = [purged(), send('m1', { at: 1 }), empty(100_000)];

describe('sqs:I22 a purge spares later sends', () => {
  test('the message never comes', () => {
    broken(
      history(lost, drained),
      'send #1 sent m1 to q1 at 0.001 s, after purge #0 had ended at 0 s, and it was never delivered',
      [1, 0, 2],
    );
  });

  test('within a minute AWS may purge it too (sqs:PQ3)', () => {
    holds(history(lost, { ...drained, level: 'documented' }), 0);
    broken(
      history([purged(), send('m1', { at: 60_001 }), empty(100_000)], { ...drained, level: 'documented' }),
      'send #1 sent m1 to q1 at 60.001 s, after purge #0 had ended at 0 s, and it was never delivered',
      [1, 0, 2],
    );
  });

  test.each([
    ['sent during the purge', [purged({ to: 5 }), send('m1', { at: 5 }), empty(100_000)], 0],
    ['purged once more', [purged(), send('m1', { at: 1 }), purged({ at: 60_000 }), empty(100_000)], 0],
    [
      'delivered before the drain',
      [...lost.slice(0, 2), receive({ at: 2, got: [delivered('m1')] }), del('m1/1', { at: 3 })],
      1,
    ],
  ])('tempting: %s', (_, ops, judged) => holds(history(ops, drained), judged));

  test('left open by an unknown purge, an unknown receive, or no drain', () => {
    undecided(
      history([purged(), send('m1', { at: 1 }), purged({ at: 60_000, unknown: true }), empty(100_000)], drained),
      1,
    );
    undecided(
      history([purged(), send('m1', { at: 1 }), receive({ at: 2, v: 300, unknown: true }), empty(100_000)], drained),
      1,
    );
    undecided(history(lost.slice(0, 2)), 1);
  });
});
