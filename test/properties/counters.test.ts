import { describe, expect, test } from 'vitest';
import { counters } from '../../properties/counters.js';
import { noEarlyDelivery } from '../../properties/no-early-delivery.js';
import { arnOf } from '../../src/core/calls.js';
import { change, type Draft, del, delivered, history, ok, op, receive, send } from '../histories.js';
import { verdictsOf } from '../verdicts.js';

const { broken, holds } = verdictsOf(counters);

/** A read that shows these numbers of available, not visible and delayed messages. */
const counts = (at: number, [available, hidden, delayed]: [number, number, number], queue = 'q1', to = at): Draft =>
  op(
    'GetQueueAttributes',
    { QueueUrl: queue, AttributeNames: ['All'] },
    ok({
      Attributes: {
        ApproximateNumberOfMessages: String(available),
        ApproximateNumberOfMessagesNotVisible: String(hidden),
        ApproximateNumberOfMessagesDelayed: String(delayed),
      },
    }),
    { at, to },
  );

const got = [delivered('m0')];
const sent = [send('m0'), send('m1', { at: 1, delay: 10 })];
const received = [...sent, receive({ at: 2, v: 5, got })];
const purge = (at: number, unknown = false) => op('PurgeQueue', { QueueUrl: 'q1' }, ok(), { at, unknown });
const redrive = { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 1 }) };

describe('sqs:I26 counters', () => {
  test.each<[string, Draft[], number, [number, number, number], string]>([
    ['a send is not counted', sent, 2, [0, 0, 1], '0 messages available'],
    ['a delayed message is counted too late (sqs:B2)', sent, 10_001, [1, 0, 1], '1 message delayed'],
    ['a message in flight is not (sqs:V1)', received, 3, [0, 0, 1], '0 messages not visible'],
    ['the end of a window is missed (sqs:C4)', received, 5002, [0, 1, 1], '1 message not visible'],
    ['the end of a window is early (sqs:B1)', received, 5001, [1, 0, 1], '1 message available'],
    ['a deleted message', [...received, del('m0/1', { at: 3 })], 4, [0, 1, 1], '1 message not visible'],
    ['a purged message (sqs:PQ2)', [...received, purge(3)], 4, [0, 0, 1], '1 message delayed'],
    ['a change to 0 (sqs:V7)', [...received, change('m0/1', 0, { at: 3 })], 4, [0, 1, 1], '1 message not visible'],
  ])('%s', (_, ops, at, shown, what) => {
    const read = `get attributes #${ops.length} counted ${what} on q1 at ${at / 1000} s, but there are`;
    const violation = expect.objectContaining({
      says: expect.stringContaining(read),
      ops: [ops.length, ops.length - 1],
    });
    expect(counters.check(history([...ops, counts(at, shown)]))).toMatchObject({
      kind: 'broken',
      violations: expect.arrayContaining([violation]),
    });
  });

  test('a message is counted twice (sqs:C1)', () =>
    broken(
      history([...received, { ...counts(3, [0, 1, 1]), ...showing('ApproximateNumberOfMessages', '1') }]),
      'get attributes #3 counted 1 message available on q1 at 0.003 s, but there are 0',
      [3, 2],
    ));

  test.each<[string, Draft[], number, [number, number, number]]>([
    ['before and after each send', sent, 2, [1, 0, 1]],
    ['at the end of the delay (sqs:B2)', sent, 10_001, [2, 0, 0]],
    ['in flight', received, 5001, [0, 1, 1]],
    ['at the end of the window, though nobody polls (sqs:C4)', received, 5002, [1, 0, 1]],
    ['deleted (sqs:C7)', [...received, del('m0/1', { at: 3 })], 4, [0, 0, 1]],
    ['purged', [...received, purge(3)], 4, [0, 0, 0]],
    ['lengthened while in flight', [...received, change('m0/1', 9, { at: 3 })], 9002, [0, 1, 1]],
  ])('good: %s', (_, ops, at, shown) => holds(history([...ops, counts(at, shown)]), 4));
});

describe('sqs:I26 what is free stays free', () => {
  const both = (ops: Draft[], at: number, legal: [number, number, number][], frame = {}) => {
    for (const shown of legal) holds(history([...ops, counts(at, shown)], frame), 4);
  };

  test('good: a change after the window may do nothing (sqs:RH7)', () =>
    both([...received, change('m0/1', 9, { at: 6000 })], 6001, [
      [1, 0, 1],
      [0, 1, 1],
    ]));

  test('good: a stale delete may not delete (sqs:RH3)', () =>
    both([...received, receive({ at: 6000, v: 5, got }), del('m0/1', { at: 6001 })], 6002, [
      [0, 1, 1],
      [0, 0, 1],
    ]));

  test('good: a delivery before the end of the delay hides all the same: that is a matter of no-early-delivery', () => {
    const early = (to: number) => [send('m0', { delay: 10 }), receive({ at: 5, to, v: 30, wait: 1, got })];
    holds(history([...early(5), counts(6, [0, 1, 0])]), 4);
    both(early(9), 6, [
      [0, 1, 0],
      [0, 0, 1],
    ]);
    verdictsOf(noEarlyDelivery).broken(
      history([...early(9), counts(6, [0, 1, 0])]),
      'receive #1 delivered m0 at 0.009 s, but it is delayed from 0 s for 10 s; 9.991 s are missing',
      [1, 0],
    );
    broken(
      history([...early(5), { ...counts(6, [0, 0, 0]), ...showing('ApproximateNumberOfMessagesDelayed', '1') }]),
      'get attributes #2 counted 1 message delayed on q1 at 0.006 s, but there are 0',
      [2, 1],
    );
    broken(
      history([
        send('m0', { delay: 10 }),
        { ...counts(6, [0, 0, 0]), ...showing('ApproximateNumberOfMessagesNotVisible', '1') },
      ]),
      'get attributes #1 counted 1 message not visible on q1 at 0.006 s, but there are 0',
      [1, 0],
    );
  });

  test('good: calls without known outcome (sqs:OP6)', () => {
    both([send('m0', { unknown: true })], 1, [
      [0, 0, 0],
      [1, 0, 0],
    ]);
    both([send('m0'), receive({ at: 1, v: 5, unknown: true })], 2, [
      [1, 0, 0],
      [0, 1, 0],
    ]);
    both([send('m0'), purge(1, true)], 2, [
      [1, 0, 0],
      [0, 0, 0],
    ]);
    both([...received, del('m0/1', { at: 3, unknown: true })], 4, [
      [0, 1, 1],
      [0, 0, 1],
    ]);
  });

  test('good: a send that overlaps the read', () => {
    const slow = [send('m0', { to: 9, fault: 'slow-reply' })];
    both(slow, 5, [
      [0, 0, 0],
      [1, 0, 0],
    ]);
  });

  test('good: an expired message may still be counted (sqs:C6)', () =>
    both(
      [send('m0')],
      70_000,
      [
        [0, 0, 0],
        [1, 0, 0],
      ],
      { queues: { q1: { MessageRetentionPeriod: '60' } } },
    ));

  test('good: a message that is due for the dead-letter queue is in one of the two (sqs:X3, sqs:X6)', () => {
    const frame = { queues: { q1: redrive, dead: {} } };
    const due = [send('m0'), receive({ at: 1, v: 1, got }), receive({ at: 2000 })];
    both(
      due,
      2001,
      [
        [0, 0, 0],
        [1, 0, 0],
      ],
      frame,
    );
    holds(history([...due, counts(2001, [1, 0, 0], 'dead')], frame), 4);
    holds(history([...due, counts(2001, [0, 0, 0], 'dead')], frame), 4);
  });

  test('but one that was seen in the dead-letter queue is there and nowhere else (sqs:X13)', () => {
    const frame = { queues: { q1: redrive, dead: {} } };
    const seen = [
      send('m0'),
      receive({ at: 1, v: 1, got }),
      receive({ at: 2000 }),
      receive({ at: 2001, v: 5, queue: 'dead', got }),
    ];
    holds(history([...seen, counts(2002, [0, 1, 0], 'dead')], frame), 4);
    holds(history([...seen, counts(2002, [0, 0, 0])], frame), 4);
    const still = { ...counts(2002, [0, 0, 0]), ...showing('ApproximateNumberOfMessages', '1') };
    broken(
      history([...seen, still], frame),
      'get attributes #4 counted 1 message available on q1 at 2.002 s, but there are 0',
      [4, 2],
    );
  });

  test('good: within the tolerance of the timers', () =>
    both(
      received,
      6500,
      [
        [0, 1, 1],
        [1, 0, 1],
      ],
      { late: 2000 },
    ));

  test('the sum is kept where the states are free (sqs:C7)', () => {
    const ops = [...received, change('m0/1', 9, { at: 6000 }), counts(6001, [1, 1, 1])];
    broken(history(ops), 'get attributes #4 counted 3 messages in all on q1 at 6.001 s, but there are 2', [4, 3]);
  });

  test('good: documented, all of it is approximate (sqs:C2)', () =>
    holds(history([...received, counts(3, [9, 9, 9])], { level: 'documented' }), 0));

  test('good: a read that asks for no counter', () => {
    const read = op('GetQueueAttributes', { QueueUrl: 'q1', AttributeNames: ['QueueArn'] }, ok({ Attributes: {} }));
    holds(history([read]), 0);
  });

  test('a dead letter that came round to its own queue', () => {
    const back = { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('q1'), maxReceiveCount: 1 }) };
    const ops = [
      send('m0'),
      receive({ at: 1, v: 0, got }),
      receive({ at: 2 }),
      receive({ at: 3, v: 0, queue: 'dead', got }),
      receive({ at: 4, queue: 'dead' }),
      counts(5, [1, 0, 0]),
    ];
    holds(history(ops, { queues: { q1: redrive, dead: back } }), 0);
  });
});

function showing(name: string, value: string) {
  return {
    call: 'GetQueueAttributes' as const,
    input: { QueueUrl: 'q1', AttributeNames: [name] },
    reply: ok({ Attributes: { [name]: value } }),
  };
}

describe('sqs:C3 counters of a FIFO queue', () => {
  const queue = 'f.fifo';
  const queues = { [queue]: { FifoQueue: 'true' } };
  const groups = ['g1', 'g1', 'g2'];
  const sends = groups.map((group, k) => send(`m${k}`, { queue, group, at: k }));
  const one = [...sends, receive({ queue, at: 3, v: 5, got: [delivered('m0')] })];

  test('good: the rest of a blocked group is available (sqs:C3)', () =>
    holds(history([...one, counts(4, [2, 1, 0], queue)], { queues }), 4));

  test('the rest of a blocked group is hidden', () => {
    const says = (what: string) => `get attributes #4 counted ${what} on f.fifo at 0.004 s, but there are`;
    expect(counters.check(history([...one, counts(4, [1, 2, 0], queue)], { queues }))).toMatchObject({
      violations: [{ says: `${says('1 message available')} 2` }, { says: `${says('2 messages not visible')} 1` }],
    });
  });

  const again = send('m9', { queue, at: 3, id: 'id-m0', dedup: 'm0' });

  test('good: a duplicate is not counted (sqs:F20, sqs:F21)', () =>
    holds(history([...sends, again, counts(4, [3, 0, 0], queue)], { queues }), 4));

  test('a duplicate is counted', () => {
    const verdict = counters.check(history([...sends, again, counts(4, [4, 0, 0], queue)], { queues }));
    expect(verdict).toMatchObject({
      violations: [
        { says: 'get attributes #4 counted 4 messages available on f.fifo at 0.004 s, but there are 3' },
        { says: 'get attributes #4 counted 4 messages in all on f.fifo at 0.004 s, but there are 3' },
      ],
    });
  });

  test('good: a send without known outcome may be one or none (sqs:OP6)', () => {
    const lost = send('m9', { queue, at: 3, unknown: true });
    for (const n of [3, 4]) holds(history([...sends, lost, counts(4, [n, 0, 0], queue)], { queues }), 4);
  });

  test('good: the queue delay is that of now (sqs:DY4)', () => {
    const delayed = { [queue]: { FifoQueue: 'true', DelaySeconds: '10' } };
    const shorter = op('SetQueueAttributes', { QueueUrl: queue, Attributes: { DelaySeconds: '0' } }, ok(), { at: 3 });
    holds(history([...sends, counts(3, [0, 0, 3], queue)], { queues: delayed }), 4);
    holds(history([...sends, shorter, counts(4, [3, 0, 0], queue)], { queues: delayed }), 4);
  });
});

describe('sqs:C1 counters beside a move task', () => {
  const queues = { q1: redrive, dead: {}, q2: {} };
  const task = op(
    'StartMessageMoveTask',
    { SourceArn: arnOf('dead'), DestinationArn: arnOf('q2') },
    ok({ TaskHandle: 't' }),
    { at: 1 },
  );
  const moving = [send('m0', { queue: 'dead' }), task];

  test('good: what it moves may be here or there (sqs:MT10)', () => {
    for (const n of [0, 1])
      for (const queue of ['dead', 'q2']) holds(history([...moving, counts(2, [n, 0, 0], queue)], { queues }), 4);
  });

  test('more than it can have moved', () => {
    const verdict = counters.check(history([...moving, counts(2, [2, 0, 0], 'q2')], { queues }));
    expect(verdict).toMatchObject({
      violations: [
        { says: 'get attributes #2 counted 2 messages available on q2 at 0.002 s, but there are 0 to 1' },
        { says: 'get attributes #2 counted 2 messages in all on q2 at 0.002 s, but there are 0 to 1' },
      ],
    });
  });
});
