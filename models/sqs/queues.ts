import { arnOf, type Calls, type QueueAttributes, queueOfArn, type Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { limits } from '../../src/core/limits.js';
import {
  allowsSource,
  clean,
  differingAttribute,
  faultOfAttributes,
  newAttributes,
  type RefusesTarget,
  readAttributes,
} from './attributes.js';
import { isRefusal } from './batch.js';
import {
  invalidParameter,
  invalidValue,
  purgeInProgress,
  queueDeletedRecently,
  queueDoesNotExist,
  queueNameExists,
} from './errors.js';
import { Queue } from './queue.js';
import type { Sqs } from './service.js';
import { within } from './validate.js';

const queueName = /^[A-Za-z0-9_-]{1,80}$/;

/** CreateQueue (sqs section 2.2). */
export function createQueue(
  sqs: Sqs,
  input: Calls['CreateQueue']['input'],
  at: Millis,
): Calls['CreateQueue']['output'] | Refusal {
  const { QueueName, Attributes = {} } = input;
  // sqs:CQ1, sqs:E3
  if (!queueName.test(QueueName))
    return invalidValue('Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length');
  const fault = faultOfAttributes(sqs.rules.attributesChecked(Attributes), refusesTarget(sqs, QueueName));
  if (fault !== undefined) return fault;
  const existing = sqs.queues.get(QueueName);
  if (existing !== undefined) return createAgain(sqs, existing, Attributes);
  // sqs:CQ8, sqs:B5
  if (at < (sqs.deletedAt.get(QueueName) ?? Number.NEGATIVE_INFINITY) + limits.recreateGuard * 1000)
    return queueDeletedRecently();
  const queue = new Queue(QueueName, at, newAttributes(Attributes, sqs.rules), sqs.rules);
  queue.inherit(sqs.leftBehind.get(QueueName) ?? []);
  sqs.queues.set(QueueName, queue);
  return { QueueUrl: QueueName };
}

/** Whom a source may send its dead letters to: a queue of this region and account that lets it (sqs:X2, sqs:X12). */
function refusesTarget(sqs: Sqs, source: string): RefusesTarget {
  return (arn) => {
    const target = sqs.queues.get(queueOfArn(arn));
    if (target === undefined || arn !== arnOf(target.name)) return 'Dead letter target does not exist.';
    return allowsSource(target, arnOf(source)) ? undefined : 'Dead letter target does not allow this source queue.';
  };
}

/** Idempotent for attributes equal to the current ones (sqs:CQ4, sqs:CQ5). */
function createAgain(sqs: Sqs, queue: Queue, given: QueueAttributes): Calls['CreateQueue']['output'] | Refusal {
  const different = differingAttribute(queue, given);
  if (different === undefined || sqs.rules.createsDespite(different)) return { QueueUrl: queue.name };
  return queueNameExists(different);
}

/** DeleteQueue; its waiting polls end with the refusal of any later call (sqs:DQ1, sqs:U11). */
export function deleteQueue(sqs: Sqs, queue: Queue, at: Millis): object {
  sqs.queues.delete(queue.name);
  sqs.deletedAt.set(queue.name, at);
  if (sqs.rules.outlivesQueue()) sqs.leftBehind.set(queue.name, queue.live.values());
  for (const { ticket } of queue.waiters.splice(0)) sqs.answers.push({ ticket, reply: queueDoesNotExist() });
  sqs.waiting.delete(queue);
  return {};
}

/** GetQueueUrl (sqs:GU1). */
export const getQueueUrl = (
  sqs: Sqs,
  input: Calls['GetQueueUrl']['input'],
): Calls['GetQueueUrl']['output'] | Refusal =>
  sqs.queues.has(input.QueueName) ? { QueueUrl: input.QueueName } : queueDoesNotExist();

/** ListQueues, by name; the token is the last name of the page (sqs:LQ1, sqs:LQ2). */
export function listQueues(sqs: Sqs, input: Calls['ListQueues']['input']): Calls['ListQueues']['output'] | Refusal {
  const { QueueNamePrefix = '', MaxResults, NextToken = '' } = input;
  if (MaxResults !== undefined && !within(MaxResults, 1, limits.listMax))
    return invalidParameter('MaxResults', MaxResults, 'Must be between 1 and 1000, if provided.');
  const names = [...sqs.queues.keys()]
    .filter((name) => sqs.rules.lists(name, QueueNamePrefix) && name > NextToken)
    .sort();
  const page = names.slice(0, MaxResults ?? limits.listMax);
  if (page.length === 0) return {};
  if (MaxResults === undefined || names.length === page.length) return { QueueUrls: page };
  return { QueueUrls: page, NextToken: page.at(-1)! };
}

/** GetQueueAttributes (sqs section 2.4). */
export function getQueueAttributes(
  sqs: Sqs,
  queue: Queue,
  input: Calls['GetQueueAttributes']['input'],
): Calls['GetQueueAttributes']['output'] | Refusal {
  const attributes = readAttributes(queue, input.AttributeNames ?? [], sqs.rules, sqs.epoch);
  if (attributes === undefined) return {};
  return isRefusal(attributes) ? attributes : { Attributes: attributes };
}

/** SetQueueAttributes: all or nothing (sqs:SA1, sqs:SA7). */
export function setQueueAttributes(
  sqs: Sqs,
  queue: Queue,
  input: Calls['SetQueueAttributes']['input'],
  at: Millis,
): object | Refusal {
  const fault = faultOfAttributes(sqs.rules.attributesChecked(input.Attributes), refusesTarget(sqs, queue.name));
  if (fault !== undefined) return fault;
  queue.configure(clean(sqs.rules.mergeAttributes(queue.attributes, input.Attributes)));
  queue.modifiedAt = at;
  return {};
}

/** PurgeQueue, at most once a minute (sqs:PQ1, sqs:PQ2, sqs:B5). */
export function purgeQueue(sqs: Sqs, queue: Queue, at: Millis): object | Refusal {
  if (at < queue.purgedAt + limits.purgeGuard * 1000) return purgeInProgress(queue.name);
  queue.purgedAt = at;
  queue.graveyard.length = 0;
  for (const message of [...queue.live.values()]) if (sqs.rules.purges(message.place)) queue.remove(message);
  return {};
}
