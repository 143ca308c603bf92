import { describe } from 'vitest';
import {
  change,
  changeBatch,
  counters,
  del,
  delBatch,
  on,
  purge,
  receive,
  redrive,
  type Story,
  send,
  set,
  taking,
  tellAll,
} from './service.js';

const notAHandle = 'ReceiptHandleIsInvalid';
const refused = 'InvalidParameterValue';

/** Received once, the window is over. */
const expired: Story['lines'] = [
  [0, send('a')],
  [0, receive({ v: 1 }), 'a'],
];
/** Received twice, in flight under the second handle until 31 s. */
const twice: Story['lines'] = [...expired, [1000, receive({ v: 30 }), 'a']];

const stories: Story[] = [
  {
    rule: 'the current handle deletes (sqs:DM1)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, del('a/1')],
      [1, counters, '0 0 0'],
    ],
  },
  ...['garbage', '', 'q', 'q/1', 'q/1/2', 'q/2/1', 'q/01/1', 'q/1/01', 'q/1/0', 'q/0/1', '/1/1', 'q/1/1 ', 'q//1'].map(
    (garbage) => ({
      rule: `a handle that was never issued is refused, "${garbage}" (sqs:RH1, sqs:E20)`,
      lines: [
        [0, send('a')],
        [0, receive(), 'a'],
        [1, del(garbage), notAHandle],
        [1, change(garbage, 0), notAHandle],
        [1, delBatch(garbage), `1 ${notAHandle}`],
        [1, changeBatch(0, garbage), `1 ${notAHandle}`],
        [1, counters, '0 1 0'],
      ] satisfies Story['lines'],
    }),
  ),
  {
    rule: 'no handle is one before its message was received (sqs:RH1)',
    lines: [
      [0, send('a')],
      [0, del('q/1/1'), notAHandle],
      [0, receive(), 'a'],
    ],
  },
  {
    rule: 'an expired handle deletes as long as the message was not received again (sqs:RH2, sqs:RH14)',
    lines: [...expired, [200_000, del('a/1')], [200_000, counters, '0 0 0']],
  },
  {
    rule: 'a handle whose window a change has ended deletes (sqs:RH2)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, change('a/1', 0)],
      [2, del('a/1')],
      [2, counters, '0 0 0'],
    ],
  },
  {
    rule: 'a handle without a window deletes (sqs:RH2, sqs:V6)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [1, del('a/1')],
      [1, counters, '0 0 0'],
    ],
  },
  {
    rule: 'a stale handle deletes (sqs:RH3)',
    lines: [...twice, [1001, del('a/1')], [1001, counters, '0 0 0'], [31_000, receive(), '-']],
  },
  {
    rule: 'a stale handle may succeed and not delete (sqs:RH3, sqs:N7)',
    lines: [
      ...twice,
      [1001, taking({ 'stale-delete': 1 }, del('a/1'))],
      [1001, counters, '0 1 0'],
      [31_000, receive(), 'a'],
    ],
  },
  {
    rule: 'in a batch each stale handle has its own answer (sqs:RH3)',
    lines: [
      [0, send('a')],
      [0, send('b')],
      [0, receive({ max: 2, v: 0 }), 'a b'],
      [0, receive({ max: 2 }), 'a b'],
      [1, taking({ 'stale-delete': [0, 1] }, delBatch('a/1', 'b/1')), '1 ok, 2 ok'],
      [1, counters, '0 1 0'],
      [30_000, receive({ max: 10 }), 'b'],
    ],
  },
  {
    rule: 'current and expired handles delete whatever liberty there is (sqs:RH2)',
    lines: [...twice, [31_000, taking({ 'stale-delete': 1 }, del('a/2'))], [31_000, counters, '0 0 0']],
  },
  {
    rule: 'deletes repeat silently with the same and with older handles (sqs:RH4, sqs:RH14)',
    lines: [...twice, [1001, del('a/2')], [1002, del('a/2')], [1003, del('a/1')], [1004, counters, '0 0 0']],
  },
  {
    rule: 'a delete of an expired message succeeds silently (sqs:RH5)',
    queues: { q: { MessageRetentionPeriod: '60' } },
    lines: [
      [0, send('a')],
      [0, receive({ v: 100 }), 'a'],
      [60_000, del('a/1')],
      [60_000, change('a/1', 0), refused],
    ],
  },
  {
    rule: 'a stale handle frees the message for everyone (sqs:RH6, sqs:CV1)',
    lines: [...twice, [1001, change('a/1', 0)], [1001, receive(), 'a']],
  },
  {
    rule: 'a stale handle lengthens the window of the newest (sqs:RH6)',
    lines: [...twice, [1001, change('a/1', 60)], [60_999, receive(), '-'], [61_001, receive(), 'a']],
  },
  {
    rule: 'the 12 h of a stale handle count from its own receive (sqs:RH6, sqs:V8)',
    lines: [...twice, [1000, change('a/1', 43_200), refused], [1000, change('a/1', 43_199)]],
  },
  {
    rule: 'a change with an expired handle hides the message again (sqs:RH7)',
    lines: [
      ...expired,
      [1000, change('a/1', 5)],
      [1000, counters, '0 1 0'],
      [5999, receive(), '-'],
      [6000, receive(), 'a'],
    ],
  },
  {
    rule: 'a change with an expired handle may succeed and do nothing (sqs:RH7, sqs:N7)',
    lines: [
      ...expired,
      [1000, taking({ 'expired-change': 1 }, change('a/1', 5))],
      [1000, counters, '1 0 0'],
      [1000, receive(), 'a'],
    ],
  },
  {
    rule: 'current and stale handles change whatever liberty there is (sqs:RH6)',
    lines: [
      ...twice,
      [1001, taking({ 'expired-change': 1 }, change('a/2', 60))],
      [31_001, receive(), '-'],
      [31_001, taking({ 'expired-change': 1 }, change('a/1', 0))],
      [31_001, receive(), 'a'],
    ],
  },
  {
    rule: 'no change after a delete (sqs:RH8, sqs:E22)',
    lines: [
      ...twice,
      [1001, del('a/2')],
      [1002, change('a/2', 0), refused],
      [1002, change('a/1', 10), refused],
      [1002, changeBatch(0, 'a/1', 'a/2'), `1 ${refused}, 2 ${refused}`],
      [1002, counters, '0 0 0'],
    ],
  },
  {
    rule: 'a handle of another queue is garbage (sqs:RH13)',
    queues: { q: {}, other: {} },
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, on('other', del('a/1')), notAHandle],
      [1, on('other', change('a/1', 0)), notAHandle],
      [1, on('other', delBatch('a/1')), `1 ${notAHandle}`],
      [1, counters, '0 1 0'],
      [1, del('a/1')],
    ],
  },
  {
    rule: 'the handle of a message that was dead-lettered is of no use in either queue (sqs:RH13, sqs:X8)',
    queues: { q: { RedrivePolicy: redrive('dlq', 1) }, dlq: {} },
    lines: [
      [0, send('a')],
      [0, receive({ v: 0 }), 'a'],
      [1, receive(), '-'],
      [2, del('a/1')],
      [2, change('a/1', 0), refused],
      [2, on('dlq', del('a/1')), notAHandle],
      [2, on('dlq', counters), '1 0 0'],
    ],
  },
  {
    rule: 'handles of purged messages: delete succeeds silently, a change is refused (sqs:PQ5)',
    lines: [
      [0, send('a')],
      [0, receive(), 'a'],
      [1, purge],
      [2, del('a/1')],
      [2, change('a/1', 0), refused],
    ],
  },
  {
    rule: 'handles outlive every change of the queue and any time (sqs:RH14)',
    lines: [
      [0, send('a')],
      [0, receive({ v: 1 }), 'a'],
      [1, set({ VisibilityTimeout: '0', DelaySeconds: '900' })],
      [345_599_999, del('a/1')],
      [345_599_999, counters, '0 0 0'],
    ],
  },
];

describe('receipt handles', () => {
  tellAll(stories);
});
