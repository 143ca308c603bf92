import { describe, expect, test } from 'vitest';
import { groupOrder } from '../../properties/group-order.js';
import { change, dead, del, fifo, got, purge, receive, send, sendBatch, setAttributes, withDead } from '../fifo.js';
import { delivered, history, sequence } from '../histories.js';
import { accusersOf, verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(groupOrder);

const two = [send('m0'), send('m1', { at: 1 })];
const three = [...two, send('m2', { at: 2 })];
/** Numbers that fall, although one send follows the other. */
const misnumbered = [
  send('m0', { result: { SequenceNumber: '200' } }),
  send('m1', { at: 1, result: { SequenceNumber: '99' } }),
];
const documented = fifo({}, { level: 'documented', early: 1000 });

describe('sqs:I16 order, lock and redelivery in a group', () => {
  test.each([
    ['strict', fifo()],
    ['documented', documented],
  ])('the second message comes first (sqs:F37), %s', (_, frame) =>
    broken(
      history([...two, receive({ at: 10, max: 1, got: got('m1') })], frame),
      'receive #2 delivered m1 of group g at 0.01 s without m0, which send #0 had sent before it',
      [2, 0, 1],
    ),
  );

  test('the second message comes while the first is in flight (sqs:F31)', () => {
    const ops = [
      ...two,
      receive({ at: 10, max: 1, v: 30, got: got('m0') }),
      receive({ at: 20, max: 1, got: got('m1') }),
    ];
    broken(
      history(ops, fifo()),
      'receive #3 delivered m1 of group g at 0.02 s without m0, which send #0 had sent before it and receive #2 had received last',
      [3, 0, 1, 2],
    );
  });

  test('only part of what was received together is deleted (sqs:F31)', () => {
    const ops = [...three, receive({ at: 10, max: 2, v: 30, got: got('m0', 'm1') }), del('m0/1', { at: 20 })];
    broken(
      history([...ops, receive({ at: 30, got: got('m2') })], fifo()),
      'receive #5 delivered m2 of group g at 0.03 s without m1, which send #1 had sent before it and receive #3 had received last',
      [5, 1, 2, 3],
    );
  });

  test('the window of the head is over, and later ones come without it (sqs:F30, sqs:F33)', () => {
    const ops = [
      ...two,
      receive({ at: 10, v: 5, got: got('m0', 'm1') }),
      receive({ at: 5010, max: 1, got: got('m1') }),
    ];
    broken(
      history(ops, fifo()),
      'receive #3 delivered m1 of group g at 5.01 s without m0, which send #0 had sent before it and receive #2 had received last',
      [3, 0, 1, 2],
    );
  });

  test('both were delayed (sqs:F52)', () => {
    const ops = [...two, receive({ at: 10_001, max: 1, got: got('m1') })];
    broken(
      history(ops, fifo({ DelaySeconds: '10' })),
      'receive #2 delivered m1 of group g at 10.001 s without m0, which send #0 had sent before it',
      [2, 0, 1],
    );
  });

  test('an answer in the wrong order (sqs:F34), also of a poll that waited for both', () => {
    broken(
      history([...two, receive({ at: 10, got: got('m1', 'm0') })], fifo()),
      'receive #2 delivered m1 of group g at 0.01 s before m0 in one answer, which send #0 had sent before it',
      [2, 0, 1],
    );
    const poll = receive({ at: 0, to: 5, wait: 20, got: got('m1') });
    broken(
      history([poll, sendBatch(['m0', 'm1'], { at: 5 })], fifo()),
      'receive #0 delivered m1 of group g at 0.005 s without m0, which send batch #1 had sent before it',
      [0, 1],
    );
  });

  test('entries of one batch stand in list order (sqs:SB7), also without a sequence number', () => {
    broken(
      history([sendBatch(['m0', 'm1']), receive({ at: 10, max: 1, got: got('m1') })], fifo()),
      'receive #1 delivered m1 of group g at 0.01 s without m0, which send batch #0 had sent before it',
      [1, 0],
    );
    const lost = [sendBatch(['m0', 'm1'], { unknown: true }), send('m2', { at: 1 })];
    const came = delivered('m1', { attrs: { SequenceNumber: undefined, MessageGroupId: 'g' } });
    const first = delivered('m0', { attrs: { SequenceNumber: undefined, MessageGroupId: 'g' } });
    broken(
      history([...lost, receive({ at: 10, max: 1, got: [came] }), receive({ at: 20, max: 1, got: [first] })], fifo()),
      'receive #2 delivered m1 of group g at 0.01 s without m0, which send batch #0 had sent before it',
      [2, 0],
    );
  });

  test('a possible delete is no excuse if the message comes again afterwards', () => {
    const ops = [
      ...two,
      receive({ at: 10, max: 1, v: 1, got: got('m0') }),
      del('m0/1', { at: 20, unknown: true }),
      receive({ at: 30, max: 1, got: got('m1') }),
      receive({ at: 2000, max: 1, got: got('m0') }),
    ];
    broken(
      history(ops, fifo()),
      'receive #4 delivered m1 of group g at 0.03 s without m0, which send #0 had sent before it and receive #2 had received last',
      [4, 0, 1, 2],
    );
  });

  test('the order of the sends counts, also against their numbers (sqs:F5)', () => {
    broken(
      history([...misnumbered, receive({ at: 10, max: 1, got: got('m1') })], fifo()),
      'receive #2 delivered m1 of group g at 0.01 s without m0, which send #0 had sent before it',
      [2, 0, 1],
    );
  });

  test('dead letters stand in the order of their numbers in the dead-letter queue (sqs:X18)', () => {
    const letter = (body: string, n: number) => delivered(body, { attrs: { SequenceNumber: sequence(n) } });
    const ops = [
      ...two,
      receive({ at: 10, v: 1, got: got('m0', 'm1') }),
      receive({ at: 2000 }),
      receive({ at: 3000, v: 1, queue: dead, got: [letter('m0', 50), letter('m1', 51)] }),
      receive({ at: 5000, v: 1, queue: dead, max: 1, got: [letter('m1', 51)] }),
    ];
    broken(
      history(ops, withDead(1)),
      'receive #5 delivered m1 of group g at 5 s without m0, which send #0 had sent before it and receive #4 had received last',
      [5, 0, 1, 4],
    );
  });
});

describe('sqs:I16 tempting, but good', () => {
  test('an earlier message comes while a later one is in flight (sqs:F32)', () => {
    const ops = [
      ...two,
      receive({ at: 10, v: 30, got: got('m0', 'm1') }),
      change('m0/1', 0, { at: 20 }),
      receive({ at: 30, got: got('m0') }),
    ];
    holds(history(ops, fifo()), 3);
  });

  test('other groups are not held up (sqs:F31)', () => {
    const ops = [send('m0'), send('m1', { at: 1, group: 'h' }), receive({ at: 10, max: 1, got: got('m1') })];
    holds(history(ops, fifo()), 1);
  });

  test('the earlier one was deleted, purged, or may have been', () => {
    const first = receive({ at: 10, max: 1, v: 30, got: got('m0') });
    const second = receive({ at: 30, max: 1, got: got('m1') });
    holds(history([...two, first, del('m0/1', { at: 20 }), second], fifo()), 2);
    holds(history([...two, first, del('m0/1', { at: 20, unknown: true }), second], fifo()), 2);
    holds(history([send('m0'), purge({ at: 5 }), send('m1', { at: 6 }), second], fifo()), 1);
  });

  test('the earlier one is too old (sqs:F54), or has used up its receives (sqs:X16)', () => {
    const ops = [send('m0'), send('m1', { at: 30_000 }), receive({ at: 60_000, got: got('m1') })];
    holds(history(ops, fifo({ MessageRetentionPeriod: '60' })), 1);
    const moved = [...two, receive({ at: 10, max: 1, v: 1, got: got('m0') }), receive({ at: 2000, got: got('m1') })];
    holds(history(moved, withDead(1)), 2);
  });

  test('sends that overlap may land either way (sqs:F6); their numbers tell', () => {
    const sends = [send('m0', { at: 0, to: 9 }), send('m1', { at: 1, to: 8 })];
    const hidden = delivered('m1', { attrs: { SequenceNumber: undefined } });
    const lost = [send('m0', { at: 0, to: 9, unknown: true }), sends[1]!];
    holds(history([...lost, receive({ at: 10, max: 1, got: [hidden] })], fifo()), 1);
    const result = { SequenceNumber: sequence(9) };
    holds(
      history([send('m0', { at: 0, to: 9, result }), sends[1]!, receive({ at: 10, max: 1, got: got('m1') })], fifo()),
      1,
    );
  });

  test('the order of the sends, although their numbers fall: that is a matter of sequence-numbers', () => {
    const shown = (body: string, SequenceNumber: string) => [delivered(body, { attrs: { SequenceNumber } })];
    const first = receive({ at: 10, max: 1, v: 30, got: shown('m0', '200') });
    holds(history([...misnumbered, first], fifo()), 1);
    expect(accusersOf(history([...misnumbered, first], fifo()))).toEqual(['sequence-numbers']);
    const rest = [del('m0/1', { at: 20 }), receive({ at: 30, max: 1, got: shown('m1', '99') })];
    holds(history([...misnumbered, first, ...rest], fifo()), 2);
  });

  test('list order in a batch, although its numbers fall (sqs:SB7)', () => {
    const batch = sendBatch(['m0', 'm1']);
    const { Successful } = (batch.reply as { output: { Successful: { SequenceNumber?: string }[] } }).output;
    ['9', '8'].forEach((number, index) => {
      Successful[index]!.SequenceNumber = number;
    });
    const answered = (...bodies: string[]) => history([batch, receive({ at: 10, got: got(...bodies) })], fifo());
    holds(answered('m0', 'm1'), 2);
    broken(
      answered('m1', 'm0'),
      'receive #1 delivered m1 of group g at 0.01 s before m0 in one answer, which send batch #0 had sent before it',
      [1, 0],
    );
  });

  test('numbers that fall tell nothing of a third message either, whose send overlaps both', () => {
    const numbers = { mx: '150', m0: '200', m1: '99' };
    const overlapping = send('mx', { to: 5, result: { SequenceNumber: numbers.mx } });
    const others = [
      send('m0', { at: 1, result: { SequenceNumber: numbers.m0 } }),
      send('m1', { at: 2, result: { SequenceNumber: numbers.m1 } }),
    ];
    const shown = (['m0', 'm1', 'mx'] as const).map((body) =>
      delivered(body, { attrs: { SequenceNumber: numbers[body] } }),
    );
    const ops = [overlapping, ...others, receive({ at: 10, got: shown })];
    expect(accusersOf(history(ops, fifo()))).toEqual(['sequence-numbers']);
  });

  test('a message that may never have arrived', () => {
    const ops = [send('m0', { unknown: true }), send('m1', { at: 1 }), receive({ at: 10, got: got('m1') })];
    holds(history(ops, fifo()), 1);
  });

  test('the delay of the queue was changed meanwhile (sqs:DY4)', () => {
    const ops = [
      send('m0'),
      setAttributes({ DelaySeconds: '0' }, { at: 1 }),
      send('m1', { at: 2 }),
      receive({ at: 2, max: 1, got: got('m1') }),
    ];
    holds(history(ops, fifo({ DelaySeconds: '10' }, { level: 'documented' })), 1);
  });

  test('a duplicate has the place of its original (sqs:F20)', () => {
    const ops = [
      ...two,
      receive({ at: 10, max: 1, v: 30, got: got('m0') }),
      del('m0/1', { at: 20 }),
      send('m0', { at: 30 }),
      receive({ at: 40, got: got('m1') }),
    ];
    holds(history(ops, fifo()), 2);
  });
});
