import { describe, expect, test } from 'vitest';
import { arnOf } from '../src/core/calls.js';
import { lanes, type Paint } from '../src/show.js';
import { change, type Draft, del, delivered, history, ok, op, receive, send } from './histories.js';
import { example } from './traces.js';

/** The text of a template between its first and its last line break, without the indent of its first line. */
function picture(strings: TemplateStringsArray): string {
  const rows = strings[0]!.split('\n').slice(1, -1);
  const indent = Math.min(...rows.map((row) => row.search(/\S/)));
  const margin = rows.some((row) => row[indent] === '✗') ? indent : indent - 2;
  return rows.map((row) => row.slice(margin)).join('\n');
}

const a = { actor: 'producer' };
const b = { actor: 'consumer' };
const c = { actor: 'watchdog' };

/** What the one op of an actor is shown as. */
const shown = (draft: Draft, queues: Record<string, Record<string, string>> = { q1: {} }): string =>
  lanes(history([draft], { queues }))
    .split('\n')[1]!
    .replace(/^ +\S+ s +/, '');

const fifo = (MessageBody: string, MessageGroupId: string, MessageDeduplicationId: string) => ({
  QueueUrl: 'q1.fifo',
  MessageBody,
  MessageGroupId,
  MessageDeduplicationId,
});
const attempt = { ReceiveRequestAttemptId: 'r1' };

describe('lanes', () => {
  test('are one for each actor, with a row for each op', () => {
    expect(lanes(example, [2, 1])).toBe(picture`
                     a             b                                          c
           0.001 s   send m1 → ok  │                                          │
        ✗  2.001 s   │             receive → m1 (count 1)                     │
        ✗ 32.000 s   │             │                                          receive W=20 → m1 (count 2)
          32.001 s   │             delete m1 (stale handle) → ? [lost-reply]  │
    `);
  });

  test('are thick while their actor waits', () => {
    const waits = history([
      receive({ at: 0, to: 2, wait: 20, ...b, got: [delivered('m1')] }),
      send('m2', { at: 1, ...a }),
      send('m1', { at: 2, ...a }),
      receive({ at: 31_002, to: 51_002, wait: 20, v: 0, ...b }),
      del('m1/1', { at: 40_000, ...c }),
    ]);
    expect(lanes(waits)).toBe(picture`
                    consumer                                producer      watchdog
          0.000 s   receive W=20 … m1 (count 1) at 0.002 s  │             │
          0.001 s   ┃                                       send m2 → ok  │
          0.002 s   │                                       send m1 → ok  │
         31.002 s   receive W=20 V=0 … empty at 51.002 s    │             │
         40.000 s   ┃                                       │             delete m1 → ok
    `);
  });

  test('show the drain only where it matters', () => {
    const drained = history(
      [
        send('m1', { at: 0, ...a }),
        receive({ at: 1, to: 20_001, wait: 20, drain: true }),
        receive({ at: 20_002, wait: 20, drain: true, got: [delivered('m1')] }),
        op('DeleteMessageBatch', { QueueUrl: 'q1', Entries: [{ Id: '1', ReceiptHandle: 'm1/1' }] }, ok(), {
          at: 20_003,
          drain: true,
        }),
        receive({ at: 20_004, to: 40_004, wait: 20, drain: true }),
      ],
      { drainedFrom: 1, drained: true },
    );
    expect(lanes(drained, [0, 4])).toBe(picture`
                     producer      drain-q1
        ✗  0.000 s   send m1 → ok  │
          20.002 s   │             receive W=20 → m1 (count 1)
        ✗ 20.004 s   │             receive W=20 … empty at 40.004 s
    `);
  });

  test('let words run over the lanes beside them where there are many', () => {
    const six = ['left', 'right', 'middle', 'consumer-1', 'consumer-2', 'consumer-3'].map((actor) => ({ actor }));
    const got = ['m1', 'm2', 'm3', 'm4'].map((body) => delivered(body));
    const busy = history(
      [
        send('m1', { at: 0, ...six[0] }),
        send('m2', { at: 1, delay: 5, ...six[1] }),
        send('m9', { at: 2, queue: 'dead', ...six[2] }),
        receive({ at: 5, to: 20_005, wait: 20, v: 30, ...six[3], got }),
        receive({ at: 5000, to: 20_006, wait: 20, ...six[4], got: got.slice(0, 1) }),
        receive({ at: 5001, v: 30, ...six[5], got: got.slice(0, 2) }),
        del('m1/1', { at: 43_200_000, ...six[3] }),
      ],
      { queues: { q1: {}, dead: {} } },
    );
    const text = lanes(busy, [5, 6]);
    expect(text).toBe(picture`
                          left     right    middle   consu…-1 consu…-2 consumer-3
                0.000 s   q1: send m1 → ok  │        │        │        │
                0.001 s   │        q1: send m2 delay=5 → ok   │        │
                0.002 s   │        │        dead: send m9 → ok         │
                0.005 s   │        │        │        q1: receive W=20 V=30 … m1, m2, m3 +1 at 20.005 s
                5.000 s   │        │        │        ┃        q1: receive W=20 … m1 (count 2) at 20.006 s
          ✗     5.001 s   │        │        │        ┃        ┃        q1: receive V=30 → m1 (count 3), m2 (count 2)
          ✗ 43200.000 s   │        │        │        q1: delete m1 (stale handle) → ok
    `);
    expect(Math.max(...text.split('\n').map((row) => row.length))).toBeLessThanOrEqual(110);
  });

  test('of FIFO queues say group and deduplication id', () => {
    const sent = (body: string, group: string, dedup: string, at: number, id = `id-${body}`) =>
      op('SendMessage', fifo(body, group, dedup), ok({ MessageId: id }), { at, ...a });
    const got = (body: string, group: string, count: number) =>
      delivered(body, { count, attrs: { MessageGroupId: group } });
    const late = history(
      [
        sent('m1', 'g1', 'x', 0),
        sent('m2', 'g1', 'y', 1),
        sent('m3', 'g2', 'x', 2, 'id-m1'),
        receive({ at: 3, queue: 'q1.fifo', v: 30, ...b, got: [got('m1', 'g1', 1)], input: attempt }),
        receive({ at: 4, to: 5, queue: 'q1.fifo', wait: 1, ...c, got: [got('m2', 'g1', 1)] }),
      ],
      { queues: { 'q1.fifo': {} } },
    );
    expect(lanes(late, [4, 3, 0])).toBe(picture`
                    producer                     consumer                     watchdog
        ✗ 0.000 s   send m1 g1 dedup=x → ok      │                            │
          0.001 s   send m2 g1 dedup=y → ok      │                            │
          0.002 s   send m3 g2 dedup=x → duplicate of m1                      │
        ✗ 0.003 s   │                            receive V=30 attempt=r1 → m1 g1 (count 1)
        ✗ 0.004 s   │                            │                            receive W=1 … m2 g1 (count 1) at 0.005 s
    `);
  });

  test('of nothing are nothing', () => {
    expect(lanes(history([]))).toBe('');
  });

  test('take colours without losing their places', () => {
    const paint: Paint = {
      quiet: (text) => `<q>${text}</q>`,
      actor: (text) => `<a>${text}</a>`,
      broken: (text) => `<b>${text}</b>`,
    };
    const painted = lanes(example, [2], paint);
    expect(painted).toContain('<a>a</a>             <a>b</a>');
    expect(painted).toContain('<q> 0.001 s</q>   send m1 → ok  <q>│</q>');
    expect(painted).toContain('<b>✗</b> <b>32.000 s</b>   <q>│</q>');
    expect(painted).toContain('<b>receive W=20 → m1 (count 2)</b>');
    expect(painted.replace(/<.*?>/g, '')).toBe(lanes(example, [2]));
  });
});

describe('an op reads', () => {
  const entry = (k: number) => ({ Id: String(k), ReceiptHandle: `m${k}/1` });
  const task = (Status: string, moved: number, all?: number) => ({
    Status,
    ApproximateNumberOfMessagesMoved: moved,
    ...(all !== undefined && { ApproximateNumberOfMessagesToMove: all }),
  });
  const Failed = [{ Id: '1', Code: 'ReceiptHandleIsInvalid', SenderFault: true }];

  test.each<[string, Draft]>([
    ['send m1 → ok', send('m1', { at: 0 })],
    ['send m1 delay=5 → ok', send('m1 and more text', { at: 0, delay: 5 })],
    ['send "" → InvalidParameterValue', send('', { at: 0, refused: 'InvalidParameterValue' })],
    ['send m1 → ? (reply lost)', send('m1', { at: 0, unknown: true })],
    ['send m1 → ? [lost-request]', send('m1', { at: 0, unknown: true, fault: 'lost-request' })],
    ['send m1 … ok at 5.000 s [slow-reply]', send('m1', { at: 0, to: 5000, fault: 'slow-reply' })],
    ['receive → empty', receive({ at: 0 })],
    ['receive W=20 V=0 … empty at 20.000 s', receive({ at: 0, to: 20_000, wait: 20, v: 0 })],
    ['receive → m1 (count 2)', receive({ at: 0, got: [delivered('m1', { count: 2 })] })],
    ['receive → m1', receive({ at: 0, got: [delivered('m1', { attrs: false })] })],
    [
      'receive → m1, m2 (count 3), m3 +1',
      receive({ at: 0, got: ['m1', 'm2', 'm3', 'm4'].map((body, k) => delivered(body, { count: k === 1 ? 3 : 1 })) }),
    ],
    ['delete an unknown handle → ok', del('x', { at: 0 })],
    ['change an unknown handle V=60 → ok', change('x', 60, { at: 0 })],
    [
      'send m1.1, m1.2 → 1 of 2 failed',
      op(
        'SendMessageBatch',
        { QueueUrl: 'q1', Entries: [1, 2].map((k) => ({ Id: String(k), MessageBody: `m1.${k}` })) },
        ok({ Failed }),
        { at: 0 },
      ),
    ],
    [
      'change an unknown handle V=5 → ok',
      op('ChangeMessageVisibilityBatch', { QueueUrl: 'q1', Entries: [{ ...entry(1), VisibilityTimeout: 5 }] }, ok(), {
        at: 0,
      }),
    ],
    [
      'purge → PurgeQueueInProgress',
      op('PurgeQueue', { QueueUrl: 'q1' }, ok(), { at: 0, refused: 'PurgeQueueInProgress' }),
    ],
    ['create queue → ok', op('CreateQueue', { QueueName: 'q1' }, ok(), { at: 0 })],
    ['delete queue → ok', op('DeleteQueue', { QueueUrl: 'q1' }, ok(), { at: 0 })],
    ['get url → ok', op('GetQueueUrl', { QueueName: 'q1' }, ok(), { at: 0 })],
    ['list queues → ok', op('ListQueues', {}, ok(), { at: 0 })],
    ['get attributes → ok', op('GetQueueAttributes', { QueueUrl: 'q1' }, ok(), { at: 0 })],
    [
      'set VisibilityTimeout=5 +1 → ok',
      op('SetQueueAttributes', { QueueUrl: 'q1', Attributes: { VisibilityTimeout: '5', DelaySeconds: '1' } }, ok(), {
        at: 0,
      }),
    ],
    [
      'send m1.1 g1, m1.2 g2 dedup=x delay=0, m1.3 "" → ok',
      op(
        'SendMessageBatch',
        {
          QueueUrl: 'q1',
          Entries: [
            { Id: '1', MessageBody: 'm1.1', MessageGroupId: 'g1' },
            { Id: '2', MessageBody: 'm1.2', MessageGroupId: 'g2', MessageDeduplicationId: 'x', DelaySeconds: 0 },
            { Id: '3', MessageBody: 'm1.3', MessageGroupId: '' },
          ],
        },
        ok(),
        { at: 0 },
      ),
    ],
    [
      'send nothing → EmptyBatchRequest',
      op('SendMessageBatch', { QueueUrl: 'q1', Entries: [] }, ok(), { at: 0, refused: 'EmptyBatchRequest' }),
    ],
    ['tag a=1 +1 → ok', op('TagQueue', { QueueUrl: 'q1', Tags: { a: '1', b: '2' } }, ok(), { at: 0 })],
    ['untag a, b → ok', op('UntagQueue', { QueueUrl: 'q1', TagKeys: ['a', 'b'] }, ok(), { at: 0 })],
    ['list tags → ok', op('ListQueueTags', { QueueUrl: 'q1' }, ok(), { at: 0 })],
    [
      'add permission all → ok',
      op('AddPermission', { QueueUrl: 'q1', Label: 'all', AWSAccountIds: ['1'], Actions: ['*'] }, ok(), { at: 0 }),
    ],
    ['remove permission all → ok', op('RemovePermission', { QueueUrl: 'q1', Label: 'all' }, ok(), { at: 0 })],
    ['list sources → ok', op('ListDeadLetterSourceQueues', { QueueUrl: 'q1' }, ok(), { at: 0 })],
    ['move messages → ok', op('StartMessageMoveTask', { SourceArn: arnOf('q1') }, ok({ TaskHandle: 't' }), { at: 0 })],
    [
      'list moves → RUNNING 1 of 2, COMPLETED 5',
      op(
        'ListMessageMoveTasks',
        { SourceArn: arnOf('q1') },
        ok({ Results: [task('RUNNING', 1, 2), task('COMPLETED', 5)] }),
        {
          at: 0,
        },
      ),
    ],
    ['list moves → none', op('ListMessageMoveTasks', { SourceArn: arnOf('q1') }, ok(), { at: 0 })],
    [
      'cancel the move from an unknown handle → 3 moved',
      op('CancelMessageMoveTask', { TaskHandle: 't' }, ok({ ApproximateNumberOfMessagesMoved: 3 }), { at: 0 }),
    ],
    ['send ·[2J·m1 → ok', send('\u001b[2J\u0007m1', { at: 0 })],
    ['send xxxxxxxxxxx… → ok', send('x'.repeat(1e6), { at: 0 })],
    ['send m1 → A·B', send('m1', { at: 0, refused: 'A\nB' })],
  ])('%s', (words, draft) => {
    expect(shown(draft)).toBe(words);
  });

  test('with its queue where there are several', () => {
    expect(shown(send('m1', { at: 0 }), { q1: {}, dead: {} })).toBe('q1: send m1 → ok');
    expect(shown(send('m1', { at: 0, queue: 'other' }))).toBe('other: send m1 → ok');
    expect(shown(op('ListQueues', {}, ok(), { at: 0 }), { q1: {}, dead: {} })).toBe('list queues → ok');
  });

  test('with both queues of a move task', () => {
    const input = { SourceArn: arnOf('dead'), DestinationArn: arnOf('q1'), MaxNumberOfMessagesPerSecond: 2 };
    const moved = history(
      [
        op('StartMessageMoveTask', input, ok({ TaskHandle: 't' }), { at: 0 }),
        op('CancelMessageMoveTask', { TaskHandle: 't' }, ok(), { at: 1 }),
      ],
      { queues: { q1: {}, dead: {} } },
    );
    expect(lanes(moved)).toContain('dead: move messages to q1 rate=2 → ok');
    expect(lanes(moved)).toContain('cancel the move from dead → ok');
  });

  test('with no stale handle where a receive was tried again (sqs:F40)', () => {
    const got = [delivered('m1', { handle: 'same' })];
    const again = history([receive({ at: 0, got }), receive({ at: 1, got }), del('same', { at: 2 })]);
    expect(lanes(again)).toContain('delete m1 → ok');
  });

  test('with a stale handle only after the later delivery was seen', () => {
    const got = [delivered('m1')];
    const twice = history([
      receive({ at: 0, got }),
      receive({ at: 1, to: 50, wait: 1, ...b, got }),
      del('m1/1', { at: 49 }),
      del('m1/1', { at: 50 }),
      del('m1/2', { at: 51, ...b }),
    ]);
    const words = lanes(twice)
      .split('\n')
      .map((row) => /delete.*ok/.exec(row)?.[0]);
    expect(words.slice(3)).toEqual(['delete m1 → ok', 'delete m1 (stale handle) → ok', 'delete m1 → ok']);
  });
});
