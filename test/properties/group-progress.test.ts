import { describe, test } from 'vitest';
import { groupProgress } from '../../properties/group-progress.js';
import { honestLongPoll } from '../../properties/honest-long-poll.js';
import { redelivery } from '../../properties/redelivery.js';
import { wakeUp } from '../../properties/wake-up.js';
import { change, del, fifo, got, receive, send, withDead } from '../fifo.js';
import { history } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(groupProgress);

const two = [send('m0'), send('m1', { at: 1 })];
const head = (v: number) => receive({ at: 10, v, max: 1, got: got('m0') });
const poll = (at: number, to: number, more: object = {}) => receive({ at, to, wait: 20, ...more });
const empty = (op: number, from: string, to: string) =>
  `receive #${op} waited from ${from} to ${to} and came back empty, but m1 was there for it`;

describe('sqs:I44 the head of a group goes', () => {
  test('deleted, and the poll goes on waiting (sqs:F31, sqs:P8)', () =>
    broken(
      history([...two, head(30), poll(20, 20_020), del('m0/1', { at: 5000 })], fifo()),
      `${empty(3, '0.02 s', '20.02 s')} from 5 s on: delete #4 deleted m0 before it, at 5 s`,
      [3, 4],
    ));

  test('it answers late, or with another group', () => {
    const late = [...two, head(30), poll(20, 5100, { got: got('m1') }), del('m0/1', { at: 5000 })];
    broken(
      history(late, fifo()),
      'receive #3 waited from 0.02 s to 5.1 s and answered only then, but m1 was there for it from 5 s on: delete #4 deleted m0 before it, at 5 s',
      [3, 4],
    );
    holds(history(late, fifo({}, { late: 200 })), 1);
  });

  test('too old (sqs:F54)', () =>
    broken(
      history(
        [
          send('m0'),
          send('m1', { at: 30_000 }),
          receive({ at: 50_000, v: 60, max: 1, got: got('m0') }),
          poll(50_010, 70_010),
        ],
        fifo({ MessageRetentionPeriod: '60' }),
      ),
      `${empty(3, '50.01 s', '70.01 s')} from 60 s on: m0 before it was too old then, at 60 s`,
      [3, 0],
    ));

  test('moved to the dead-letter queue (sqs:X16)', () =>
    broken(
      history([...two, head(5), poll(20, 20_020)], withDead(1)),
      `${empty(3, '0.02 s', '20.02 s')} from 5.01 s on: the window that receive #2 gave m0 before it was over, at 5.01 s`,
      [3, 2],
    ));
});

describe('sqs:I44 tempting, but good', () => {
  test('the poll is answered at once, by the next one or by anything', () => {
    const until = [...two, head(30), poll(20, 5000, { got: got('m1') }), del('m0/1', { at: 5000 })];
    holds(history(until, fifo()), 1);
  });

  test('a poll that moved the head may come back empty (sqs:X5, sqs:U20)', () =>
    holds(history([...two, head(5), poll(20, 5010)], withDead(1)), 0));

  test('something else stands before the next one, or it is in flight itself', () => {
    const three = [...two, send('m2', { at: 2 })];
    const both = receive({ at: 10, v: 30, max: 2, got: got('m0', 'm1') });
    holds(history([...three, both, poll(20, 20_020), del('m0/1', { at: 5000 })], fifo()), 0);
  });

  test('a send without a known outcome may have put one before it', () => {
    const ops = [send('m0'), send('mx', { at: 1, unknown: true }), send('m1', { at: 1 }), head(30)];
    holds(history([...ops, poll(20, 20_020), del('m0/1', { at: 5000 })], fifo()), 0);
  });

  test('a delete with a handle that may be stale, and a refused one', () => {
    const ops = [...two, head(1), receive({ at: 2000, v: 30, max: 1, got: got('m0') }), poll(2020, 22_020)];
    holds(history([...ops, del('m0/1', { at: 5000 })], fifo()), 0);
    const expired = [...two, head(1), del('m0/1', { at: 5000, refused: 'InvalidParameterValueException' })];
    holds(history(expired, fifo()), 0);
  });

  test('open: a receive without a known outcome may have taken it', () => {
    const lost = receive({ at: 4000, unknown: true });
    undecided(history([...two, head(30), poll(20, 20_020), lost, del('m0/1', { at: 5000 })], fifo()), 1);
  });

  test('documented: a minute late', () =>
    holds(
      history([...two, head(30), poll(20, 20_020), del('m0/1', { at: 5000 })], fifo({}, { level: 'documented' })),
      0,
    ));
});

describe('a message that waits behind its group is not owed', () => {
  test('when it is sent (sqs:I42)', () => {
    const ops = [send('m0'), head(30), poll(20, 20_020), send('m1', { at: 100 })];
    verdictsOf(wakeUp).holds(history(ops, fifo()), 0);
    const other = [send('m0'), head(30), poll(20, 20_020), send('m1', { at: 100, group: 'h' })];
    verdictsOf(wakeUp).broken(
      history(other, fifo()),
      'receive #2 waited from 0.02 s to 20.02 s and came back empty, but m1 was there for it from 0.1 s on: send #3 sent it at 0.1 s',
      [2, 3],
    );
  });

  test('when its window ends (sqs:I41)', () => {
    const both = receive({ at: 10, v: 30, max: 2, got: got('m0', 'm1') });
    const freed = (handle: string) => [...two, both, poll(20, 20_020), change(handle, 0, { at: 5000 })];
    verdictsOf(redelivery).holds(history(freed('m1/1'), fifo()), 0);
    verdictsOf(redelivery).broken(
      history(freed('m0/1'), fifo()),
      'receive #3 waited from 0.02 s to 20.02 s and came back empty, but m0 was there for it from 5 s on: change #4 set its window to 0 s at 5 s',
      [3, 4],
    );
  });

  test('to a poll that finds nothing (sqs:I25)', () => {
    const honest = verdictsOf(honestLongPoll);
    honest.holds(history([...two, head(30), poll(20, 20_020)], fifo()), 1);
    honest.broken(
      history([...two, head(30), del('m0/1', { at: 15 }), poll(20, 20_020)], fifo()),
      'receive #4 waited from 0.02 s to 20.02 s and was answered empty, but m1 of send #1 was deliverable all the time',
      [4, 1],
    );
    honest.broken(
      history([...two, head(5), poll(6000, 26_000)], fifo()),
      'receive #3 waited from 6 s to 26 s and was answered empty, but m0 of receive #2 was deliverable all the time',
      [3, 2],
    );
  });
});
