import { arnOf, type QueueAttributes } from '../src/core/calls.js';
import * as plain from './histories.js';

/** The drafts of `histories.ts` for the FIFO queue `q1.fifo`; every send has the group `g` and its body as deduplication id. */

type Options<F extends (...args: never[]) => unknown> = Exclude<Parameters<F>[number], string | number>;

export const q = 'q1.fifo';
export const dead = 'dead.fifo';

export const send = (body: string, options: Options<typeof plain.send> = {}) =>
  plain.send(body, { queue: q, ...options });
export const receive = (options: Options<typeof plain.receive> = {}) => plain.receive({ queue: q, ...options });
export const del = (handle: string, options: Options<typeof plain.del> = {}) =>
  plain.del(handle, { queue: q, ...options });
export const change = (handle: string, seconds: number, options: Options<typeof plain.change> = {}) =>
  plain.change(handle, seconds, { queue: q, ...options });
export const purge = (options: plain.When) => plain.op('PurgeQueue', { QueueUrl: q }, undefined, options);
export const setAttributes = (Attributes: QueueAttributes, options: plain.When) =>
  plain.op('SetQueueAttributes', { QueueUrl: q, Attributes }, undefined, options);
export const sendBatch = (bodies: string[], options: plain.When & { ids?: string[]; dedup?: string } = {}) => {
  const { ids = bodies.map((body) => `id-${body}`), dedup, ...when } = options;
  const Entries = bodies.map((MessageBody, index) => ({
    Id: `e${index}`,
    MessageBody,
    MessageGroupId: 'g',
    MessageDeduplicationId: dedup ?? MessageBody,
  }));
  const Successful = bodies.map((body, index) => ({ Id: `e${index}`, ...plain.sendResult(body, ids[index]) }));
  return plain.op('SendMessageBatch', { QueueUrl: q, Entries }, plain.ok({ Successful }), when);
};

/** A frame with the queue, and what it is given. */
export const fifo = (attributes: QueueAttributes = {}, more: Parameters<typeof plain.history>[1] = {}) => ({
  ...more,
  queues: { [q]: { FifoQueue: 'true', ...attributes }, ...more.queues },
});

/** A frame whose queue has a dead-letter queue. */
export const withDead = (maxReceiveCount: number, more: Parameters<typeof plain.history>[1] = {}, letters = {}) => {
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf(dead), maxReceiveCount });
  return fifo({ RedrivePolicy }, { ...more, queues: { [dead]: { FifoQueue: 'true', ...letters } } });
};

/** Deliveries of the bodies. */
export const got = (...bodies: string[]): plain.Delivered[] => bodies.map((body) => plain.delivered(body));
