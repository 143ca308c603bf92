import { arnOf, type Calls, type MoveTask, type QueueAttributes } from '../../../src/core/calls.js';
import { all, type Row, receiveCount } from './row.js';
import { deadLetters, policy, type Stage } from './stage.js';

type Start = Omit<Calls['StartMessageMoveTask']['input'], 'SourceArn'>;

/** Sends m1 to mN and lets `q` move them to `d`, by 1 s. */
function poisoned(s: Stage, count: number): void {
  for (let k = 1; k <= count; k++) s.send(0, `m${k}`);
  s.receive(0, { MaxNumberOfMessages: 10 });
  s.receive(1, { MaxNumberOfMessages: 10 });
}

const start = (s: Stage, at: number, more: Start = {}, source = 'd') =>
  s.ask(at, 'StartMessageMoveTask', { SourceArn: arnOf(source), ...more });
const handleOf = (started: ReturnType<typeof start>): string =>
  typeof started === 'string' ? started : started.TaskHandle;

/** The tasks of `d`, the newest first. */
function tasks(s: Stage, at: number): MoveTask[] {
  const output = s.ask(at, 'ListMessageMoveTasks', { SourceArn: arnOf('d'), MaxResults: 10 });
  return (output as Calls['ListMessageMoveTasks']['output']).Results ?? [];
}
const told = (s: Stage, at: number): string =>
  tasks(s, at)
    .map(({ Status, ApproximateNumberOfMessagesMoved: moved }) => `${Status} ${moved}`)
    .join(', ');

const many = { MaxNumberOfMessages: 10 };
const two: Record<string, QueueAttributes> = {
  d: {},
  p: { VisibilityTimeout: '1', RedrivePolicy: policy('d', 1) },
  q: { VisibilityTimeout: '1', RedrivePolicy: policy('d', 1) },
};

/** Message move tasks. */
export const taskRows: Record<string, Row> = {
  'A-036': {
    queues: two,
    play: (s) => {
      poisoned(s, 1);
      start(s, 2);
      return [s.receive(3, { QueueUrl: 'p' }), s.receive(3)];
    },
    right: ['nothing', 'm1'],
    wrong: ['m1', 'nothing'],
  },
  'A-040': {
    queues: deadLetters(1),
    play: (s) => {
      poisoned(s, 3);
      start(s, 2, { MaxNumberOfMessagesPerSecond: 1 });
      return [s.receive(5, many), told(s, 5)];
    },
    right: ['m1,m2,m3', 'COMPLETED 3'],
    wrong: ['nothing', 'COMPLETED 0'],
  },
  'R-010': {
    queues: deadLetters(1),
    play: (s) => {
      poisoned(s, 1);
      start(s, 2);
      return [s.receive(3), s.counters(3, 'd')];
    },
    right: ['m1', '0/0/0'],
    wrong: ['m1', '1/0/0'],
  },
  'R-011': {
    queues: deadLetters(1),
    play: (s) => {
      poisoned(s, 1);
      start(s, 2);
      return receiveCount(s.messages(3, all));
    },
    right: '1',
    wrong: '2',
  },
  'R-013': {
    queues: {
      'd.fifo': { FifoQueue: 'true' },
      'q.fifo': {
        FifoQueue: 'true',
        ContentBasedDeduplication: 'true',
        VisibilityTimeout: '1',
        RedrivePolicy: policy('d.fifo', 1),
      },
    },
    play: (s) => {
      poisoned(s, 1);
      start(s, 2, {}, 'd.fifo');
      return s.messages(3, all)[0]?.Attributes?.MessageGroupId;
    },
    right: 'g',
    wrong: undefined,
  },
  'R-014': {
    queues: { ...deadLetters(1), other: {} },
    play: (s) => {
      poisoned(s, 1);
      start(s, 2, { DestinationArn: arnOf('other') });
      return [s.receive(3), s.receive(3, { QueueUrl: 'other' })];
    },
    right: ['nothing', 'm1'],
    wrong: ['m1', 'nothing'],
  },
  'R-015': {
    queues: deadLetters(1),
    play: (s) => {
      poisoned(s, 3);
      start(s, 2, { MaxNumberOfMessagesPerSecond: 1 });
      return [s.counters(3), s.counters(4)];
    },
    right: ['2/0/0', '3/0/0'],
    wrong: ['3/0/0', '3/0/0'],
  },
  'R-016': {
    queues: deadLetters(1),
    play: (s) => {
      poisoned(s, 3);
      const TaskHandle = handleOf(start(s, 2, { MaxNumberOfMessagesPerSecond: 1 }));
      return [s.ask(2.5, 'CancelMessageMoveTask', { TaskHandle }), told(s, 9)];
    },
    right: [{ ApproximateNumberOfMessagesMoved: 1 }, 'CANCELLED 1'],
    wrong: [{ ApproximateNumberOfMessagesMoved: 1 }, 'COMPLETED 3'],
  },
  'R-017': {
    queues: deadLetters(1),
    play: (s) => {
      poisoned(s, 3);
      start(s, 2, { MaxNumberOfMessagesPerSecond: 1 });
      return [handleOf(start(s, 3)) === 'InvalidParameterValueException', tasks(s, 3).length];
    },
    right: [true, 1],
    wrong: [false, 2],
  },
  'R-018': {
    play: (s) => handleOf(start(s, 0, {}, 'q')) === 'InvalidParameterValueException',
    right: true,
    wrong: false,
  },
  'R-019': {
    queues: { ...deadLetters(1), other: {} },
    play: (s) => {
      poisoned(s, 3);
      start(s, 2, { MaxNumberOfMessagesPerSecond: 1, DestinationArn: arnOf('other') });
      s.ask(2.5, 'DeleteQueue', { QueueUrl: 'other' });
      return told(s, 9);
    },
    right: 'FAILED 1',
    wrong: 'COMPLETED 1',
  },
  'R-020': {
    queues: deadLetters(1),
    play: (s) => {
      poisoned(s, 1);
      const handle = handleOf(start(s, 2));
      return tasks(s, 3).map(({ TaskHandle }) => TaskHandle === handle);
    },
    right: [false],
    wrong: [true],
  },
  'R-021': {
    queues: deadLetters(1),
    play: (s) => {
      poisoned(s, 1);
      start(s, 2);
      return told(s, 3);
    },
    right: 'COMPLETED 1',
    wrong: 'COMPLETED 2',
  },
  'R-022': {
    queues: deadLetters(1),
    play: (s) => {
      poisoned(s, 1);
      start(s, 2);
      start(s, 3);
      return told(s, 4);
    },
    right: 'COMPLETED 0, COMPLETED 1',
    wrong: 'COMPLETED 1, COMPLETED 0',
  },
  'R-023': {
    queues: deadLetters(1),
    play: (s) => {
      poisoned(s, 1);
      start(s, 2);
      return told(s, 100);
    },
    right: 'COMPLETED 1',
    wrong: 'RUNNING 1',
  },
};
