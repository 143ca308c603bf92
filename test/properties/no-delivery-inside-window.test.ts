import { describe, test } from 'vitest';
import { noDeliveryInsideWindow } from '../../properties/no-delivery-inside-window.js';
import { arnOf } from '../../src/core/calls.js';
import { change, delivered, history, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds, undecided } = verdictsOf(noDeliveryInsideWindow);

const got = [delivered('m0')];
const first = [send('m0'), receive({ at: 10, v: 30, got })];
const setVisibility = (seconds: number, at: number) =>
  op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: { VisibilityTimeout: `${seconds}` } }, undefined, { at });

describe('sqs:I5 no delivery inside the window', () => {
  test('one tick before its end (sqs:B1)', () => {
    broken(
      history([...first, receive({ at: 30_009, got })]),
      'receive #2 delivered m0 at 30.009 s, but receive #1 hid it from 0.01 s for 30 s; 0.001 s are missing',
      [2, 1],
    );
  });

  test('the timeout of the queue (sqs:V1), which a later change does not touch (sqs:V10)', () => {
    const ops = [send('m0'), receive({ at: 10, got }), setVisibility(0, 20), receive({ at: 5000, got })];
    broken(
      history(ops, { queues: { q1: { VisibilityTimeout: '10' } } }),
      'receive #3 delivered m0 at 5 s, but receive #1 hid it from 0.01 s for 10 s; 5.01 s are missing',
      [3, 1],
    );
  });

  test('a receive with V = 0 does not see what another has hidden (sqs:V3)', () => {
    broken(
      history([...first, receive({ at: 1000, v: 0, got })]),
      'receive #2 delivered m0 at 1 s, but receive #1 hid it from 0.01 s for 30 s; 29.01 s are missing',
      [2, 1],
    );
  });

  test('the timeout of a call is not remembered, nor is the one before it (sqs:V5)', () => {
    const ops = [
      send('m0'),
      receive({ at: 10, v: 1, got }),
      receive({ at: 2000, v: 30, got }),
      receive({ at: 4000, got }),
    ];
    broken(
      history(ops),
      'receive #3 delivered m0 at 4 s, but receive #2 hid it from 2 s for 30 s; 28 s are missing',
      [3, 2],
    );
  });

  test('lengthened with the current handle inside the window (sqs:V7)', () => {
    const ops = [...first, change('m0/1', 60, { at: 20_000 }), receive({ at: 50_000, got })];
    broken(
      history(ops),
      'receive #3 delivered m0 at 50 s, but change #2 hid it from 20 s for 60 s; 30 s are missing',
      [3, 2],
    );
  });

  test('a refused change shortens nothing (sqs:OP6)', () => {
    const refused = 'InvalidParameterValueException';
    broken(
      history([...first, change('m0/1', 0, { at: 20, refused }), receive({ at: 30, got })]),
      'receive #3 delivered m0 at 0.03 s, but receive #1 hid it from 0.01 s for 30 s; 29.98 s are missing',
      [3, 1],
    );
  });

  test('a stale handle that lengthens is no reason for less', () => {
    const ops = [
      send('m0'),
      receive({ at: 10, v: 1, got }),
      receive({ at: 2000, v: 30, got }),
      change('m0/1', 60, { at: 3000 }),
      receive({ at: 20_000, got }),
    ];
    broken(
      history(ops),
      'receive #4 delivered m0 at 20 s, but receive #2 hid it from 2 s for 30 s; 12 s are missing',
      [4, 2],
    );
  });

  test('two overlapping polls get the same message', () => {
    const ops = [
      send('m0'),
      receive({ at: 10, to: 15_000, wait: 20, v: 30, got }),
      receive({ at: 20, to: 12_000, wait: 20, v: 25, got }),
    ];
    broken(
      history(ops),
      'receive #1 and receive #2 both delivered m0 between 0.01 s and 15 s, hidden for 25 s by the first of the two',
      [1, 2],
    );
  });

  test('one answer holds the message twice', () => {
    broken(
      history([send('m0'), receive({ at: 10, v: 30, got: [...got, ...got] })]),
      'receive #1 delivered m0 twice between 0.01 s and 0.01 s, hidden for 30 s by the first of the two',
      [1],
    );
  });

  test('in the dead-letter queue too', () => {
    const policy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 });
    const dead = (at: number) => receive({ at, queue: 'dead', got });
    const ops = [send('m0'), receive({ at: 10, v: 0, got }), dead(20), dead(5000)];
    broken(
      history(ops, { queues: { q1: { RedrivePolicy: policy }, dead: {} } }),
      'receive #3 delivered m0 at 5 s, but receive #2 hid it from 0.02 s for 30 s; 25.02 s are missing',
      [3, 2],
    );
  });

  test('a lost answer is no reason to be early', () => {
    broken(
      history([...first, receive({ at: 20, v: 0, unknown: true }), receive({ at: 30, got })]),
      'receive #3 delivered m0 at 0.03 s, but receive #1 hid it from 0.01 s for 30 s; 29.98 s are missing',
      [3, 1],
    );
  });
});

test('sqs:I5 a lost answer cannot have taken what was in flight: the handle was still current', () => {
  const lost = receive({ at: 20, unknown: true });
  broken(
    history([...first, lost, change('m0/1', 60, { at: 29_000 }), receive({ at: 31_000, got })]),
    'receive #4 delivered m0 at 31 s, but change #3 hid it from 29 s for 60 s; 58 s are missing',
    [4, 3],
  );
});

describe('sqs:I5 tempting, but good', () => {
  test('at the very end of the window (sqs:B1), also for a poll that began inside it (sqs:P8)', () => {
    holds(history([...first, receive({ at: 30_010, got })]), 1);
    holds(history([...first, receive({ at: 29_000, to: 30_010, wait: 20, got })]), 1);
  });

  test('V = 0 hides nothing (sqs:V6), also in one answer (sqs:RM9)', () => {
    holds(history([send('m0'), receive({ at: 10, v: 0, got: [...got, ...got] }), receive({ at: 11, got })]), 3);
  });

  test('freed with a stale handle while another consumer holds the message (sqs:RH6)', () => {
    const ops = [
      send('m0'),
      receive({ at: 10, v: 1, got }),
      receive({ at: 2000, v: 30, got }),
      change('m0/1', 0, { at: 3000 }),
      receive({ at: 3001, got }),
    ];
    holds(history(ops), 2);
  });

  test('lengthened after the window was over: it may have done nothing (sqs:RH7)', () => {
    holds(history([...first, change('m0/1', 60, { at: 30_010 }), receive({ at: 30_020, got })]), 1);
  });

  test('shortened, lengthened, shortened: the last one counts (sqs:V7)', () => {
    const changes = [change('m0/1', 5, { at: 100 }), change('m0/1', 60, { at: 200 }), change('m0/1', 1, { at: 300 })];
    holds(history([...first, ...changes, receive({ at: 1300, got })]), 1);
  });

  test('lengthened with a handle that a lost answer may have made stale (sqs:RH7)', () => {
    const lost = receive({ at: 31_000, v: 1, unknown: true });
    holds(history([...first, lost, change('m0/1', 60, { at: 31_500 }), receive({ at: 33_000, got })]), 1);
  });

  test('lengthened when it had just been freed: it may have done nothing', () => {
    const changes = [change('m0/1', 1, { at: 100 }), change('m0/1', 60, { at: 1100 })];
    holds(history([...first, ...changes, receive({ at: 1101, got })]), 1);
  });

  test('a poll that got the message before a receive that began later', () => {
    const ops = [send('m0'), receive({ at: 10, to: 9000, wait: 20, v: 30, got }), receive({ at: 20, v: 5, got })];
    holds(history(ops), 1);
  });

  test('a new timeout of the queue set while the poll was under way', () => {
    const poll = receive({ at: 10, to: 5000, wait: 20, got });
    holds(history([send('m0'), poll, setVisibility(1, 2000), receive({ at: 6000, got })]), 1);
  });

  test('a queue that a lost deletion left in place with its own timeout (sqs:CQ8)', () => {
    const ops = [
      op('DeleteQueue', { QueueUrl: 'q1' }, undefined, { at: 0, unknown: true }),
      op('CreateQueue', { QueueName: 'q1' }, { kind: 'ok', output: { QueueUrl: 'q1' } }, { at: 1 }),
      send('m0', { at: 2 }),
      receive({ at: 10, got }),
      receive({ at: 5010, got }),
    ];
    holds(history(ops, { queues: { q1: { VisibilityTimeout: '5' } } }), 1);
  });

  test('a tick that the clock of the endpoint does not resolve (sqs:B6)', () => {
    holds(history([...first, receive({ at: 29_500, got })], { early: 1000 }), 1);
  });

  test('a copy inside the window on the documented level (sqs:N3)', () => {
    holds(history([...first, receive({ at: 30, got })], { level: 'documented' }), 0);
  });
});

describe('sqs:I5 what a slow answer tells of when its window began (sqs:RM5)', () => {
  const slow = (attrs?: Record<string, string> | false) =>
    receive({ at: 10, to: 4000, v: 5, got: [delivered('m0', attrs === undefined ? {} : { attrs })] });
  const again = receive({ at: 6000, got });

  test('the time of the first receive', () => {
    const says = (from: string, missing: string) =>
      `receive #2 delivered m0 at 6 s, but receive #1 hid it from ${from} s for 5 s; ${missing} s are missing`;
    broken(history([send('m0'), slow(), again]), says('4', '3'), [2, 1]);
    // a clock that stands 700 to 701 ms ahead by what the send says, and may be early by 50 ms
    const frame = { epochError: 5000, early: 50 };
    const ahead = { SentTimestamp: '700', ApproximateFirstReceiveTimestamp: '4000' };
    broken(history([send('m0'), slow(ahead), again], frame), says('3.249', '2.249'), [2, 1]);
  });

  test('nothing: it was taken soon enough by that time, for all that is known', () => {
    undecided(history([send('m0'), slow({ ApproximateFirstReceiveTimestamp: '1000' }), again]), 1);
  });

  test('the send', () => {
    const poll = receive({ at: 0, to: 4000, v: 5, wait: 20, got: [delivered('m0', { attrs: false })] });
    const sent = send('m0', { at: 3000 });
    const late = receive({ at: 7500, got });
    const says = 'receive #2 delivered m0 at 7.5 s, but receive #0 hid it from 3 s for 5 s; 0.5 s are missing';
    broken(history([poll, sent, late]), says, [2, 0]);
  });

  test.each([
    ['a later receive', { ApproximateReceiveCount: '2' }],
    ['a clock that the sends contradict', { SentTimestamp: '-9000' }],
    ['no number', { ApproximateFirstReceiveTimestamp: 'soon' }],
  ])('nothing: %s', (_, attrs) => {
    undecided(history([send('m0'), slow(attrs), again], { epochError: 5000 }), 1);
  });
});

describe('sqs:I5 open', () => {
  test('a change without known outcome may have freed the message', () => {
    undecided(history([...first, change('m0/1', 0, { at: 20, unknown: true }), receive({ at: 30, got })]), 1);
  });

  test('a slow answer leaves open when the window began', () => {
    const slow = receive({ at: 10, to: 4000, v: 5, got: [delivered('m0', { attrs: false })] });
    undecided(history([send('m0'), slow, receive({ at: 6000, got })]), 1);
  });

  test('a lengthening without known outcome', () => {
    const ops = [...first, change('m0/1', 60, { at: 29_000, unknown: true }), receive({ at: 31_000, got })];
    undecided(history(ops), 1);
  });
});
