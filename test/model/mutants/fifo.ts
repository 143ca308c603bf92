import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { QueueAttributes, SendEntry } from '../../../src/core/calls.js';
import { all, md5, type Row, text } from './row.js';
import { policy, type Stage } from './stage.js';

const fifo = (more: QueueAttributes = {}): Record<string, QueueAttributes> => ({
  'q.fifo': { FifoQueue: 'true', ContentBasedDeduplication: 'true', ...more },
});
const window = (VisibilityTimeout: string) => fifo({ VisibilityTimeout });
const perGroup = { DeduplicationScope: 'messageGroup' };
/** Queue `q.fifo` with window 1 s, which sends its dead letters to `d.fifo` after one receive. */
const deadLetters = (more: QueueAttributes = {}): Record<string, QueueAttributes> => ({
  'd.fifo': { FifoQueue: 'true', ...more },
  ...fifo({ VisibilityTimeout: '1', RedrivePolicy: policy('d.fifo', 1), ...more }),
});

const many = { MaxNumberOfMessages: 10 };
const d = { QueueUrl: 'd.fifo' };
const named = (MessageDeduplicationId: string) => ({ MessageDeduplicationId });
const inGroup = (MessageGroupId: string) => ({ MessageGroupId });
const attempt = (ReceiveRequestAttemptId: string) => ({ ReceiveRequestAttemptId, ...many });
const sha256 = (body: string): string => createHash('sha256').update(body).digest('hex');

/** Sends the bodies, one after the other. */
const send = (s: Stage, at: number, ...bodies: string[]): void => {
  for (const body of bodies) s.send(at, body);
};

/** Sends m1, m2, ... to one group. */
const batch = (s: Stage, at: number, ...entries: Partial<SendEntry>[]) =>
  s.ask(at, 'SendMessageBatch', {
    QueueUrl: 'q.fifo',
    Entries: entries.map((entry, k) => ({ Id: String(k + 1), MessageBody: `m${k + 1}`, ...inGroup('g'), ...entry })),
  });

/** Receives and deletes everything that is there. */
const take = (s: Stage, at: number): void => {
  for (const { ReceiptHandle } of s.messages(at, many)) s.delete(at, ReceiptHandle);
};

const set = (s: Stage, at: number, Attributes: QueueAttributes) =>
  s.ask(at, 'SetQueueAttributes', { QueueUrl: 'q.fifo', Attributes });

/** Whether each number is greater (1) or less (-1) than the one before. */
const steps = (numbers: (string | undefined)[]): number[] =>
  numbers.slice(1).map((number, k) => Math.sign(Number(BigInt(number!) - BigInt(numbers[k]!))));

/** FIFO queues: order, locks, deduplication, and the FIFO side of everything else. */
export const fifoRows: Record<string, Row> = {
  'A-011': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'a', inGroup('A'));
      s.send(0, 'b', inGroup('B'));
      return [s.receive(0, { VisibilityTimeout: 60 }), s.receive(1, { VisibilityTimeout: 5 }), s.receive(6)];
    },
    right: ['a', 'b', 'b'],
    wrong: ['a', 'b', 'nothing'],
  },
  'A-021': {
    queues: fifo({ DelaySeconds: '5' }),
    play: (s) => {
      s.send(0, 'm');
      return [s.receive(1), s.receive(5)];
    },
    right: ['nothing', 'm'],
    wrong: ['m', 'nothing'],
  },
  'A-023': {
    queues: fifo({ DelaySeconds: '10' }),
    play: (s) => {
      s.send(0, 'm', { DelaySeconds: 0 });
      return [s.receive(1), s.receive(10)];
    },
    right: ['nothing', 'm'],
    wrong: ['m', 'nothing'],
  },
  'A-024': {
    queues: fifo({ DelaySeconds: '60' }),
    play: (s) => {
      s.send(0, 'a');
      set(s, 1, { DelaySeconds: '0' });
      s.send(2, 'b');
      return s.receive(3);
    },
    right: 'a',
    wrong: 'b',
  },
  'A-037': {
    queues: deadLetters(),
    play: (s) => {
      send(s, 0, 'a', 'b');
      return [s.receive(0), s.receive(1), s.receive(9)];
    },
    right: ['a', 'b', 'nothing'],
    wrong: ['a', 'nothing', 'nothing'],
  },
  'A-043': {
    queues: fifo(),
    play: (s) => {
      send(s, 0, 'a', 'b');
      return [s.receive(0), s.receive(0)];
    },
    right: ['a', 'nothing'],
    wrong: ['a', 'b'],
  },
  'A-044': {
    queues: fifo(),
    play: (s) => [typeof batch(s, 0, {}, {}), s.receive(0, many)],
    right: ['object', 'm1,m2'],
    wrong: ['object', 'nothing'],
  },
  'A-045': {
    queues: fifo(),
    play: (s) => {
      const sent = ['a', 'b', 'c', 'd', 'e'].map((body) => s.send(0, body));
      return steps(sent.map(({ SequenceNumber }) => SequenceNumber)).includes(-1);
    },
    right: false,
    wrong: true,
  },
  'A-046': {
    queues: window('2'),
    play: (s) => {
      send(s, 0, 'a', 'b', 'c');
      return [s.receive(0, many), s.receive(2, many)];
    },
    right: ['a,b,c', 'a,b,c'],
    wrong: ['a,b,c', 'c,b,a'],
  },
  'A-047': {
    queues: window('2'),
    play: (s) => {
      send(s, 0, 'a', 'b');
      return [s.receive(0), s.receive(2, many), s.receive(9, many)];
    },
    right: ['a', 'a,b', 'a,b'],
    wrong: ['a', 'nothing', 'nothing'],
  },
  'A-048': {
    queues: window('2'),
    play: (s) => {
      send(s, 0, 'a', 'b');
      s.receive(0);
      const Entries = [{ Id: '1', ReceiptHandle: s.handle('a') }];
      return [s.ask(1, 'DeleteMessageBatch', { QueueUrl: 'q.fifo', Entries }), s.receive(1), s.receive(4)];
    },
    right: [{ Successful: [{ Id: '1' }] }, 'b', 'b'],
    wrong: [{ Successful: [{ Id: '1' }] }, 'nothing', 'a'],
  },
  'A-049': {
    queues: window('2'),
    play: (s) => {
      s.send(0, 'm');
      return [s.receive(0), s.receive(2), s.receive(9)];
    },
    right: ['m', 'm', 'm'],
    wrong: ['m', 'nothing', 'nothing'],
  },
  'A-051': {
    queues: window('2'),
    play: (s) => {
      s.send(0, 'a');
      s.receive(0);
      s.send(1, 'b');
      return s.receive(2, many);
    },
    right: 'a,b',
    wrong: 'b,a',
  },
  'A-052': {
    queues: fifo(),
    play: (s) => {
      batch(s, 0, ...Array.from({ length: 10 }, () => ({})));
      return s.receive(0, many);
    },
    right: 'm1,m2,m3,m4,m5,m6,m7,m8,m9,m10',
    wrong: 'm1,m10,m2,m3,m4,m5,m6,m7,m8,m9',
  },
  'A-053': {
    queues: window('5'),
    play: (s) => {
      send(s, 0, 'a', 'b', 'c');
      s.receive(0, many);
      s.change(1, s.handle('a'), 60);
      return [s.receive(6, many), s.receive(61, many)];
    },
    right: ['nothing', 'a,b,c'],
    wrong: ['b,c', 'a,b,c'],
  },
  'A-054': {
    queues: fifo(),
    play: (s) => {
      send(s, 0, 'a', 'b');
      s.receive(0, many);
      s.change(1, s.handle('a'), 0);
      return s.receive(2);
    },
    right: 'a',
    wrong: 'nothing',
  },
  'A-055': {
    queues: fifo(),
    play: (s) => {
      send(s, 0, 'm', 'm');
      return s.receive(0, many);
    },
    right: 'm',
    wrong: 'm,m',
  },
  'A-056': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      take(s, 0);
      s.send(299.999, 'm');
      return s.receive(300);
    },
    right: 'nothing',
    wrong: 'm',
  },
  'A-057': {
    queues: fifo(),
    play: (s) => {
      send(s, 0, 'm', 'm');
      s.send(0, 'x', named('1'));
      s.send(0, 'y', named('1'));
      return s.receive(0, many);
    },
    right: 'm,x',
    wrong: 'm,m,x',
  },
  'A-058': {
    queues: fifo(perGroup),
    play: (s) => {
      for (const group of ['A', 'B', 'A']) s.send(0, `to ${group}`, { ...inGroup(group), ...named('1') });
      return s.receive(0, many);
    },
    right: 'to A,to B',
    wrong: 'to A',
  },
  'A-059': {
    queues: fifo(),
    play: (s) => {
      const [first, again] = [s.send(0, 'm'), s.send(1, 'm')];
      return again.MessageId === first.MessageId;
    },
    right: true,
    wrong: false,
  },
  'A-060': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      s.purge(1);
      s.send(2, 'm');
      return s.receive(3);
    },
    right: 'm',
    wrong: 'nothing',
  },
  'A-061': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      take(s, 0);
      s.send(300, 'm');
      return s.receive(301);
    },
    right: 'm',
    wrong: 'nothing',
  },
  'A-062': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'x');
      s.send(1, 'y', named(sha256('x')));
      return [s.receive(2, many), s.messages(40, all)[0]?.Attributes?.MessageDeduplicationId === sha256('x')];
    },
    right: ['x', true],
    wrong: ['x,y', false],
  },
  'A-064': {
    queues: fifo(perGroup),
    play: (s) => {
      for (const group of ['A', 'A', 'B', 'A']) s.send(0, `to ${group}`, { ...inGroup(group), ...named('1') });
      return s.receive(0, many);
    },
    right: 'to A,to B',
    wrong: 'to A,to A,to B',
  },
  'A-065': {
    queues: fifo(),
    play: (s) => {
      send(s, 0, 'a', 'b', 'c', 'd', 'd', 'a');
      return s.receive(0, many);
    },
    right: 'a,b,c,d',
    wrong: 'a,b,c,d,a',
  },
  'A-067': {
    queues: fifo(),
    play: (s) => s.end(9, s.poll(0, { WaitTimeSeconds: 5 })),
    right: 'nothing @5',
    wrong: 'nothing @0',
  },
  'A-075': {
    queues: fifo(),
    play: (s) => {
      const first = s.receive(0, attempt('a'));
      s.send(1, 'm');
      return [first, s.receive(2, attempt('a')), s.receive(300, attempt('a'))];
    },
    right: ['nothing', 'm', 'm'],
    wrong: ['nothing', 'nothing', 'm'],
  },
  'A-097': {
    queues: fifo(),
    play: (s) => [batch(s, 0, inGroup('g'), { MessageGroupId: undefined! }), s.receive(0, many)],
    right: ['InvalidParameterValueException', 'nothing'],
    wrong: [expect.objectContaining({ Successful: [expect.anything(), expect.anything()] }), 'm1,m2'],
  },
  'A-103': {
    queues: fifo(),
    play: (s) => [127, 128, 129].map((length) => s.send(0, 'm', named('x'.repeat(length)))),
    right: [
      expect.anything(),
      expect.objectContaining({ MD5OfMessageBody: expect.anything() }),
      'InvalidParameterValueException',
    ],
    wrong: [expect.anything(), 'InvalidParameterValueException', 'InvalidParameterValueException'],
  },
  'A-105': {
    queues: fifo(),
    play: (s) => {
      send(s, 0, 'a', 'b');
      return [s.purge(1), s.receive(2, many)];
    },
    right: ['ok', 'nothing'],
    wrong: ['ok', 'a,b'],
  },
  'R-041': {
    queues: fifo({ ...perGroup, FifoThroughputLimit: 'perMessageGroupId' }),
    play: (s) => {
      send(s, 0, 'a', 'b');
      return [s.receive(0), s.receive(0)];
    },
    right: ['a', 'nothing'],
    wrong: ['a', 'b'],
  },
  'R-042': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      s.receive(0);
      s.change(1, s.handle('m'), 0);
      return s.receive(2);
    },
    right: 'm',
    wrong: 'nothing',
  },
  'R-043': {
    queues: fifo({ MessageRetentionPeriod: '60' }),
    play: (s) => {
      s.send(0, 'a');
      s.receive(0, { VisibilityTimeout: 600 });
      s.send(30, 'b');
      return s.receive(60);
    },
    right: 'b',
    wrong: 'nothing',
  },
  'R-044': {
    queues: fifo(),
    play: (s) => {
      const { SequenceNumber } = s.send(0, 'm');
      return s.messages(0, all)[0]?.Attributes?.SequenceNumber === SequenceNumber;
    },
    right: true,
    wrong: false,
  },
  'R-045': {
    queues: fifo(),
    play: (s) => {
      send(s, 0, 'a', 'b');
      return s.receive(0, many);
    },
    right: 'a,b',
    wrong: 'b,a',
  },
  'R-046': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      take(s, 0);
      s.send(299.5, 'm');
      return s.receive(299.5);
    },
    right: 'nothing',
    wrong: 'm',
  },
  'R-047': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      take(s, 0);
      s.send(300.5, 'm');
      return s.receive(300.5);
    },
    right: 'm',
    wrong: 'nothing',
  },
  'R-048': {
    queues: fifo(),
    play: (s) => {
      for (const group of ['A', 'B']) s.send(0, `to ${group}`, { ...inGroup(group), ...named('1') });
      return s.receive(0, many);
    },
    right: 'to A',
    wrong: 'to A,to B',
  },
  'R-049': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      take(s, 0);
      for (const at of [200, 310]) s.send(at, 'm');
      return s.receive(311);
    },
    right: 'm',
    wrong: 'nothing',
  },
  'R-050': {
    queues: fifo(),
    play: (s) => {
      for (const value of ['1', '2']) s.send(0, 'm', { MessageAttributes: { x: text(value) } });
      return s.receive(0, many);
    },
    right: 'm',
    wrong: 'm,m',
  },
  'R-051': {
    queues: fifo(),
    play: (s) => {
      for (const id of ['1', '2']) s.send(0, 'm', named(id));
      return s.receive(0, many);
    },
    right: 'm,m',
    wrong: 'm',
  },
  'R-052': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'a', { ...named('1'), DelaySeconds: 5 });
      s.send(1, 'b', named('1'));
      return s.receive(2);
    },
    right: 'b',
    wrong: 'nothing',
  },
  'R-053': {
    queues: fifo(),
    play: (s) => {
      batch(s, 0, named('1'), named('1'));
      return s.receive(0, many);
    },
    right: 'm1',
    wrong: 'm1,m2',
  },
  'R-054': {
    queues: window('2'),
    play: (s) => {
      s.send(0, 'm');
      s.receive(0);
      return [s.delete(2, s.handle('m')), s.receive(3)];
    },
    right: ['InvalidParameterValueException', 'm'],
    wrong: ['ok', 'nothing'],
  },
  'R-055': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      s.receive(0);
      s.change(1, s.handle('m'), 60);
      return [s.delete(30, s.handle('m')), s.receive(61)];
    },
    right: ['ok', 'nothing'],
    wrong: ['InvalidParameterValueException', 'm'],
  },
  'R-056': {
    queues: fifo(),
    play: (s) => [s.send(0, 'm', { DelaySeconds: 5 }), s.receive(0), s.receive(5)],
    right: ['InvalidParameterValueException', 'nothing', 'nothing'],
    wrong: [expect.objectContaining({ MD5OfMessageBody: md5('m') }), 'nothing', 'm'],
  },
  'R-057': {
    queues: fifo({ DelaySeconds: '60' }),
    play: (s) => {
      s.send(0, 'm');
      set(s, 1, { DelaySeconds: '5' });
      return [s.receive(5), s.receive(60)];
    },
    right: ['m', 'm'],
    wrong: ['nothing', 'm'],
  },
  'R-058': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      const [first, again] = [0, 1].map((at) => s.messages(at, attempt('a'))[0]?.ReceiptHandle);
      return first === again;
    },
    right: true,
    wrong: false,
  },
  'R-059': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      return [0, 1].map((at) => s.receive(at, attempt('a')));
    },
    right: ['m', 'm'],
    wrong: ['m', 'nothing'],
  },
  'R-060': {
    queues: window('10'),
    play: (s) => {
      s.send(0, 'm');
      return [s.receive(0, attempt('a')), s.receive(5, attempt('a')), s.receive(10), s.receive(15)];
    },
    right: ['m', 'm', 'nothing', 'm'],
    wrong: ['m', 'm', 'm', 'nothing'],
  },
  'R-061': {
    queues: fifo(),
    play: (s) => {
      s.send(0, 'm');
      s.receive(0, attempt('a'));
      s.change(1, s.handle('m'), 60);
      return s.receive(2, attempt('a'));
    },
    right: 'InvalidParameterValueException',
    wrong: 'm',
  },
  'R-062': {
    queues: deadLetters({ MessageRetentionPeriod: '60' }),
    play: (s) => {
      s.send(0, 'm');
      for (const at of [0, 50]) s.receive(at);
      return [s.receive(60, d), s.receive(110, d)];
    },
    right: ['m', 'nothing'],
    wrong: ['nothing', 'nothing'],
  },
  'R-063': {
    queues: deadLetters(),
    play: (s) => {
      const { MessageId } = s.send(0, 'm');
      for (const at of [0, 1]) s.receive(at);
      return s.messages(2, { ...d, ...all })[0]?.Attributes?.MessageDeduplicationId === MessageId;
    },
    right: true,
    wrong: false,
  },
  'R-064': {
    queues: window('9'),
    play: (s) => {
      send(s, 0, 'a', 'b');
      s.receive(0);
      const poll = s.poll(1, { WaitTimeSeconds: 5 });
      s.delete(2, s.handle('a'));
      return s.end(6, poll);
    },
    right: 'b @2',
    wrong: 'nothing @6',
  },
  'R-065': {
    queues: { 'q.fifo': { FifoQueue: 'true' } },
    play: (s) => [batch(s, 0, {}, named('1')), s.receive(0, many)],
    right: ['InvalidParameterValueException', 'nothing'],
    wrong: [expect.objectContaining({ Successful: [expect.anything(), expect.anything()] }), 'm1,m2'],
  },
  'R-074': {
    queues: fifo(),
    play: (s) => [128, 129, 130].map((length) => s.send(0, 'm', inGroup('x'.repeat(length)))),
    right: [expect.anything(), 'InvalidParameterValueException', 'InvalidParameterValueException'],
    wrong: [
      expect.anything(),
      expect.objectContaining({ MD5OfMessageBody: md5('m') }),
      'InvalidParameterValueException',
    ],
  },
  'R-076': {
    queues: fifo(),
    play: (s) => {
      send(s, 0, 'a', 'b', 'c');
      s.receive(0);
      return s.counters(0);
    },
    right: '2/1/0',
    wrong: '0/3/0',
  },
  'R-077': {
    queues: window('1'),
    play: (s) => {
      s.send(0, 'm');
      s.receive(0);
      const Entries = [{ Id: '1', ReceiptHandle: s.handle('m') }];
      return s.ask(1, 'DeleteMessageBatch', { QueueUrl: 'q.fifo', Entries });
    },
    right: { Failed: [expect.objectContaining({ Id: '1', Code: 'ReceiptHandleIsInvalid' })] },
    wrong: { Failed: [expect.objectContaining({ Id: '1', Code: 'InvalidParameterValue' })] },
  },
};
