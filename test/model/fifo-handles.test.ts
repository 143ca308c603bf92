import { describe, expect, test } from 'vitest';
import type { CallName, Calls } from '../../src/core/calls.js';
import {
  change,
  changeBatch,
  counters,
  del,
  delBatch,
  on,
  purge,
  receive,
  Service,
  type Story,
  sendTo,
  tellAll,
} from './service.js';

const fifo = { 'q.fifo': { VisibilityTimeout: '1' } };
const wrong = 'InvalidParameterValue';
const garbage = 'ReceiptHandleIsInvalid';
const received: Story['lines'] = [
  [0, sendTo('g', 'a')],
  [0, receive(), 'a'],
];
/** Received again after the first window. */
const receivedTwice: Story['lines'] = [...received, [1000, receive({ v: 10 }), 'a']];

const stories: Story[] = [
  {
    rule: 'a current handle deletes, up to the last millisecond of its window (sqs:RH9, sqs:F50, sqs:B1)',
    queues: fifo,
    lines: [...received, [999, del('a/1')], [999, counters, '0 0 0']],
  },
  {
    rule: 'an expired handle deletes nothing and is refused (sqs:RH9, sqs:F50, fifo_delete_after_visibility_timeout)',
    queues: fifo,
    lines: [...received, [1000, del('a/1'), wrong], [1000, counters, '1 0 0'], [1001, receive(), 'a']],
  },
  {
    rule: 'a stale handle deletes nothing and is refused (sqs:U4)',
    queues: fifo,
    lines: [...receivedTwice, [1500, del('a/1'), wrong], [1500, counters, '0 1 0'], [1600, del('a/2')]],
  },
  {
    rule: 'a handle whose window was lengthened is good until the new end (sqs:RH10, fifo_delete_after_visibility_timeout_extended)',
    queues: fifo,
    lines: [...received, [500, change('a/1', 2)], [2499, del('a/1')], [2499, counters, '0 0 0']],
  },
  {
    rule: 'and no longer (sqs:RH10)',
    queues: fifo,
    lines: [...received, [500, change('a/1', 2)], [2500, del('a/1'), wrong], [2500, counters, '1 0 0']],
  },
  {
    rule: 'a handle whose window was ended has expired (sqs:RH10, sqs:V7)',
    queues: fifo,
    lines: [...received, [500, change('a/1', 0)], [501, del('a/1'), wrong], [501, counters, '1 0 0']],
  },
  {
    rule: 'with V = 0 the handle has expired at once (sqs:RH11)',
    queues: fifo,
    lines: [
      [0, sendTo('g', 'a')],
      [0, receive({ v: 0 }), 'a'],
      [0, del('a/1'), wrong],
      [1, del('a/1'), wrong],
      [1, counters, '1 0 0'],
    ],
  },
  {
    rule: 'a second delete succeeds silently, also after the window (sqs:U5)',
    queues: fifo,
    lines: [...received, [1, del('a/1')], [2, del('a/1')], [5000, del('a/1')], [5000, delBatch('a/1'), '1 ok']],
  },
  {
    rule: 'a batch of deletes reports an expired handle under another code (sqs:RH12)',
    queues: fifo,
    lines: [
      [0, sendTo('g', 'a')],
      [0, sendTo('h', 'b')],
      [0, receive(), 'a'],
      [500, receive(), 'b'],
      [1000, delBatch('a/1', 'b/1', 'nobody'), `2 ok, 1 ${garbage}, 3 ${garbage}`],
      [1000, counters, '1 0 0'],
    ],
  },
  {
    rule: 'a change with an expired handle is refused, the message stays available (sqs:U3)',
    queues: fifo,
    lines: [...received, [1000, change('a/1', 5), wrong], [1001, receive(), 'a']],
  },
  {
    rule: 'a change with a stale handle is refused, the newer window goes on (sqs:U3)',
    queues: fifo,
    lines: [
      ...receivedTwice,
      [1500, change('a/1', 0), wrong],
      [1501, receive(), '-'],
      [1502, changeBatch(0, 'a/1'), `1 ${wrong}`],
    ],
  },
  {
    rule: 'a change of a deleted or purged message is refused (sqs:RH8, sqs:PQ5)',
    queues: fifo,
    lines: [
      [0, sendTo('g', 'a')],
      [0, sendTo('h', 'b')],
      [0, receive({ max: 2, v: 9 }), 'a b'],
      [1, del('a/1')],
      [2, change('a/1', 5), wrong],
      [3, purge],
      [4, change('b/1', 5), wrong],
      [5, del('b/1')],
    ],
  },
  {
    rule: 'a handle that was never issued, or by another queue, is invalid (sqs:RH1, sqs:RH13, sqs:U6)',
    queues: { ...fifo, 'r.fifo': {} },
    lines: [
      ...received,
      [1, del('nobody'), garbage],
      [1, change('nobody', 1), garbage],
      [2, on('r.fifo', del('a/1')), garbage],
      [2, on('r.fifo', change('a/1', 0)), garbage],
      [3, counters, '0 1 0'],
    ],
  },
  {
    rule: 'a receipt is hidden 12 h at most, counted from its receive (sqs:V8, sqs:E23)',
    queues: fifo,
    lines: [
      [0, sendTo('g', 'a')],
      [0, receive({ v: 60 }), 'a'],
      [1000, change('a/1', 43_200), wrong],
      [1000, change('a/1', 43_199)],
      [43_199_000, change('a/1', 1)],
      [43_199_999, del('a/1')],
    ],
  },
];

describe('handles of a FIFO queue', () => {
  tellAll(stories);

  test.each<[call: CallName, more: object, reply: object]>([
    ['DeleteMessage', {}, refusal],
    ['ChangeMessageVisibility', { VisibilityTimeout: 5 }, refusal],
  ])('%s says that the handle has expired (sqs:RH9, sqs:E21)', (call, more, reply) => {
    const service = new Service(fifo);
    const { QueueUrl, ReceiptHandle } = expired(service);
    const input = { QueueUrl, ReceiptHandle, ...more } as Calls['DeleteMessage']['input'];
    expect(service.call(1000, call, input)).toEqual(
      JSON.parse(JSON.stringify(reply).replace('{handle}', ReceiptHandle)),
    );
  });

  test('an entry of a batch of deletes says it in its own words (sqs:RH12)', () => {
    const service = new Service(fifo);
    const { QueueUrl, ReceiptHandle } = expired(service);
    expect(service.ok(1000, 'DeleteMessageBatch', { QueueUrl, Entries: [{ Id: 'x', ReceiptHandle }] })).toEqual({
      Failed: [
        { Id: 'x', Code: 'ReceiptHandleIsInvalid', SenderFault: true, Message: 'The receipt handle has expired' },
      ],
    });
  });
});

const refusal = {
  kind: 'error',
  code: 'InvalidParameterValueException',
  legacy: 'InvalidParameterValue',
  status: 400,
  message: 'Value {handle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.',
};

/** A handle whose window of one second ends at 1,000. */
function expired(service: Service): { QueueUrl: string; ReceiptHandle: string } {
  const QueueUrl = 'q.fifo';
  service.ok(0, 'SendMessage', { QueueUrl, MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: 'd' });
  return { QueueUrl, ReceiptHandle: service.receive(0, { QueueUrl })[0]!.ReceiptHandle };
}
