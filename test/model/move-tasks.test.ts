import { describe, expect, test } from 'vitest';
import { arnOf, type Calls, type MoveTask } from '../../src/core/calls.js';
import { taskHandle } from './catalogue.js';
import {
  change,
  counters,
  del,
  drop,
  on,
  polls,
  purge,
  receive,
  redrive,
  Service,
  type Story,
  send,
  sendBatch,
  set,
  shows,
  tellAll,
} from './service.js';

type Ask = Story['lines'][0][1];

/** A task moves the messages of `d` back to where they came from, or to the queue `to`, `rate` of them a second. */
const start =
  (to?: string, rate?: number, source = 'd'): Ask =>
  ({ service, at }) => {
    const input: Calls['StartMessageMoveTask']['input'] = { SourceArn: arnOf(source) };
    if (to !== undefined) input.DestinationArn = arnOf(to);
    if (rate !== undefined) input.MaxNumberOfMessagesPerSecond = rate;
    return service.says(service.call(at, 'StartMessageMoveTask', input));
  };

/** Every task of the source, the newest first: its status, moved and to move, why it failed. */
const tasks =
  (MaxResults = 10, source = 'd'): Ask =>
  ({ service, at }) => {
    const { Results = [] } = service.ok(at, 'ListMessageMoveTasks', { SourceArn: arnOf(source), MaxResults });
    return Results.map(told).join(', ') || '-';
  };

const told = (task: MoveTask): string => {
  const count = `${task.ApproximateNumberOfMessagesMoved}/${task.ApproximateNumberOfMessagesToMove}`;
  return [task.Status, count, ...(task.FailureReason === undefined ? [] : [task.FailureReason])].join(' ');
};

/** How many messages the cancelled task has moved; tasks are numbered from 1. */
const cancel =
  (number = 1, source = 'd'): Ask =>
  ({ service, at }) => {
    const reply = service.call(at, 'CancelMessageMoveTask', { TaskHandle: taskHandle(number, source) });
    return reply.kind === 'ok' ? `${reply.output.ApproximateNumberOfMessagesMoved} moved` : service.says(reply);
  };

const notFound = 'ResourceNotFoundException';
const refused = 'InvalidParameterValue';
const noSource = 'CouldNotDetermineMessageSource';
const noDestination = 'AWS.SimpleQueueService.NonExistentQueue';

/** `q` sends its dead letters to `d` after one receive, at once; `other` is for whoever wants it. */
const queues: NonNullable<Story['queues']> = {
  q: { VisibilityTimeout: '0', RedrivePolicy: redrive('d', 1) },
  other: {},
  d: {},
};

/** Dead letters from `q`, in this order. */
const dead = (...bodies: string[]): Story['lines'] => [
  [0, sendBatch(bodies), bodies.map((body) => `${body} ok`).join(', ')],
  [0, receive({ max: 10 }), bodies.join(' ')],
  [0, receive({ max: 10 }), '-'],
];

/** The same as FIFO queues; deduplication ids are the bodies unless given. */
const fifoQueues: NonNullable<Story['queues']> = {
  'q.fifo': { RedrivePolicy: redrive('d.fifo', 1) },
  'other.fifo': {},
  'd.fifo': {},
};
const onFifo = (queue: string, each: Ask): Ask => on(`${queue}.fifo`, each);
const sendIn = (MessageGroupId: string, body: string, MessageDeduplicationId = body): Ask =>
  send(body, { MessageGroupId, MessageDeduplicationId });

/** All available messages by their sequence numbers. */
const inSequence =
  (QueueUrl: string): Ask =>
  ({ service, at }) => {
    const received = service.receive(at, { QueueUrl, MaxNumberOfMessages: 10 });
    const numbers = received.map(({ Body, Attributes }) => [Attributes!.SequenceNumber!, Body] as const);
    return numbers
      .sort()
      .map(([, body]) => body)
      .join(' ');
  };

const stories: Story[] = [
  {
    rule: 'a task brings the dead letters back to their source and is done (sqs:MT1, sqs:MT4, sqs:MT6)',
    queues,
    lines: [
      ...dead('a', 'b'),
      [10, on('d', counters), '2 0 0'],
      [10, start()],
      [20, tasks(), 'COMPLETED 2/2'],
      [20, on('d', counters), '0 0 0'],
      [20, receive({ max: 10 }), 'a b'],
    ],
  },
  {
    rule: 'without a destination every message goes to the queue that it came from (sqs:MT4)',
    queues: { ...queues, p: { VisibilityTimeout: '0', RedrivePolicy: redrive('d', 1) } },
    lines: [
      ...dead('a'),
      [0, on('p', send('b'))],
      [0, on('p', receive()), 'b'],
      [0, on('p', receive()), '-'],
      [0, start()],
      [9, counters, '1 0 0'],
      [9, on('p', counters), '1 0 0'],
      [9, on('p', receive()), 'b'],
    ],
  },
  {
    rule: 'with a destination all go there, also what was sent to the dead-letter queue itself (sqs:MT4)',
    queues,
    lines: [
      ...dead('a'),
      [0, on('d', send('b'))],
      [0, start('other')],
      [9, on('other', receive({ max: 10 })), 'a b'],
      [9, tasks(), 'COMPLETED 2/2'],
      [9, counters, '0 0 0'],
    ],
  },
  {
    rule: 'a message that came from nowhere makes a task fail that has no destination, and stays (sqs:U21, sqs:MT6)',
    queues,
    lines: [
      ...dead('a'),
      [0, on('d', send('b'))],
      [0, on('d', send('c'))],
      [0, start()],
      [9, tasks(), `FAILED 1/3 ${noSource}`],
      [9, counters, '1 0 0'],
      [9, on('d', receive({ max: 10 })), 'b c'],
    ],
  },
  {
    rule: 'the oldest move first, and the destination has them in the order of their arrival (sqs:X20)',
    queues,
    lines: [
      ...dead('a', 'b', 'c'),
      [0, start('other', 1)],
      [500, on('other', send('x'))],
      [1500, on('other', send('y'))],
      [5000, on('other', receive({ max: 10 })), 'a x b y c'],
    ],
  },
  {
    rule: 'message k moves k / rate seconds after the start (sqs:MT10, sqs:I46)',
    queues,
    lines: [
      ...dead('a', 'b', 'c'),
      [1000, start('other', 2)],
      [1000, on('other', counters), '1 0 0'],
      [1499, tasks(), 'RUNNING 1/3'],
      [1500, tasks(), 'RUNNING 2/3'],
      [1999, on('other', counters), '2 0 0'],
      [2000, on('other', counters), '3 0 0'],
      [2000, on('d', counters), '0 0 0'],
      [2499, tasks(), 'RUNNING 3/3'],
      [2500, tasks(), 'COMPLETED 3/3'],
    ],
  },
  {
    rule: 'the fastest task, and one without a rate, moves 500 a second (sqs:MT1, sqs:Q17)',
    queues: { ...queues, p: { VisibilityTimeout: '0', RedrivePolicy: redrive('e', 1) }, e: {} },
    lines: [
      ...['d', 'e'].map((queue): Story['lines'][0] => [0, on(queue, sendBatch(['a', 'b', 'c'])), 'a ok, b ok, c ok']),
      [0, start('other')],
      [0, start('other', 500, 'e')],
      [1, tasks(), 'RUNNING 1/3'],
      [2, tasks(), 'RUNNING 2/3'],
      [5, tasks(), 'RUNNING 3/3'],
      [5, tasks(10, 'e'), 'RUNNING 3/3'],
      [6, tasks(), 'COMPLETED 3/3'],
      [6, tasks(10, 'e'), 'COMPLETED 3/3'],
    ],
  },
  {
    rule: 'a task keeps its own pace when another one has just moved something (sqs:MT10)',
    queues: { ...queues, p: { VisibilityTimeout: '0', RedrivePolicy: redrive('e', 1) }, e: {} },
    lines: [
      ...['d', 'e'].map((queue): Story['lines'][0] => [0, on(queue, sendBatch(['a', 'b', 'c'])), 'a ok, b ok, c ok']),
      [0, start('other', 1)],
      [500, start('other', 1, 'e')],
      [1000, tasks(10, 'e'), 'RUNNING 1/3'],
      [1499, tasks(10, 'e'), 'RUNNING 1/3'],
      [1500, tasks(10, 'e'), 'RUNNING 2/3'],
    ],
  },
  {
    rule: 'a rate is 1 to 500 (sqs:MT1, sqs:Q17)',
    queues,
    lines: [
      ...[0, -1, 501, 1.5].map((rate): Story['lines'][0] => [0, start('other', rate), refused]),
      [0, start('other', 1)],
    ],
  },
  {
    rule: 'source and destination exist, the source is a dead-letter queue (sqs:MT2, sqs:E41, sqs:E42)',
    queues,
    lines: [
      [0, start(undefined, undefined, 'nobody'), notFound],
      [0, start('nobody'), notFound],
      [0, start('other', undefined, 'q'), refused],
      [0, set({ RedrivePolicy: '' })],
      [0, start(), refused],
      [0, tasks(), '-'],
    ],
  },
  {
    rule: 'the destination is another queue of the same type (sqs:MT5)',
    queues: {
      ...queues,
      'q.fifo': { RedrivePolicy: redrive('d.fifo', 1) },
      'd.fifo': {},
    },
    lines: [
      [0, start('q.fifo'), refused],
      [0, start('d'), refused],
      [0, start('other', undefined, 'd.fifo'), refused],
      [0, start('q.fifo', undefined, 'd.fifo')],
    ],
  },
  {
    rule: 'a source has one active task at a time, and a new one after it (sqs:MT2, sqs:E43, sqs:Q17)',
    queues,
    lines: [
      ...dead('a', 'b'),
      [0, start('other', 1)],
      [0, start('other', 1), refused],
      [1999, start(), refused],
      [2000, start()],
      [2000, tasks(1), 'COMPLETED 0/0'],
      [2000, tasks(), 'COMPLETED 0/0, COMPLETED 2/2'],
    ],
  },
  {
    rule: 'a task that is being cancelled is still active (sqs:MT6, sqs:E43)',
    queues,
    lines: [
      ...dead('a', 'b'),
      [0, start('other', 1)],
      [0, cancel(), '1 moved'],
      [999, start(), refused],
      [1000, start()],
    ],
  },
  {
    rule: 'how many tasks may be active in all is a knob (sqs:Q17, sqs:Q30)',
    queues: { ...queues, p: { RedrivePolicy: redrive('e', 1) }, e: {} },
    rules: { activeTasksMax: () => 1 },
    lines: [
      [0, on('d', send('a'))],
      [0, start('other', 1)],
      [0, start('other', 1, 'e'), refused],
      [1000, start('other', 1, 'e')],
    ],
  },
  {
    rule: 'a cancelled task moves nothing more, what it moved stays moved (sqs:MT6, sqs:MT8, sqs:MT10)',
    queues,
    lines: [
      ...dead('a', 'b', 'c', 'd', 'e'),
      [0, start('other', 10)],
      [150, cancel(), '2 moved'],
      [150, tasks(), 'CANCELLING 2/5'],
      [1149, tasks(), 'CANCELLING 2/5'],
      [1150, tasks(), 'CANCELLED 2/5'],
      [9000, on('other', receive({ max: 10 })), 'a b'],
      [9000, on('d', receive({ max: 10 })), 'c d e'],
    ],
  },
  {
    rule: 'only a running task can be cancelled (sqs:MT8, sqs:U22)',
    queues,
    lines: [
      ...dead('a', 'b'),
      [0, start('other', 1)],
      [0, cancel(), '1 moved'],
      [0, cancel(), notFound],
      [1000, cancel(), notFound],
      [1000, start('other')],
      [1009, cancel(2), notFound],
      [1009, start()],
      [1009, tasks(), 'COMPLETED 0/0, COMPLETED 1/1, CANCELLED 1/2'],
    ],
  },
  {
    rule: 'a handle that is none, of a queue that is gone, of a task that never was (sqs:MT8, sqs:E42, sqs:E44, sqs:E45)',
    queues,
    lines: [
      ...['', 'x', 'e30=', 'bnVsbA==', '{"taskId":"a"}'].map((TaskHandle): Story['lines'][0] => [
        0,
        ({ service, at }) => service.says(service.call(at, 'CancelMessageMoveTask', { TaskHandle })),
        refused,
      ]),
      [0, cancel(1), notFound],
      [0, start('other', 1)],
      [0, cancel(2), notFound],
      [0, cancel(1, 'q'), notFound],
      [0, on('d', drop)],
      [0, cancel(1), notFound],
    ],
  },
  {
    rule: 'the destination is deleted: the task fails and the rest stays (sqs:MT9)',
    queues,
    lines: [
      ...dead('a', 'b', 'c'),
      [0, start('other', 1)],
      [500, on('other', drop)],
      [999, tasks(), 'RUNNING 1/3'],
      [1000, tasks(), `FAILED 1/3 ${noDestination}`],
      [9000, on('d', receive({ max: 10 })), 'b c'],
    ],
  },
  {
    rule: 'so it does when the source that a message came from is deleted (sqs:MT9, sqs:MT4)',
    queues: { ...queues, p: { RedrivePolicy: redrive('d', 1) } },
    lines: [
      ...dead('a'),
      [0, drop],
      [0, start()],
      [0, tasks(), `FAILED 0/1 ${noDestination}`],
      [0, on('d', counters), '1 0 0'],
    ],
  },
  {
    rule: 'tasks of a source that is deleted are forgotten (sqs:MT7)',
    queues,
    lines: [
      ...dead('a', 'b'),
      [0, start('other', 1)],
      [1, on('d', drop)],
      [5000, on('other', counters), '1 0 0'],
      [60_001, ({ service, at }) => service.says(service.call(at, 'CreateQueue', { QueueName: 'd' }))],
      [60_001, tasks(), '-'],
      [60_001, cancel(), notFound],
    ],
  },
  {
    rule: 'only available messages move, in the order of their arrival: what comes back in time, too (sqs:X21)',
    queues: { ...queues, d: { VisibilityTimeout: '2' } },
    lines: [
      ...dead('a', 'b', 'c', 'd'),
      [0, on('d', receive()), 'a'],
      [0, start('other', 1)],
      [1000, on('other', counters), '2 0 0'],
      [1000, on('d', receive({ v: 9 })), 'd'],
      [1500, on('d', counters), '0 2 0'],
      [2000, on('other', counters), '3 0 0'],
      [3000, tasks(), 'COMPLETED 3/3'],
      [3000, on('other', receive({ max: 10 })), 'b c a'],
      [9000, on('d', counters), '0 1 0'],
    ],
  },
  {
    rule: 'delayed messages do not move (sqs:X21)',
    queues,
    lines: [
      [0, on('d', send('a', { DelaySeconds: 2 }))],
      [0, start('other', 1)],
      [9000, tasks(), 'COMPLETED 0/0'],
      [9000, on('d', counters), '1 0 0'],
    ],
  },
  {
    rule: 'what arrives after the start is left for the next task, so that every task ends (sqs:I46, sqs:MT6)',
    queues: { ...queues, p: { RedrivePolicy: redrive('other', 1) } },
    lines: [
      ...dead('a', 'b'),
      [0, on('other', send('x'))],
      [0, start('other', 1)],
      [0, start('d', 1, 'other')],
      [500, on('d', send('c'))],
      [9000, tasks(), 'COMPLETED 2/2'],
      [9000, tasks(10, 'other'), 'COMPLETED 2/2'],
      [9000, on('d', receive({ max: 10 })), 'x c a'],
      [9000, on('other', receive({ max: 10 })), 'b'],
    ],
  },
  {
    rule: 'a moved message begins anew: id, send time, count and no source (sqs:RT6, sqs:X22, sqs:X23)',
    queues,
    lines: [
      ...dead('a'),
      [10, on('d', shows('ApproximateReceiveCount', { v: 0 })), 'a=2'],
      [5000, start()],
      [5001, shows('ApproximateReceiveCount'), 'a=1'],
      [5001, receive(), '-'],
      [5001, on('d', shows('SentTimestamp', { v: 0 })), 'a=5000'],
      [5001, on('d', shows('ApproximateFirstReceiveTimestamp')), 'a=5001'],
    ],
  },
  {
    rule: 'a moved message lives as long as a new one (sqs:RT6)',
    queues: { ...queues, other: { MessageRetentionPeriod: '60' } },
    lines: [
      ...dead('a'),
      [50_000, start('other')],
      [109_999, on('other', counters), '1 0 0'],
      [110_000, on('other', counters), '0 0 0'],
    ],
  },
  {
    rule: 'no delay on a move (sqs:DY6, sqs:X14)',
    queues: { ...queues, other: { DelaySeconds: '9' } },
    lines: [...dead('a'), [0, start('other')], [0, on('other', receive()), 'a']],
  },
  {
    rule: 'handles of the dead-letter queue lead nowhere after the move (sqs:X22, sqs:RH4)',
    queues,
    lines: [
      ...dead('a'),
      [0, on('d', receive({ v: 0 })), 'a'],
      [0, start('other')],
      [9, on('d', del('a/2'))],
      [9, on('d', change('a/2', 0)), refused],
      [9, on('other', receive()), 'a'],
    ],
  },
  {
    rule: 'a FIFO task keeps the order of each group, the oldest message first (sqs:X20, sqs:X22)',
    queues: fifoQueues,
    lines: [
      [0, onFifo('d', sendIn('g', 'a'))],
      [1, onFifo('d', sendIn('h', 'b'))],
      [2, onFifo('d', sendIn('g', 'c'))],
      [3, onFifo('d', receive({ v: 0 })), 'a'],
      [3, start('other.fifo', 1, 'd.fifo')],
      [500, onFifo('other', receive({ max: 10 })), 'a'],
      [1500, onFifo('other', receive({ max: 10, v: 0 })), 'b'],
      [2500, onFifo('other', counters), '2 1 0'],
      [2500, onFifo('other', del('a/2')), 'ok'],
      [2500, onFifo('other', receive({ max: 10 })), 'b c'],
      [9000, tasks(10, 'd.fifo'), 'COMPLETED 3/3'],
    ],
  },
  {
    rule: 'a locked group stays, whatever its later messages do, and other groups move (sqs:X21, sqs:F31)',
    queues: fifoQueues,
    lines: [
      [0, onFifo('d', sendIn('g', 'a'))],
      [0, onFifo('d', sendIn('g', 'b'))],
      [0, onFifo('d', sendIn('h', 'c'))],
      [0, onFifo('d', receive()), 'a'],
      [0, start('other.fifo', undefined, 'd.fifo')],
      [9, tasks(10, 'd.fifo'), 'COMPLETED 1/2'],
      [9, onFifo('other', receive({ max: 10 })), 'c'],
      [9, onFifo('d', counters), '1 1 0'],
    ],
  },
  {
    rule: 'a FIFO dead letter goes back with its group and the id it has there, without its source (sqs:MT4, sqs:U23)',
    queues: fifoQueues,
    lines: [
      [0, onFifo('q', sendIn('g', 'a'))],
      [0, onFifo('q', receive({ v: 0 })), 'a'],
      [0, onFifo('q', receive({ v: 0 })), '-'],
      [0, onFifo('d', shows('MessageDeduplicationId', { v: 0 })), 'a=msg-1'],
      [0, start(undefined, undefined, 'd.fifo')],
      [9, onFifo('q', shows('MessageDeduplicationId', { v: 0 })), 'a=msg-1'],
      [9, onFifo('q', shows('MessageGroupId', { v: 0 })), '-'],
      [9, onFifo('d', shows('MessageGroupId', { v: 0 })), 'a=g'],
    ],
  },
  {
    rule: 'a move is no duplicate of anything, and nothing is one of it (sqs:U23)',
    queues: fifoQueues,
    lines: [
      [0, onFifo('d', sendIn('g', 'a', 'x'))],
      [0, onFifo('other', sendIn('g', 'b', 'x'))],
      [0, start('other.fifo', undefined, 'd.fifo')],
      [9, onFifo('other', sendIn('g', 'c', 'x'))],
      [9, onFifo('other', receive({ max: 10 })), 'b a'],
    ],
  },
  {
    rule: 'a moved message has the next sequence number of its new queue (sqs:X22, sqs:F5)',
    queues: fifoQueues,
    lines: [
      [0, onFifo('d', sendIn('g', 'a'))],
      [0, onFifo('other', sendIn('g', 'b'))],
      [0, onFifo('other', sendIn('g', 'c'))],
      [0, start('other.fifo', undefined, 'd.fifo')],
      [9, onFifo('other', sendIn('g', 'd'))],
      [9, inSequence('other.fifo'), 'b c a d'],
    ],
  },
  {
    rule: 'a move into a group that has been locked ends no wait, into another one it does (sqs:P8, sqs:F31)',
    queues: fifoQueues,
    lines: [
      [0, onFifo('other', sendIn('g', 'x'))],
      [0, onFifo('other', receive()), 'x'],
      [0, onFifo('other', receive({ wait: 20 })), 'waits'],
      [0, onFifo('d', sendIn('g', 'a'))],
      [0, onFifo('d', sendIn('h', 'b'))],
      [0, start('other.fifo', 1, 'd.fifo')],
      [9000, polls, '1@1000 b'],
    ],
  },
  {
    rule: 'a purge leaves a task nothing to move (sqs:PQ2, sqs:MT6)',
    queues,
    lines: [
      ...dead('a', 'b', 'c'),
      [0, start('other', 1)],
      [500, on('d', purge)],
      [1000, tasks(), 'COMPLETED 1/3'],
      [1000, on('other', counters), '1 0 0'],
    ],
  },
  {
    rule: 'a move ends the wait of a poll at its destination, at its instant (sqs:P8)',
    queues,
    lines: [
      ...dead('a', 'b'),
      [0, on('other', receive({ wait: 20 })), 'waits'],
      [0, on('other', receive({ wait: 20 })), 'waits'],
      [1000, start('other', 2)],
      [9000, polls, '1@1000 a, 2@1500 b'],
    ],
  },
  {
    rule: 'a poll of the source gets what comes available before the task does (sqs:X21, sqs:P11)',
    queues,
    lines: [
      ...dead('a'),
      [0, on('d', receive({ v: 1 })), 'a'],
      [0, on('d', receive({ wait: 5 })), 'waits'],
      [1000, start('other')],
      [1000, polls, '1@1000 a'],
      [1000, tasks(), 'COMPLETED 0/0'],
    ],
  },
  {
    rule: 'a poll that ends when the move comes returns its message (sqs:P6, sqs:P11)',
    queues,
    lines: [
      ...dead('a', 'b'),
      [0, start('other', 1)],
      [0, on('other', receive()), 'a'],
      [0, on('other', receive({ wait: 1 })), 'waits'],
      [1000, polls, '1@1000 b'],
    ],
  },
];

describe('message move tasks', () => {
  tellAll(stories);

  const epoch = 1_700_000_000_000;
  const SourceArn = arnOf('d');
  const DestinationArn = arnOf('other');

  /** Three messages in the dead-letter queue, and a task that started at 1 s. */
  function started(more: Partial<Calls['StartMessageMoveTask']['input']> = {}): Service {
    const service = new Service(queues, epoch);
    for (const MessageBody of ['a', 'b', 'c']) service.ok(0, 'SendMessage', { QueueUrl: 'd', MessageBody });
    service.ok(1000, 'StartMessageMoveTask', { SourceArn, ...more });
    return service;
  }
  const list = (service: Service, at: number) => service.ok(at, 'ListMessageMoveTasks', { SourceArn });

  test('a handle is base64 of JSON with task and source (sqs:MT3)', () => {
    const { TaskHandle } = new Service(queues).ok(0, 'StartMessageMoveTask', { SourceArn });
    expect(JSON.parse(Buffer.from(TaskHandle, 'base64').toString())).toEqual({
      taskId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      sourceArn: SourceArn,
    });
  });

  test('a running task is listed with its handle, with what it was given and with its counts (sqs:MT7)', () => {
    const service = started({ DestinationArn, MaxNumberOfMessagesPerSecond: 1 });
    expect(list(service, 2500)).toEqual({
      Results: [
        {
          Status: 'RUNNING',
          SourceArn,
          DestinationArn,
          MaxNumberOfMessagesPerSecond: 1,
          ApproximateNumberOfMessagesMoved: 2,
          ApproximateNumberOfMessagesToMove: 3,
          StartedTimestamp: epoch + 1000,
          TaskHandle: taskHandle(1, 'd'),
        },
      ],
    });
  });

  test('a failed task is listed with its reason, and without what it was not given (sqs:MT7)', () => {
    expect(list(started(), 2500)).toEqual({
      Results: [
        {
          Status: 'FAILED',
          SourceArn,
          ApproximateNumberOfMessagesMoved: 0,
          ApproximateNumberOfMessagesToMove: 3,
          StartedTimestamp: epoch + 1000,
          FailureReason: noSource,
        },
      ],
    });
  });

  test('no tasks, no member (sqs:MT7)', () => {
    expect(list(new Service(queues), 0)).toEqual({});
  });

  test.each([0, 11, -1, 1.5])('a list of %d tasks is refused (sqs:MT7)', (MaxResults) => {
    expect(started().call(1000, 'ListMessageMoveTasks', { SourceArn, MaxResults })).toMatchObject({ legacy: refused });
  });

  test('a list has the newest task, or up to ten of them, the newest first (sqs:MT7)', () => {
    const service = started();
    for (let at = 2000; at < 14_000; at += 1000) service.ok(at, 'StartMessageMoveTask', { SourceArn, DestinationArn });
    const starts = (MaxResults?: number) => {
      const input = MaxResults === undefined ? { SourceArn } : { SourceArn, MaxResults };
      return service.ok(14_000, 'ListMessageMoveTasks', input).Results?.map((task) => task.StartedTimestamp - epoch);
    };
    expect(starts()).toEqual([13_000]);
    expect(starts(2)).toEqual([13_000, 12_000]);
    expect(starts(10)).toEqual(Array.from({ length: 10 }, (_, k) => 13_000 - 1000 * k));
  });

  test('body, attributes and their digest are kept, the id is new (sqs:X22, sqs:X24)', () => {
    const service = new Service(queues);
    const MessageAttributes = { k: { DataType: 'String', StringValue: 'v' } };
    const sent = service.ok(0, 'SendMessage', { QueueUrl: 'd', MessageBody: 'a', MessageAttributes });
    service.ok(0, 'StartMessageMoveTask', { SourceArn, DestinationArn });
    const [moved] = service.receive(9, { QueueUrl: 'other' });
    expect(moved).toMatchObject({ Body: 'a', MD5OfBody: sent.MD5OfMessageBody, MessageAttributes });
    expect(moved!.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes);
    expect(moved!.MessageId).not.toBe(sent.MessageId);
    expect(moved!.Attributes).not.toHaveProperty('DeadLetterQueueSourceArn');
  });

  test('a million idle days cost no more than one (sqs:I46)', () => {
    const service = started({ DestinationArn, MaxNumberOfMessagesPerSecond: 1 });
    expect(list(service, 86_400_000_000_000).Results?.[0]).toMatchObject({ Status: 'COMPLETED' });
  });
});
