import type { Schedule, Setup, Step } from '../../index.js';
import { arnOf, type CallName, type QueueAttributes } from '../../src/core/calls.js';

type Input = Record<string, unknown>;

/** A step of actor `a`, unless it says otherwise; steps are numbered from 1. */
export type Plan = Omit<Step, 'id' | 'actor'> & Partial<Step>;
type More = Partial<Step>;

/** So many milliseconds after the step before it. */
export const after = (wait: number): More => ({ at: { wait } });
/** Of another actor. */
export const by = (actor: string, wait?: number): More => ({ actor, ...(wait !== undefined && after(wait)) });

export const schedule = (setup: Setup, plans: readonly Plan[]): Schedule => ({
  seed: 'by hand',
  level: 'strict',
  setup,
  liberties: [],
  steps: [...plans, apart].map((plan, k) => ({ id: k + 1, actor: 'a', ...plan })),
});

/** A call of no effect, so that nothing before it touches the drain. */
const apart: Plan = { call: 'ListQueues', input: {}, ...after(200) };

export const queues = (...all: [name: string, attributes?: QueueAttributes][]): Setup => ({
  queues: all.map(([name, attributes = {}]) => ({
    name,
    attributes: { ...(name.endsWith('.fifo') && { FifoQueue: 'true' }), ...attributes },
  })),
});

/** A redrive policy; the count as AWS's own examples write it, or as text. */
export const policy = (target: string, maxReceiveCount: number | string): QueueAttributes => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount }),
});

/** Calls on one queue. */
export const on = (QueueUrl: string) => {
  const call =
    (call: CallName) =>
    (input: Input = {}, more: More = {}): Plan => ({ call, input: { QueueUrl, ...input }, ...more });
  const receive = call('ReceiveMessage');
  return {
    send: call('SendMessage'),
    sendBatch: (Entries: Input[], more?: More) => call('SendMessageBatch')({ Entries }, more),
    /** Asks for all attributes. */
    receive: (input: Input = {}, more?: More) => receive({ ...everything, ...input }, more),
    receiveBare: receive,
    del: (more?: More) => call('DeleteMessage')({}, more),
    delHandle: (ReceiptHandle: string) => call('DeleteMessage')({ ReceiptHandle }),
    delBatch: (Entries: Input[], more?: More) => call('DeleteMessageBatch')({ Entries }, more),
    change: (VisibilityTimeout: number, more?: More) => call('ChangeMessageVisibility')({ VisibilityTimeout }, more),
    changeBatch: (Entries: Input[], more?: More) => call('ChangeMessageVisibilityBatch')({ Entries }, more),
    set: (Attributes: Input, more?: More) => call('SetQueueAttributes')({ Attributes }, more),
    read: (more?: More) => call('GetQueueAttributes')({ AttributeNames: ['All'] }, more),
    purge: (more?: More) => call('PurgeQueue')({}, more),
    drop: (more?: More) => call('DeleteQueue')({}, more),
    /** To a FIFO queue. */
    sendTo: (MessageGroupId: string, MessageDeduplicationId: string, more?: More) =>
      call('SendMessage')({ MessageGroupId, MessageDeduplicationId }, more),
  };
};

const everything: Input = { MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] };

export const create = (QueueName: string, Attributes: Input, more: More = {}): Plan => ({
  call: 'CreateQueue',
  input: { QueueName, Attributes },
  ...more,
});

export const moveFrom = (queue: string, more: More = {}): Plan => ({
  call: 'StartMessageMoveTask',
  input: { SourceArn: arnOf(queue) },
  ...more,
});
