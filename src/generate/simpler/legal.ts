import { isFifo, queueOfArn } from '../../core/calls.js';
import { limits } from '../../core/limits.js';
import type { Setup } from '../../core/schedule.js';
import { readObject } from './members.js';

/** Is every queue of the setup one that the contract lets somebody create? A service that takes another has another bug. */
export const isLegal = ({ queues }: Setup): boolean =>
  queues.every(
    ({ name, attributes }) =>
      (attributes.FifoQueue === 'true') === isFifo(name) &&
      hasItsTarget(name, attributes.RedrivePolicy, queues) &&
      isInRange(attributes),
  );

/** sqs:X2 */
function hasItsTarget(name: string, policy: string | undefined, queues: Setup['queues']): boolean {
  if (policy === undefined) return true;
  const target = queueOfArn(String(readObject(policy)?.deadLetterTargetArn));
  return isFifo(target) === isFifo(name) && queues.some((queue) => queue.name === target);
}

/** Shrinking only lowers numbers and leaves attributes out (sqs:RT1, sqs:Q1, sqs:A4). */
const isInRange = (attributes: Setup['queues'][number]['attributes']): boolean =>
  isAtLeast(limits.retentionMin, attributes.MessageRetentionPeriod) &&
  isAtLeast(limits.messageSizeMin, attributes.MaximumMessageSize) &&
  (attributes.FifoThroughputLimit !== 'perMessageGroupId' || attributes.DeduplicationScope === 'messageGroup');

const isAtLeast = (least: number, text: string | undefined): boolean => text === undefined || Number(text) >= least;
