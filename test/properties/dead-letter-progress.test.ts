import { describe, test } from 'vitest';
import { deadLetterProgress } from '../../properties/dead-letter-progress.js';
import { arnOf } from '../../src/core/calls.js';
import * as fifo from '../fifo.js';
import { change, del, delivered, history, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(deadLetterProgress);

const got = [delivered('m0')];
const policy = (maxReceiveCount: number) => JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount });
const queues = { q1: { RedrivePolicy: policy(1) }, dead: {} };
const received = [send('m0'), receive({ at: 1, v: 5, got })];
const looks = (at: number, to: number, more: object = {}) => receive({ at, to, wait: 10, ...more });
const waits = (at: number, to: number, more: object = {}) => receive({ at, to, wait: 20, queue: 'dead', ...more });
const because =
  'm0 was there for it from 5.001 s on: receive #1 was the last to touch it in q1, its window ended at 5.001 s, and receive #2 found nothing there';

describe('sqs:I45 dead letters arrive', () => {
  test('a poll on the dead-letter queue goes on waiting (sqs:P8, sqs:X14)', () =>
    broken(
      history([...received, looks(2, 10_002), waits(3, 20_003)], { queues }),
      `receive #3 waited from 0.003 s to 20.003 s and came back empty, but ${because}`,
      [3, 1],
    ));

  test('the poll that looks begins after the window', () =>
    broken(
      history([...received, waits(3, 20_003), looks(6000, 16_000)], { queues }),
      'receive #2 waited from 0.003 s to 20.003 s and came back empty, but m0 was there for it from 6 s on: receive #1 was the last to touch it in q1, its window ended at 5.001 s, and receive #3 found nothing there',
      [2, 1],
    ));

  test('on FIFO queues (sqs:F53)', () => {
    const ops = [
      fifo.send('m0'),
      fifo.receive({ at: 1, v: 5, got: fifo.got('m0') }),
      fifo.receive({ at: 2, to: 10_002, wait: 10 }),
      waits(3, 20_003, { queue: fifo.dead }),
    ];
    broken(
      history(ops, fifo.withDead(1)),
      `receive #3 waited from 0.003 s to 20.003 s and came back empty, but ${because.replace('q1', fifo.q)}`,
      [3, 1],
    );
  });
});

describe('sqs:I45 tempting, but good', () => {
  test('it answers at once', () =>
    holds(history([...received, looks(2, 10_002), waits(3, 5001, { got })], { queues }), 1));

  test('nobody looks in the source, or only a short poll does', () => {
    holds(history([...received, waits(3, 20_003)], { queues }), 0);
    holds(history([...received, waits(3, 20_003), receive({ at: 6000 })], { queues }), 0);
  });

  test('the limit is not reached, or may not be', () => {
    const two = { queues: { ...queues, q1: { RedrivePolicy: policy(2) } } };
    holds(history([...received, looks(2, 10_002), waits(3, 20_003)], two), 0);
  });

  test('deleted, extended, or in the dead-letter queue before', () => {
    const polls = [looks(3, 10_003), waits(4, 20_004)];
    holds(history([...received, del('m0/1', { at: 2 }), ...polls], { queues }), 0);
    holds(history([...received, change('m0/1', 600, { at: 2 }), ...polls], { queues }), 0);
  });

  test('it waits behind its group (sqs:F30)', () => {
    const ops = [
      fifo.send('m0'),
      fifo.send('m1', { at: 0 }),
      fifo.receive({ at: 1, v: 30, got: fifo.got('m0', 'm1') }),
      fifo.change('m1/1', 0, { at: 2 }),
      fifo.receive({ at: 3, to: 10_003, wait: 10 }),
      waits(4, 20_004, { queue: fifo.dead }),
    ];
    holds(history(ops, fifo.withDead(1)), 0);
  });

  test('open: a receive without a known outcome may have hidden it', () => {
    const lost = receive({ at: 2, unknown: true });
    undecided(history([...received, lost, looks(2, 10_002), waits(3, 20_003)], { queues }), 1);
  });

  test('documented: the move may come late (sqs:X6)', () =>
    holds(history([...received, looks(2, 10_002), waits(3, 20_003)], { queues, level: 'documented' }), 0));
});
