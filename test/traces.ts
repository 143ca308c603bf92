import type { History, Op } from '../src/core/history.js';
import type { Violation } from '../src/core/verdict.js';
import { md5 } from './histories.js';

const ask = { QueueUrl: 'jobs', MessageSystemAttributeNames: ['All'] };

const delivered = (ReceiptHandle: string, count: number) => ({
  MessageId: 'msg-1',
  ReceiptHandle,
  MD5OfBody: md5('m1'),
  Body: 'm1',
  Attributes: {
    SenderId: 'redrive',
    SentTimestamp: '1700000000001',
    ApproximateFirstReceiveTimestamp: '1700000002001',
    ApproximateReceiveCount: String(count),
  },
});

const drain = (id: number, invoked: number): Op => ({
  id,
  actor: 'drain-jobs',
  call: 'ReceiveMessage',
  input: { ...ask, MaxNumberOfMessages: 10, WaitTimeSeconds: 20, MessageAttributeNames: ['All'] },
  invoked,
  returned: invoked + 20_000,
  reply: { kind: 'ok', output: {} },
});

/** The history of traces/README.md. */
export const example: History = {
  schedule: {
    seed: 'by hand',
    level: 'strict',
    setup: { queues: [{ name: 'jobs', attributes: { VisibilityTimeout: '30' } }] },
    liberties: ['order', 'duplicate'],
    steps: [
      { id: 1, actor: 'a', call: 'SendMessage', input: { QueueUrl: 'jobs' } },
      { id: 2, actor: 'b', at: { wait: 2000 }, call: 'ReceiveMessage', input: ask },
      {
        id: 3,
        actor: 'c',
        at: { after: 2, deadline: 'visibility', tick: -1 },
        call: 'ReceiveMessage',
        input: { ...ask, WaitTimeSeconds: 20 },
      },
      {
        id: 4,
        actor: 'b',
        call: 'DeleteMessage',
        input: { QueueUrl: 'jobs' },
        receipts: [0],
        fault: { name: 'lost-reply' },
      },
    ],
    choices: { '3': { duplicate: [1] } },
  },
  endpoint: { name: 'model', early: 0, late: 0, epoch: 1_700_000_000_000, epochError: 0 },
  ops: [
    {
      id: 0,
      step: 1,
      actor: 'a',
      call: 'SendMessage',
      input: { QueueUrl: 'jobs', MessageBody: 'm1' },
      invoked: 1,
      returned: 1,
      reply: { kind: 'ok', output: { MessageId: 'msg-1', MD5OfMessageBody: md5('m1') } },
    },
    {
      id: 1,
      step: 2,
      actor: 'b',
      call: 'ReceiveMessage',
      input: ask,
      invoked: 2001,
      returned: 2001,
      reply: { kind: 'ok', output: { Messages: [delivered('jobs/1/1', 1)] } },
    },
    {
      id: 2,
      step: 3,
      actor: 'c',
      call: 'ReceiveMessage',
      input: { ...ask, WaitTimeSeconds: 20 },
      invoked: 32_000,
      returned: 32_000,
      reply: { kind: 'ok', output: { Messages: [delivered('jobs/1/2', 2)] } },
    },
    {
      id: 3,
      step: 4,
      actor: 'b',
      call: 'DeleteMessage',
      input: { QueueUrl: 'jobs', ReceiptHandle: 'jobs/1/1' },
      fault: 'lost-reply',
      invoked: 32_001,
      returned: 32_001,
      reply: { kind: 'unknown', why: 'the connection broke' },
    },
    drain(4, 32_002),
    drain(5, 61_000),
    drain(6, 81_000),
    drain(7, 101_000),
  ],
  drainedFrom: 32_002,
  drained: true,
};

/** What is broken in it. */
export const violation: Violation = {
  property: 'no-delivery-inside-window',
  says: 'receive #2 delivered m1 at 32 s, but receive #1 hid it from 2.001 s for 30 s; 0.001 s are missing',
  ops: [2, 1],
};
