import { describe, test } from 'vitest';
import { maxReceives } from '../../properties/max-receives.js';
import { noDeliveryInsideWindow } from '../../properties/no-delivery-inside-window.js';
import { receiveAttempts } from '../../properties/receive-attempts.js';
import { receiveCount } from '../../properties/receive-count.js';
import { receiveCountUpper } from '../../properties/receive-count-upper.js';
import { responseBounds } from '../../properties/response-bounds.js';
import { uniqueHandles } from '../../properties/unique-handles.js';
import { change, del, fifo, purge, receive, send, withDead } from '../fifo.js';
import { delivered, history } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(receiveAttempts);

const attempt = (at: number, messages: [body: string, handle: string, count?: number][], more: object = {}) =>
  receive({
    at,
    v: 30,
    got: messages.map(([body, handle, count = 1]) => delivered(body, { handle, count })),
    input: { ReceiveRequestAttemptId: 'r' },
    ...more,
  });
const two = [send('m0'), send('m1', { at: 1 })];
const first = attempt(10, [
  ['m0', 'h0'],
  ['m1', 'h1'],
]);
const same = (at: number, more: object = {}) =>
  attempt(
    at,
    [
      ['m0', 'h0'],
      ['m1', 'h1'],
    ],
    more,
  );
const repeats = (op: number, at: string, by = 2) =>
  `receive #${op} at ${at} repeated the attempt of receive #${by}, whose messages nobody had touched, and`;

describe('sqs:F40 a receive that is repeated', () => {
  test('brings nothing, less, or something else', () => {
    broken(
      history([...two, first, attempt(20, [])], fifo()),
      `${repeats(3, '0.02 s')} did not bring m0 with the handle of then`,
      [3, 2],
    );
    const less = attempt(20, [['m0', 'h0']]);
    broken(
      history([...two, first, less], fifo()),
      `${repeats(3, '0.02 s')} did not bring m1 with the handle of then`,
      [3, 2],
    );
    const more = [...two, attempt(10, [['m0', 'h0']], { max: 1 }), same(20)];
    broken(history(more, fifo()), `${repeats(3, '0.02 s')} brought m1 besides`, [3, 2]);
  });

  test('may bring anything where the id should have been refused (sqs:Q15)', () => {
    const input = { ReceiveRequestAttemptId: 'r'.repeat(129) };
    holds(history([...two, attempt(10, [['m0', 'h0']], { input }), attempt(20, [], { input })], fifo()), 0);
  });

  test('brings new handles (sqs:D5), documented too', () => {
    const anew = attempt(20, [
      ['m0', 'h2'],
      ['m1', 'h3'],
    ]);
    broken(
      history([...two, first, anew], fifo({}, { level: 'documented' })),
      `${repeats(3, '0.02 s')} did not bring m0 with the handle of then`,
      [3, 2],
    );
  });

  test('its window begins anew', () => {
    const ops = [...two, first, same(29_000), attempt(58_000, [])];
    broken(history(ops, fifo()), `${repeats(4, '58 s', 3)} did not bring m0 with the handle of then`, [4, 3]);
  });

  test('a message that was deleted or changed since comes again (sqs:F41)', () => {
    const says = (what: string) =>
      `receive #4 at 0.03 s repeated the answer of receive #2, but ${what} one of its messages`;
    const deleted = [...two, first, del('h1', { at: 20 }), same(30)];
    broken(history(deleted, fifo()), says('delete #3 at 0.02 s had deleted'), [4, 2, 3]);
    const changed = [...two, first, change('h0', 60, { at: 20 }), same(30)];
    broken(history(changed, fifo()), says('change #3 at 0.02 s had changed'), [4, 2, 3]);
  });
});

describe('sqs:F40 tempting, but good', () => {
  test('the same once more, and again', () => holds(history([...two, first, same(20), same(30)], fifo()), 2));

  test('something else after a window or five minutes', () => {
    const over = attempt(30_010, [['m0', 'h2', 2]], { max: 1 });
    holds(history([...two, first, over], fifo()), 0);
    const long = attempt(10, [['m0', 'h0']], { v: 900 });
    holds(history([...two, long, attempt(300_010, [])], fifo()), 0);
  });

  test('the first call brought nothing (sqs:F43)', () =>
    holds(history([attempt(0, []), send('m0', { at: 1 }), attempt(2, [['m0', 'h0']])], fifo()), 0));

  test('a delete, a change or a purge may have come between', () => {
    const none = attempt(30, []);
    holds(history([...two, first, del('h0', { at: 20, unknown: true }), none], fifo()), 0);
    holds(history([...two, first, change('h0', 60, { at: 20, to: 30 }), none], fifo()), 0);
    holds(history([...two, first, purge({ at: 20 }), none], fifo()), 0);
  });

  test('another call with the id has no known outcome', () => {
    const lost = attempt(15, [], { unknown: true });
    holds(history([...two, first, lost, attempt(20, [])], fifo()), 0);
  });

  test('a refusal, and another number of messages', () => {
    holds(history([...two, first, attempt(20, [], { refused: 'InvalidParameterValueException' })], fifo()), 0);
    holds(history([...two, first, attempt(20, [['m0', 'h0']], { max: 1 })], fifo()), 0);
  });
});

describe('a repeated receive in other properties', () => {
  const ops = [...two, first, same(20)];

  test('may repeat handles (sqs:I7, sqs:D5)', () => {
    verdictsOf(uniqueHandles).holds(history(ops, fifo()), 4);
    const other = { ...same(20), input: { ...same(20).input, ReceiveRequestAttemptId: 's' } };
    verdictsOf(uniqueHandles).broken(
      history(
        [...two, attempt(10, [['m0', 'h0']]), { ...other, got: [delivered('m0', { handle: 'h0' })] }] as never,
        fifo(),
      ),
      'receive #3 delivered m0 with receipt handle h0, under which receive #2 had delivered m0',
      [3, 2],
    );
  });

  test('may bring what is in flight (sqs:I5), and more than it asks for', () => {
    verdictsOf(noDeliveryInsideWindow).holds(history(ops, fifo()), 0);
    verdictsOf(responseBounds).holds(history([...two, first, same(20, { max: 1 })], fifo()), 2);
    const lost = attempt(10, [], { unknown: true });
    verdictsOf(responseBounds).holds(history([...two, lost, same(20, { max: 1 })], fifo()), 1);
    verdictsOf(responseBounds).broken(
      history([...two, same(20, { max: 1 })], fifo()),
      'receive #2 asked for at most 1 and got 2 messages',
      [2],
    );
  });

  test('counts as a receive or not (sqs:F42)', () => {
    const counted = attempt(20, [['m0', 'h0', 2]]);
    for (const again of [attempt(20, [['m0', 'h0']]), counted]) {
      const history1 = history([send('m0'), attempt(10, [['m0', 'h0']]), again], withDead(1));
      verdictsOf(receiveCount).holds(history1, 2);
      verdictsOf(receiveCountUpper).holds(history1, 2);
      verdictsOf(maxReceives).holds(history1, 1);
    }
  });

  test('its window hides the message anew (sqs:I5)', () => {
    const ops = [send('m0'), attempt(10, [['m0', 'h0']]), attempt(20_000, [['m0', 'h0']])];
    const early = receive({ at: 40_000, got: [delivered('m0')] });
    verdictsOf(noDeliveryInsideWindow).broken(
      history([...ops, early], fifo()),
      'receive #3 delivered m0 at 40 s, but receive #2 hid it from 20 s for 30 s; 10 s are missing',
      [3, 2],
    );
  });

  test('an answer that was lost may have made its window shorter (sqs:I5)', () => {
    const ops = [send('m0'), attempt(10, [['m0', 'h0']]), attempt(20, [], { unknown: true, v: 1 })];
    const early = receive({ at: 2000, got: [delivered('m0')] });
    verdictsOf(noDeliveryInsideWindow).undecided(history([...ops, early], fifo()), 1);
    const tooEarly = receive({ at: 500, got: [delivered('m0')] });
    verdictsOf(noDeliveryInsideWindow).broken(
      history([...ops, tooEarly], fifo()),
      'receive #3 delivered m0 at 0.5 s, but receive #1 hid it from 0.01 s for 30 s; 29.51 s are missing',
      [3, 1],
    );
  });
});
