import { arnOf, type Calls, isFifo, type QueueAttributes, type Refusal } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { limits } from '../../src/core/limits.js';
import type { Rules } from '../rules.js';
import {
  defaultsOf,
  differingAttribute,
  faultOfAttributes,
  newAttributes,
  readAttributes,
  stored,
} from './attributes.js';
import { isRefusal } from './batch.js';
import {
  illegalName,
  outsideRange,
  purgeInProgress,
  queueDeletedRecently,
  queueDoesNotExist,
  queueNameExists,
} from './errors.js';
import { Queue } from './queue.js';
import { sourcesOf } from './redrive-policy.js';
import type { Sqs } from './service.js';
import { faultOfTags } from './tags.js';
import { within } from './validate.js';

/** CreateQueue (sqs section 2.2). */
export function createQueue(
  sqs: Sqs,
  input: Calls['CreateQueue']['input'],
  at: Millis,
): Calls['CreateQueue']['output'] | Refusal {
  const { QueueName, Attributes = {}, tags = {} } = input;
  const fault =
    faultOfName(sqs.rules, QueueName, Attributes) ??
    faultOfAttributes(sqs, QueueName, Attributes, undefined) ??
    faultOfTags(sqs, QueueName, tags);
  if (fault !== undefined) return fault;
  const existing = sqs.queues.get(QueueName);
  if (existing !== undefined) return createAgain(sqs, existing, input, at);
  const deletedAt = sqs.deletedAt.get(QueueName) ?? Number.NEGATIVE_INFINITY;
  // sqs:CQ8, sqs:B5
  if (at < deletedAt + sqs.rules.recreateGuard() * 1000) return queueDeletedRecently();
  const queue = new Queue(QueueName, at, newAttributes(QueueName, Attributes, sqs.rules), sqs.rules);
  queue.tags = tags;
  queue.inherit(sqs.leftBehind.get(QueueName) ?? []);
  sqs.queues.set(QueueName, queue);
  return { QueueUrl: QueueName };
}

/** A FIFO queue is asked for by FifoQueue, its name has to say so too, and no other name may (sqs:CQ1, sqs:CQ2). */
function faultOfName(rules: Rules, name: string, { FifoQueue = '' }: QueueAttributes): Refusal | undefined {
  const asksFifo = FifoQueue.toLowerCase() === 'true' || (isFifo(name) && rules.impliesFifo());
  const body = asksFifo && isFifo(name) ? name.slice(0, -'.fifo'.length) : name;
  const isRight = /^[A-Za-z0-9_-]+$/.test(body) && name.length <= limits.queueNameMax && asksFifo === isFifo(name);
  return isRight ? undefined : illegalName(asksFifo);
}

/** Idempotent for attributes equal to the current ones (sqs:CQ4, sqs:CQ5); tags say nothing (sqs:CQ7, sqs:U10). */
function createAgain(
  { rules }: Sqs,
  queue: Queue,
  { Attributes = {}, tags = {} }: Calls['CreateQueue']['input'],
  at: Millis,
): Calls['CreateQueue']['output'] | Refusal {
  const given = rules.fillsDefaults() ? { ...defaultsOf(queue.name), ...Attributes } : Attributes;
  const different = differingAttribute(rules.comparedWith(queue.attributes, queue.created), given);
  if (different !== undefined && !rules.createsDespite(different)) return queueNameExists(different);
  if (rules.losesCreateRace(queue.createdAt, at)) return queueNameExists('QueueName');
  queue.tags = rules.tagsAfterCreate(queue.tags, tags);
  return { QueueUrl: queue.name };
}

/** DeleteQueue; its waiting polls end with the refusal of any later call (sqs:DQ1, sqs:U11), its tasks are forgotten. */
export function deleteQueue(sqs: Sqs, queue: Queue, at: Millis): object {
  sqs.queues.delete(queue.name);
  sqs.deletedAt.set(queue.name, at);
  sqs.tasks.forget(queue.name);
  if (sqs.rules.outlivesQueue()) sqs.leftBehind.set(queue.name, queue.live.values());
  for (const { ticket } of queue.waiters.splice(0))
    sqs.answers.push({ ticket, reply: sqs.rules.pollOfDeleted() ?? queueDoesNotExist() });
  sqs.waiting.delete(queue);
  return {};
}

const account = arnOf('').split(':').at(-2);

/** GetQueueUrl; no other account has queues here (sqs:GU1). */
export function getQueueUrl(
  sqs: Sqs,
  { QueueName, QueueOwnerAWSAccountId = account }: Calls['GetQueueUrl']['input'],
): Calls['GetQueueUrl']['output'] | Refusal {
  const isHere = QueueOwnerAWSAccountId === account && sqs.queues.has(QueueName);
  return isHere ? { QueueUrl: QueueName } : queueDoesNotExist();
}

/** ListQueues (sqs:LQ1). */
export function listQueues(sqs: Sqs, input: Calls['ListQueues']['input']): Calls['ListQueues']['output'] | Refusal {
  const { QueueNamePrefix = '' } = input;
  const page = pageOf(
    sqs.rules,
    [...sqs.queues.keys()].filter((name) => sqs.rules.lists(name, QueueNamePrefix)),
    input,
  );
  if (isRefusal(page)) return page;
  const { names, ...token } = page;
  return names.length === 0 ? {} : { QueueUrls: names, ...token };
}

/** ListDeadLetterSourceQueues (sqs:LD1). */
export function listDeadLetterSources(
  sqs: Sqs,
  queue: Queue,
  input: Calls['ListDeadLetterSourceQueues']['input'],
): Calls['ListDeadLetterSourceQueues']['output'] | Refusal {
  const page = pageOf(sqs.rules, sourcesOf(sqs, queue), input);
  if (isRefusal(page)) return page;
  const { names, ...token } = page;
  return { queueUrls: names, ...token };
}

/** One page, by name; the token is the last name of the page, and given only where MaxResults is (sqs:LQ2, sqs:LQ3). */
function pageOf(
  rules: Rules,
  all: string[],
  { MaxResults, NextToken }: { MaxResults?: number; NextToken?: string },
): { names: string[]; NextToken?: string } | Refusal {
  if (MaxResults !== undefined && !within(MaxResults, 1, limits.listMax))
    return outsideRange('MaxResults', MaxResults, 'between 1 and 1000');
  const rest = all.filter((name) => NextToken === undefined || rules.isAfter(name, NextToken)).sort();
  const names = rest.slice(0, MaxResults ?? limits.listMax);
  return MaxResults === undefined || names.length === rest.length ? { names } : { names, NextToken: names.at(-1)! };
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
  const fault = faultOfAttributes(sqs, queue.name, input.Attributes, queue.attributes);
  if (fault !== undefined) return fault;
  queue.configure(stored(sqs.rules.mergeAttributes(queue.attributes, input.Attributes)), at);
  // a shorter delay of a FIFO queue may have ended (sqs:DY4)
  if (queue.fifo !== undefined) sqs.woken(queue, 'delay', at);
  if (sqs.rules.modifies('SetQueueAttributes')) queue.modifiedAt = at;
  return {};
}

/** PurgeQueue, once in a while (sqs:PQ1, sqs:PQ2, sqs:B5). */
export function purgeQueue(sqs: Sqs, queue: Queue, at: Millis): object | Refusal {
  if (at < queue.purgedAt + sqs.rules.purgeGuard() * 1000) return purgeInProgress(queue.name);
  queue.purge(at);
  return {};
}
