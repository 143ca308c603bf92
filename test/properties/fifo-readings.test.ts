import { describe, expect, test } from 'vitest';
import { deadLetterAfterLimit } from '../../properties/dead-letter-after-limit.js';
import { deadLetterIdentity } from '../../properties/dead-letter-identity.js';
import { delayEnds } from '../../properties/delay-ends.js';
import { maxReceives } from '../../properties/max-receives.js';
import { noDeliveryAfterDelete } from '../../properties/no-delivery-after-delete.js';
import { noDeliveryInsideWindow } from '../../properties/no-delivery-inside-window.js';
import { noEarlyDelivery } from '../../properties/no-early-delivery.js';
import { noInvention } from '../../properties/no-invention.js';
import { noLoss } from '../../properties/no-loss.js';
import { onePlace } from '../../properties/one-place.js';
import { responseBounds } from '../../properties/response-bounds.js';
import { retention } from '../../properties/retention.js';
import { timestamps } from '../../properties/timestamps.js';
import type { History } from '../../src/core/history.js';
import { change, dead, del, fifo, got, q, receive, send, setAttributes, withDead } from '../fifo.js';
import * as plain from '../histories.js';
import { delivered, history } from '../histories.js';
import { accusersOf, verdictsOf } from '../verdicts.js';

/** What FIFO queues promise beyond standard ones, in properties that judge both. */

const documented = fifo({}, { level: 'documented' });
const first = [send('m0'), receive({ at: 10, v: 5, got: got('m0') })];
const moved = [...first, receive({ at: 6000 })];
const letter = (at: number, attrs: Record<string, string | undefined> = {}) =>
  receive({ at, v: 5, queue: dead, got: [delivered('m0', { attrs })] });

describe('sqs:I5 exactly-once within the window (sqs:F38)', () => {
  const inside = verdictsOf(noDeliveryInsideWindow);
  const twice = [...first, receive({ at: 20, got: got('m0') })];

  test('documented too, unlike a standard queue (sqs:N3)', () => {
    inside.broken(
      history(twice, documented),
      'receive #2 delivered m0 at 0.02 s, but receive #1 hid it from 0.01 s for 5 s; 4.99 s are missing',
      [2, 1],
    );
    const standard = [
      plain.send('m0'),
      plain.receive({ at: 10, v: 5, got: got('m0') }),
      plain.receive({ at: 20, got: got('m0') }),
    ];
    inside.holds(history(standard, { level: 'documented' }), 0);
  });

  test('a change with a stale handle may do nothing (sqs:U3)', () => {
    const ops = [
      ...first,
      receive({ at: 6000, v: 5, got: got('m0') }),
      change('m0/1', 60, { at: 6010 }),
      receive({ at: 12_000, got: got('m0') }),
    ];
    inside.holds(history(ops, fifo()), 2);
  });
});

describe('sqs:I6 deleted for good (sqs:F50)', () => {
  const back = verdictsOf(noDeliveryAfterDelete);

  test('documented too, unlike a standard queue (sqs:N4)', () =>
    back.broken(
      history([...first, del('m0/1', { at: 20 }), receive({ at: 6000, got: got('m0') })], documented),
      'receive #3 delivered m0 at 6 s, but delete #2 had deleted it by 0.02 s with its latest handle, that of receive #1',
      [3, 2, 1],
    ));

  test('in the window nobody else can have received it, in a lost answer either (sqs:F38)', () => {
    const lost = receive({ at: 15, unknown: true });
    back.broken(
      history([...first, lost, del('m0/1', { at: 20 }), receive({ at: 6000, got: got('m0') })], fifo()),
      'receive #4 delivered m0 at 6 s, but delete #3 had deleted it by 0.02 s with its latest handle, that of receive #1',
      [4, 3, 1],
    );
    const late = [...first, lost, del('m0/1', { at: 5020 }), receive({ at: 60_000, got: got('m0') })];
    back.undecided(history(late, fifo()), 1);
  });

  test('good: a refused delete, and one with a stale handle (sqs:U4)', () => {
    const again = receive({ at: 6000, v: 1, got: got('m0') });
    const expired = del('m0/1', { at: 5500, refused: 'InvalidParameterValueException' });
    back.holds(history([...first, expired, again], fifo()), 0);
    back.holds(history([...first, again, del('m0/1', { at: 6010 }), receive({ at: 8000, got: got('m0') })], fifo()), 0);
  });
});

describe('sqs:I8 no message twice in one answer', () => {
  const ops = (v: number) => [send('m0'), receive({ at: 10, v, got: got('m0', 'm0') })];
  test('documented too', () => {
    verdictsOf(responseBounds).broken(history(ops(5), documented), 'receive #1 got m0 twice in one answer', [1]);
    verdictsOf(responseBounds).holds(history(ops(0), documented), 1);
  });
});

describe('sqs:I4 only the delay of the queue counts (sqs:DY2)', () => {
  const early = verdictsOf(noEarlyDelivery);

  test('a zero of the send changes nothing', () =>
    early.broken(
      history([send('m0', { delay: 0 }), receive({ at: 5000, got: got('m0') })], fifo({ DelaySeconds: '10' })),
      'receive #1 delivered m0 at 5 s, but it is delayed from 0 s for 10 s; 5 s are missing',
      [1, 0],
    ));

  test('a change while it is delayed is retroactive (sqs:DY4)', () => {
    const ops = (to: string, at: number) => [
      send('m0'),
      setAttributes({ DelaySeconds: to }, { at: 1000 }),
      receive({ at, got: got('m0') }),
    ];
    const from = fifo({ DelaySeconds: '10' });
    early.holds(history(ops('2', 2000), from), 1);
    early.broken(
      history(ops('60', 30_000), from),
      'receive #2 delivered m0 at 30 s, but it is delayed from 0 s for 60 s; 30 s are missing',
      [2, 0],
    );
    early.holds(
      history(
        [...first, setAttributes({ DelaySeconds: '60' }, { at: 20 }), receive({ at: 6000, got: got('m0') })],
        fifo(),
      ),
      0,
    );
  });

  test('and the poll that waits for it gets it then (sqs:I43)', () => {
    const poll = (to: number, messages: plain.Delivered[]) => [
      send('m0'),
      receive({ at: 1, to, wait: 20, got: messages }),
      setAttributes({ DelaySeconds: '2' }, { at: 1000 }),
    ];
    verdictsOf(delayEnds).broken(
      history(poll(10_000, got('m0')), fifo({ DelaySeconds: '10' })),
      'receive #1 waited from 0.001 s to 10 s and answered only then, but m0 was there for it from 2 s on: send #0 sent it at 0 s with a delay of 2 s',
      [1, 0],
    );
    verdictsOf(delayEnds).holds(history(poll(2000, got('m0')), fifo({ DelaySeconds: '10' })), 1);
  });
});

describe('sqs:I10 to sqs:I13 dead letters of FIFO queues, documented too', () => {
  const frame = (max: number) => withDead(max, { level: 'documented' });

  test('more deliveries than the limit allows', () =>
    verdictsOf(maxReceives).broken(
      history([...first, receive({ at: 6000, got: got('m0') })], frame(1)),
      `receive #2 delivered m0 from ${q} as delivery number 2, after receive #1, but maxReceiveCount is 1`,
      [2, 1],
    ));

  test('moved before its window is over', () =>
    verdictsOf(deadLetterAfterLimit).broken(
      history([...first, letter(1000)], frame(1)),
      `receive #2 delivered m0 from ${dead} at 1 s, but receive #1 hid it in ${q} from 0.01 s for 5 s; 4.01 s are missing`,
      [2, 1],
    ));

  test('back in the queue it came from', () =>
    verdictsOf(onePlace).broken(
      history([...moved, letter(7000), receive({ at: 8000, got: got('m0') })], frame(1)),
      `receive #4 delivered m0 from ${q}, but receive #3 had delivered it from its dead-letter queue ${dead} before`,
      [4, 3],
    ));

  test('its deduplication id is its MessageId (sqs:X10)', () => {
    const identity = verdictsOf(deadLetterIdentity);
    const shows = (MessageDeduplicationId: string | undefined) =>
      history([...moved, letter(7000, { MessageDeduplicationId, DeadLetterQueueSourceArn: `a:${q}` })], frame(1));
    identity.broken(
      shows('m0'),
      `receive #3 delivered m0 from ${dead} with MessageDeduplicationId m0; that of a dead letter is its MessageId id-m0`,
      [3],
    );
    identity.holds(shows('id-m0'), 2);
  });
});

describe('sqs:RT5 a FIFO dead letter is young again', () => {
  const frame = withDead(1, {}, { MessageRetentionPeriod: '60' });
  const ops = (at: number) => [...moved, letter(50_000), letter(at)];

  test('its age counts from the move', () => {
    verdictsOf(retention).holds(history(ops(109_999), frame), 3);
    verdictsOf(retention).broken(
      history(ops(110_000), frame),
      `receive #4 delivered m0 from ${dead} at 110 s, but receive #3 had received it by 50 s, at least 60 s before, and ${dead} keeps messages for 60 s`,
      [4, 3],
    );
  });

  test('and with it the SentTimestamp (sqs:X9)', () => {
    const shows = (SentTimestamp: string) => history([...moved, letter(7000, { SentTimestamp })], frame);
    verdictsOf(timestamps).broken(
      shows('0'),
      'receive #3 delivered m0 with SentTimestamp 0, but it is that of the move (sqs:X9), which was at 10 to 7000',
      [3, 1],
    );
    verdictsOf(timestamps).holds(shows('6000'), 4);
  });

  test('so it must not be lost for its old age', () => {
    const drain = (queue: string, at: number) => receive({ queue, at, to: at + 20_000, wait: 20, drain: true });
    const letters = [...first, receive({ at: 50_000 }), letter(51_000)];
    const end = [drain(q, 70_000), drain(dead, 70_001)];
    verdictsOf(noLoss).broken(
      history([...letters, ...end], {
        ...withDead(1, {}, { MessageRetentionPeriod: '90' }),
        drained: true,
        drainedFrom: 70_000,
      }),
      `send #0 sent m0 at 0 s and no call can have removed it; receive #3 was the last to receive it, and receive #5 found ${dead} empty at 90.001 s`,
      [0, 3, 5],
    );
  });

  test('good: it grew old there, since a policy that was set later had moved it (sqs:X11)', () => {
    const { RedrivePolicy } = withDead(1).queues[q] as Record<string, string>;
    const drain = receive({ queue: dead, at: 95_000, to: 115_000, wait: 20, drain: true });
    const ops = [
      ...first,
      setAttributes({ RedrivePolicy: RedrivePolicy! }, { at: 20_000 }),
      receive({ at: 30_000 }),
      drain,
    ];
    const queues = { [q]: { FifoQueue: 'true' }, [dead]: { FifoQueue: 'true', MessageRetentionPeriod: '60' } };
    verdictsOf(noLoss).holds(history(ops, { queues, drained: true, drainedFrom: 95_000 }), 0);
  });
});

describe('sqs:I40 a message that waits behind its group', () => {
  const drained = (at: number) => ({ ...fifo(), drained: true, drainedFrom: at });
  const drain = (at: number, messages: plain.Delivered[] = [], to = at + 20_000) =>
    receive({ at, to, wait: 20, v: 30, drain: true, got: messages });
  const sends = [send('m0'), send('m1', { at: 1 })];

  test('is owed when everything before it is gone', () =>
    verdictsOf(noLoss).broken(
      history([...sends, drain(10, got('m0'), 10), del('m0/1', { at: 11, drain: true }), drain(12)], drained(10)),
      `send #1 sent m1 at 0.001 s and no call can have removed it; nobody has received it, and receive #4 found ${q} empty at 20.012 s`,
      [1, 4],
    ));

  test('is not owed while the head is in flight', () => {
    const head = receive({ at: 2, v: 600, max: 1, got: got('m0') });
    verdictsOf(noLoss).undecided(history([...sends, head, drain(10)], drained(10)), 2);
  });
});

describe('which send made a message', () => {
  const d = { dedup: 'd' };

  test('a duplicate of a lost send is answered with its message (sqs:F21)', () => {
    const ops = [send('m0', { unknown: true, ...d }), send('m1', { at: 1000, ...d })];
    const came = (body: string, more: object = {}) =>
      receive({ at: 2000, got: [delivered(body, { id: 'id-m1', ...more })] });
    verdictsOf(noInvention).holds(history([...ops, came('m0')], fifo()), 1);
    verdictsOf(timestamps).holds(history([...ops, came('m0', { attrs: { SentTimestamp: '0' } })], fifo()), 2);
    verdictsOf(timestamps).broken(
      history([...ops, came('m1', { attrs: { SentTimestamp: '0' } })], fifo()),
      'receive #2 delivered m1 with SentTimestamp 0, but send #1 was at 1000',
      [2, 1],
    );
  });

  test('of several lost sends with one body, one that fits what is shown', () => {
    const ops = [
      send('m0', { unknown: true, group: 'g' }),
      send('m0', { at: 5, unknown: true, group: 'h', dedup: 'other' }),
    ];
    const came = (group: string, at: string) =>
      receive({
        at: 9,
        got: [
          delivered('m0', { attrs: { MessageGroupId: group, MessageDeduplicationId: 'other', SentTimestamp: at } }),
        ],
      });
    verdictsOf(timestamps).holds(history([...ops, came('h', '5')], fifo()), 2);
    verdictsOf(timestamps).broken(
      history([...ops, came('h', '1')], fifo()),
      'receive #2 delivered m0 with SentTimestamp 1, but send #1 was at 5 to 9',
      [2, 1],
    );
  });

  test('one body from two lost sends to two queues', () => {
    const frame = fifo({}, { queues: { 'q2.fifo': { FifoQueue: 'true' } } });
    const ops = [send('m0', { unknown: true }), send('m0', { at: 1, queue: 'q2.fifo', unknown: true })];
    const came = receive({ at: 9, queue: 'q2.fifo', got: got('m0') });
    verdictsOf(noInvention).holds(history([...ops, came], frame), 1);
  });
});

describe('sqs:F20 a duplicate that was answered with a message of its own', () => {
  /** A duplicate of m0, or with an id of its own a message like any other. */
  const m1 = (dedup: string, more: object = {}) => send('m1', { at: 20, dedup, ...more });
  const empty = (at: number) => receive({ at, to: at + 20_000, wait: 20 });
  const head = receive({ at: 10, v: 30, max: 1, got: got('m0') });
  const drainedFrom = { ...fifo(), drained: true, drainedFrom: 100_000 };
  const drain = (at: number, messages: plain.Delivered[], to = at + 20_000) =>
    receive({ at, to, wait: 20, v: 30, drain: true, got: messages });
  const counts = (available: number) =>
    plain.op(
      'GetQueueAttributes',
      { QueueUrl: q, AttributeNames: ['ApproximateNumberOfMessages'] },
      plain.ok({ Attributes: { ApproximateNumberOfMessages: String(available) } }),
      { at: 30 },
    );

  const situations: [title: string, accuser: string, of: (dedup: string) => History][] = [
    [
      'is never received',
      'no-loss',
      (dedup) => {
        const ops = [
          send('m0'),
          m1(dedup),
          drain(100_000, got('m0'), 100_000),
          del('m0/1', { at: 100_001, drain: true }),
        ];
        return history([...ops, drain(100_002, [])], drainedFrom);
      },
    ],
    ['is not counted', 'counters', (dedup) => history([send('m0'), m1(dedup), counts(1)], fifo())],
    [
      'does not end a long poll that finds nothing',
      'honest-long-poll',
      (dedup) => history([send('m0'), head, del('m0/1', { at: 15 }), m1(dedup), empty(30)], fifo()),
    ],
    [
      'does not wake a long poll',
      'wake-up',
      (dedup) => history([send('m0'), head, del('m0/1', { at: 15 }), empty(16), m1(dedup)], fifo()),
    ],
    [
      'does not come when the head of its group goes',
      'group-progress',
      (dedup) => history([send('m0'), head, m1(dedup), empty(30), del('m0/1', { at: 5000 })], fifo()),
    ],
    [
      'is passed over in its group',
      'group-order',
      (dedup) => {
        const ops = [send('m0'), head, del('m0/1', { at: 15 }), m1(dedup), send('m2', { at: 25 })];
        return history([...ops, receive({ at: 30, max: 1, got: got('m2') })], fifo());
      },
    ],
    [
      'has the sequence number of the original',
      'sequence-numbers',
      (dedup) => history([send('m0'), m1(dedup, { result: { SequenceNumber: plain.sequence(0) } })], fifo()),
    ],
  ];

  test.each(situations)('%s: that is no matter of %s', (_, accuser, of) => {
    expect(accusersOf(of('m0'))).toEqual(['deduplication']);
    expect(accusersOf(of('own'))).toContain(accuser);
  });

  test('may be counted too', () =>
    expect(accusersOf(history([send('m0'), m1('m0'), counts(2)], fifo()))).toEqual(['deduplication']));

  test('the original is owed all the same', () => {
    const ops = [send('m0'), m1('m0'), drain(100_000, [])];
    verdictsOf(noLoss).broken(
      history(ops, drainedFrom),
      `send #0 sent m0 at 0 s and no call can have removed it; nobody has received it, and receive #2 found ${q} empty at 120 s`,
      [0, 2],
    );
  });

  test('of two sends at once either may be the copy', () => {
    const ops = [send('m0', { to: 9, dedup: 'd' }), send('m1', { at: 1, to: 5, dedup: 'd' })];
    for (const body of ['m0', 'm1']) {
      const came = [
        drain(100_000, got(body), 100_000),
        del(`${body}/1`, { at: 100_001, drain: true }),
        drain(100_002, []),
      ];
      expect(accusersOf(history([...ops, ...came], drainedFrom))).toEqual(['deduplication']);
    }
  });

  test('after 300 s it is a message like any other', () => {
    const ops = [send('m0'), send('m1', { at: 300_000, dedup: 'm0' })];
    const came = [drain(400_000, got('m0'), 400_000), del('m0/1', { at: 400_001, drain: true }), drain(400_002, [])];
    const accusers = accusersOf(history([...ops, ...came], { ...drainedFrom, drainedFrom: 400_000 }));
    expect(accusers).toEqual(['honest-long-poll', 'no-loss']);
  });
});
