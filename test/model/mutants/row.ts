import { createHash } from 'node:crypto';
import type { QueueAttributes, ReceivedMessage } from '../../../src/core/calls.js';
import type { Stage } from './stage.js';

/** A schedule that tells a mutant from the contract. */
export interface Row {
  queues?: Record<string, QueueAttributes>;
  /** The schedule; what it gives is what the clients saw. */
  play: (s: Stage) => unknown;
  right: unknown;
  wrong: unknown;
}

export const all = { MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] };
export const window = (VisibilityTimeout: string): Record<string, QueueAttributes> => ({ q: { VisibilityTimeout } });
export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
export const text = (StringValue: string, DataType = 'String') => ({ DataType, StringValue });

export const receiveCount = ([message]: ReceivedMessage[]): string | undefined =>
  message?.Attributes?.ApproximateReceiveCount;

/** Sends m and receives it. */
export const sent = (s: Stage, VisibilityTimeout?: number): string => {
  s.send(0, 'm');
  s.receive(0, VisibilityTimeout === undefined ? {} : { VisibilityTimeout });
  return s.handle('m');
};

/** Sends m and lets `q` move it to `d` by the second receive, at 1 s. */
export const moved = (s: Stage): void => {
  sent(s);
  s.receive(1);
};
