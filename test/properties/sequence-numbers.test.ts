import { describe, test } from 'vitest';
import { sequenceNumbers } from '../../properties/sequence-numbers.js';
import { dead, fifo, got, q, receive, send, sendBatch, withDead } from '../fifo.js';
import { delivered, history, op, send as plainSend, sequence } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(sequenceNumbers);
const numbered = (number: string | undefined) => ({ result: { SequenceNumber: number } as object });

describe('sqs:I15 sequence numbers', () => {
  test.each([
    ['strict', fifo()],
    ['documented', fifo({}, { level: 'documented' })],
  ])('a later message of the group has a lower one (sqs:F5), %s', (_, frame) =>
    broken(
      history([send('m0', numbered('200')), send('m1', { at: 1, ...numbered('99') })], frame),
      'send #1 was answered 99 for m1 of group g, but send #0 had been answered 200 for m0 before it',
      [1, 0],
    ),
  );

  test('digits are compared by value', () =>
    holds(history([send('m0', numbered('99')), send('m1', { at: 1, ...numbered('0200') })], fifo()), 2));

  test('against list order in a batch (sqs:SB7)', () => {
    const batch = sendBatch(['m0', 'm1', 'm2']);
    const { Successful } = (batch.reply as { output: { Successful: { SequenceNumber?: string }[] } }).output;
    ['7', '9', '8'].forEach((number, index) => {
      Successful[index]!.SequenceNumber = number;
    });
    broken(
      history([batch], fifo()),
      'send batch #0 was answered 8 for m2 of group g, but send batch #0 had been answered 9 for m1 before it',
      [0],
    );
  });

  test('two messages of a group with one number, though their sends overlap', () => {
    const same = numbered(sequence(0));
    broken(
      history([send('m0', { to: 5, ...same }), send('m1', { at: 1, to: 6, ...same })], fifo()),
      `send #1 was answered ${sequence(0)} for m1, as send #0 for m0`,
      [1, 0],
    );
  });

  test('good: two groups may count on their own (sqs:F5)', () => {
    const same = numbered(sequence(0));
    holds(history([send('m0', same), send('m1', { at: 1, group: 'h', ...same })], fifo()), 2);
  });

  test('a delivery shows another number, or none', () => {
    const shows = (number: string | undefined) => [
      send('m0'),
      receive({ at: 1, got: [delivered('m0', { attrs: { SequenceNumber: number } })] }),
    ];
    const says = (number: string) =>
      `receive #1 delivered m0 with sequence number ${number}, but send #0 was answered ${sequence(0)}`;
    broken(history(shows('5'), fifo()), says('5'), [1, 0]);
    broken(history(shows(undefined), fifo()), says('absent'), [1, 0]);
  });

  test('no number, or none in decimal', () => {
    const says = (number: string) => `send #0 of m0 to ${q} was answered ${number} instead of a sequence number`;
    broken(history([send('m0', numbered('0x5'))], fifo()), says('0x5'), [0]);
  });

  test('a standard queue numbers its messages (sqs:SM1)', () =>
    broken(
      history([plainSend('m0', numbered('5'))]),
      'send #0 of m0 to q1 was answered 5 as sequence number, which standard queues do not give',
      [0],
    ));
});

describe('sqs:I15 tempting, but good', () => {
  test('sends that overlap (sqs:F6), and other groups', () => {
    holds(history([send('m0', { to: 9, ...numbered('200') }), send('m1', { at: 1, ...numbered('99') })], fifo()), 2);
    holds(history([send('m0', numbered('200')), send('m1', { at: 1, group: 'h', ...numbered('99') })], fifo()), 2);
  });

  test('the number in the answer to a duplicate (sqs:U24)', () => {
    const ops = [send('m0'), send('m1', { at: 1 }), send('m0', { at: 2, ...numbered('5') })];
    holds(history([...ops, receive({ at: 3, got: got('m0') })], fifo()), 4);
  });

  test('the send of the first may be one whose answer was lost', () => {
    const ops = [
      send('m0', { unknown: true }),
      send('m1', { at: 1, ...numbered('200') }),
      send('m0', { at: 2, ...numbered('99') }),
    ];
    holds(history(ops, fifo()), 2);
  });

  test('numbers of a queue that was created again', () => {
    const end = op('DeleteQueue', { QueueUrl: q }, undefined, { at: 1 });
    const create = op('CreateQueue', { QueueName: q, Attributes: { FifoQueue: 'true' } }, undefined, { at: 61_000 });
    holds(history([send('m0'), end, create, send('m1', { at: 62_000, ...numbered('1') })], fifo()), 2);
  });

  test('a dead letter with a number of its new queue (sqs:U18)', () => {
    const ops = [
      send('m0'),
      receive({ at: 1, v: 1, got: got('m0') }),
      receive({ at: 2000 }),
      receive({ at: 3000, queue: dead, got: [delivered('m0', { attrs: { SequenceNumber: '1' } })] }),
    ];
    holds(history(ops, withDead(1)), 2);
  });
});
