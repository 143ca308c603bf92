import { describe, test } from 'vitest';
import { delayEnds } from '../../properties/delay-ends.js';
import { wakeUp } from '../../properties/wake-up.js';
import { del, delivered, history, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const wake = verdictsOf(wakeUp);
const ends = verdictsOf(delayEnds);

const got = [delivered('m1')];
const poll = (to = 20_000, more: object = {}) => receive({ to, wait: 20, ...more });

describe('sqs:I42 wake-up', () => {
  test('a send does not wake the poll (sqs:P7)', () => {
    wake.broken(
      history([poll(), send('m1', { at: 5000 })]),
      'receive #0 waited from 0 s to 20 s and came back empty, but m1 was there for it from 5 s on: send #1 sent it at 5 s',
      [0, 1],
    );
  });

  test('nor does a batch wake a poll whose wait the queue sets (sqs:P1)', () => {
    const Entries = [{ Id: 'a', MessageBody: 'm1' }];
    const Successful = [{ Id: 'a', MessageId: 'x', MD5OfMessageBody: '' }];
    const batch = op(
      'SendMessageBatch',
      { QueueUrl: 'q1', Entries },
      { kind: 'ok', output: { Successful } },
      { at: 9 },
    );
    wake.broken(
      history([receive({ to: 10_000 }), batch], { queues: { q1: { ReceiveMessageWaitTimeSeconds: '10' } } }),
      'receive #0 waited from 0 s to 10 s and came back empty, but m1 was there for it from 0.009 s on: send batch #1 sent it at 0.009 s',
      [0, 1],
    );
  });

  test('the poll waits for more (sqs:P4)', () => {
    wake.broken(
      history([poll(20_000, { got }), send('m1', { at: 5000 })]),
      'receive #0 waited from 0 s to 20 s and answered only then, but m1 was there for it from 5 s on: send #1 sent it at 5 s',
      [0, 1],
    );
  });

  test('a delay of 0 overrides that of the queue (sqs:DY1)', () => {
    wake.broken(
      history([poll(), send('m1', { at: 5000, delay: 0 })], { queues: { q1: { DelaySeconds: '60' } } }),
      'receive #0 waited from 0 s to 20 s and came back empty, but m1 was there for it from 5 s on: send #1 sent it at 5 s',
      [0, 1],
    );
  });

  test.each([
    ['woken', [poll(5000, { got }), send('m1', { at: 5000 })], 1],
    ['woken in time, as far as the endpoint goes', [poll(5500, { got }), send('m1', { at: 5000 })], 1],
    ['the other of two polls is (sqs:P9)', [poll(), poll(5000, { at: 1, got }), send('m1', { at: 5000 })], 1],
    ['taken with a timeout of 0', [poll(), poll(5000, { at: 1, got, v: 0 }), send('m1', { at: 5000 })], 1],
    ['sent when the wait was over', [poll(20_000, { fault: 'slow-reply', wait: 2 }), send('m1', { at: 5000 })], 0],
    ['sent to another queue', [poll(), send('m1', { at: 5000, queue: 'q2' })], 0],
    [
      'purged at once',
      [poll(), send('m1', { at: 5000 }), op('PurgeQueue', { QueueUrl: 'q1' }, undefined, { at: 5001 })],
      0,
    ],
    ['a refused send', [poll(), send('m1', { at: 5000, refused: 'RequestThrottled' })], 0],
    [
      'a poll of the queue that was deleted before',
      [
        poll(),
        op('DeleteQueue', { QueueUrl: 'q1' }, undefined, { at: 1 }),
        op('CreateQueue', { QueueName: 'q1' }, undefined, { at: 2 }),
        send('m1', { at: 9000 }),
      ],
      0,
    ],
  ])('tempting: %s', (_, ops, judged) => {
    wake.holds(history(ops, { late: 1000, queues: { q1: {}, q2: {} } }), judged);
  });

  test('left open by a lost receive; a lost send is owed to nobody (sqs:P10)', () => {
    wake.undecided(history([poll(), receive({ at: 1, unknown: true }), send('m1', { at: 5000 })]), 1);
    wake.holds(history([poll(), send('m1', { at: 5000, unknown: true })]), 0);
  });

  test('on AWS it is only reported', () => {
    wake.holds(history([poll(), send('m1', { at: 5000 })], { level: 'documented' }), 0);
  });
});

describe('sqs:I43 end of the delay', () => {
  const story = 'm1 was there for it from 6 s on: send #1 sent it at 1 s with a delay of 5 s';

  test.each(['its own', "the queue's"])('the poll goes on waiting at the end of %s', (whose) => {
    const own = whose === 'its own';
    const ops = [poll(), send('m1', own ? { at: 1000, delay: 5 } : { at: 1000 })];
    ends.broken(
      history(ops, { queues: { q1: own ? {} : { DelaySeconds: '5' } } }),
      `receive #0 waited from 0 s to 20 s and came back empty, but ${story}`,
      [0, 1],
    );
  });

  test('one tick late (sqs:B2)', () => {
    ends.broken(
      history([poll(6001, { got }), send('m1', { at: 1000, delay: 5 })]),
      `receive #0 waited from 0 s to 6.001 s and answered only then, but ${story}`,
      [0, 1],
    );
  });

  test.each([
    ['woken in time', [poll(6000, { got }), send('m1', { at: 1000, delay: 5 })], 1],
    ['no delay', [poll(), send('m1', { at: 1000 })], 0],
    ['the wait ends first', [poll(), send('m1', { at: 15_000, delay: 5 })], 0],
    [
      'received early and deleted',
      [poll(), send('m1', { at: 1000, delay: 5 }), receive({ at: 1001, got }), del('m1/1', { at: 1002 })],
      0,
    ],
  ])('tempting: %s', (_, ops, judged) => ends.holds(history(ops), judged));

  test('a change of the delay that overlaps the send allows the longer one', () => {
    const longer = op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: { DelaySeconds: '60' } }, undefined, {
      at: 500,
      to: 2000,
    });
    const ops = [poll(), longer, send('m1', { at: 1000 })];
    ends.holds(history(ops, { queues: { q1: { DelaySeconds: '5' } } }), 0);
  });

  test('left open by a lost receive', () => {
    const ops = [poll(), send('m1', { at: 1000, delay: 5 }), receive({ at: 1001, unknown: true })];
    ends.undecided(history(ops), 1);
  });

  test('AWS may take a minute', () => {
    const ops = [poll(), send('m1', { at: 1000, delay: 5 })];
    ends.holds(history(ops, { level: 'documented' }), 0);
  });
});
