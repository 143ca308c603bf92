import type { QueueAttributes, Refusal } from '../../src/core/calls.js';
import { arnOf, queueOfArn } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { attributeDefaults, limits } from '../../src/core/limits.js';
import type { Rules } from '../rules.js';
import { invalidAttributeName, invalidAttributeValue, invalidParameter } from './errors.js';
import type { Queue } from './queue.js';

/** Ranges of the numeric attributes (sqs section 3.1). */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  DelaySeconds: [0, limits.delayMax],
  KmsDataKeyReusePeriodSeconds: [60, 86_400],
  MaximumMessageSize: [limits.messageSizeMin, limits.payloadMax],
  MessageRetentionPeriod: [limits.retentionMin, limits.retentionMax],
  ReceiveMessageWaitTimeSeconds: [0, limits.waitMax],
  VisibilityTimeout: [0, limits.visibilityMax],
};

const counterNames = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesDelayed',
  'ApproximateNumberOfMessagesNotVisible',
] as const;
const readOnly: readonly string[] = [...counterNames, 'CreatedTimestamp', 'LastModifiedTimestamp', 'QueueArn'];
const fifoOnly: Readonly<Record<string, string>> = {
  FifoQueue: 'Unknown Attribute FifoQueue.',
  ContentBasedDeduplication: 'Unknown Attribute ContentBasedDeduplication.',
  DeduplicationScope: 'You can specify the DeduplicationScope only when FifoQueue is set to true.',
  FifoThroughputLimit: 'You can specify the FifoThroughputLimit only when FifoQueue is set to true.',
};
/** Attributes that an empty string removes (sqs:SA2). */
const clearable = ['Policy', 'RedrivePolicy', 'RedriveAllowPolicy', 'KmsMasterKeyId'];
const settable = [...Object.keys(ranges), ...clearable, 'SqsManagedSseEnabled'];

/** Checks the attributes given to CreateQueue or SetQueueAttributes; `exists` says which queues there are. */
export function faultOfAttributes(given: QueueAttributes, exists: (queue: string) => boolean): Refusal | undefined {
  for (const [name, value] of Object.entries(given)) {
    const fault = faultOfAttribute(name, value, exists);
    if (fault !== undefined) return fault;
  }
  // sqs:SA6
  if (given.KmsMasterKeyId && given.SqsManagedSseEnabled?.toLowerCase() === 'true')
    return invalidAttributeName(
      'You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.',
    );
  return undefined;
}

function faultOfAttribute(name: string, value: string, exists: (queue: string) => boolean): Refusal | undefined {
  // sqs:CQ3, sqs:SA3
  if (Object.hasOwn(fifoOnly, name)) return invalidAttributeName(fifoOnly[name]!);
  // sqs:SA4
  if (!settable.includes(name)) return invalidAttributeName(`Unknown Attribute ${name}.`);
  if (value === '' && clearable.includes(name)) return undefined;
  const range = ranges[name];
  // sqs:A6, sqs:SA5
  if (range !== undefined && !isInRange(value, range)) return invalidAttributeValue(name);
  // sqs:CQ9
  if (name === 'SqsManagedSseEnabled' && !/^(true|false)$/i.test(value)) return invalidAttributeValue(name);
  return name === 'RedrivePolicy' ? faultOfRedrivePolicy(value, exists) : undefined;
}

const isInRange = (value: string, [lo, hi]: readonly [number, number]): boolean =>
  /^\d{1,8}$/.test(value) && Number(value) >= lo && Number(value) <= hi;

/** Both members are needed, the target has to exist (sqs:X1, sqs:X2, sqs:E40). */
function faultOfRedrivePolicy(text: string, exists: (queue: string) => boolean): Refusal | undefined {
  const policy = parseObject(text);
  const target = policy?.deadLetterTargetArn;
  const max = Number(policy?.maxReceiveCount);
  if (typeof target !== 'string') return invalidParameter('RedrivePolicy', text, 'Redrive policy is not valid.');
  if (!Number.isInteger(max) || max < 1 || max > limits.maxReceiveCountMax)
    return invalidParameter(
      'RedrivePolicy',
      text,
      `Invalid value for maxReceiveCount: ${policy?.maxReceiveCount}, valid values are from 1 to 1000 both inclusive.`,
    );
  if (!exists(queueOfArn(target))) return invalidParameter('RedrivePolicy', text, 'Dead letter target does not exist.');
  return undefined;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The attributes of a new queue: defaults and what was given (sqs:CQ9). */
export const newAttributes = (given: QueueAttributes, rules: Rules): QueueAttributes =>
  clean(rules.mergeAttributes({ ...attributeDefaults }, given));

/** Lower-cases booleans, drops cleared attributes, keeps the two kinds of encryption apart (sqs:SA2, sqs:A3). */
export function clean(attributes: QueueAttributes): QueueAttributes {
  const cleaned: QueueAttributes = {};
  for (const [name, value] of Object.entries(attributes))
    if (value !== '') cleaned[name] = name === 'SqsManagedSseEnabled' ? value.toLowerCase() : value;
  if (cleaned.KmsMasterKeyId !== undefined) {
    cleaned.SqsManagedSseEnabled = 'false';
    cleaned.KmsDataKeyReusePeriodSeconds ??= '300';
  } else delete cleaned.KmsDataKeyReusePeriodSeconds;
  return cleaned;
}

/** The first attribute whose given value differs from the queue's (sqs:CQ5); unset ones compare as defaults (sqs:CQ7). */
export const differingAttribute = (queue: Queue, given: QueueAttributes): string | undefined =>
  Object.keys(given).find((name) => {
    const current = queue.attributes[name] ?? '';
    return name === 'RedrivePolicy'
      ? !sameJson(given[name]!, current)
      : given[name]!.toLowerCase() !== current.toLowerCase();
  });

const sameJson = (a: string, b: string): boolean => {
  const [x, y] = [parseObject(a), parseObject(b)];
  return x?.deadLetterTargetArn === y?.deadLetterTargetArn && Number(x?.maxReceiveCount) === Number(y?.maxReceiveCount);
};

/** GetQueueAttributes: those asked for that have a value (sqs:GA1, sqs:GA2, sqs:GA3). */
export function readAttributes(
  queue: Queue,
  names: string[],
  rules: Rules,
  epoch: number,
): QueueAttributes | undefined | Refusal {
  const unknown = names.find(
    (name) => name !== 'All' && ![...settable, ...readOnly, ...Object.keys(fifoOnly)].includes(name),
  );
  if (unknown !== undefined) return invalidAttributeName(`Unknown Attribute ${unknown}.`);
  const all = { ...queue.attributes, ...readOnlyAttributes(queue, rules, epoch) };
  const wanted = names.includes('All') ? Object.keys(all) : names.filter((name) => Object.hasOwn(all, name));
  return wanted.length === 0 ? undefined : Object.fromEntries(wanted.map((name) => [name, all[name]!]));
}

function readOnlyAttributes(queue: Queue, rules: Rules, epoch: number): QueueAttributes {
  const { available, hidden, delayed } = rules.counters(queue.counters);
  return {
    ApproximateNumberOfMessages: String(available),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    ApproximateNumberOfMessagesNotVisible: String(hidden),
    CreatedTimestamp: epochSeconds(epoch + queue.createdAt),
    LastModifiedTimestamp: epochSeconds(epoch + queue.modifiedAt),
    QueueArn: arnOf(queue.name),
  };
}

const epochSeconds = (ms: Millis): string => String(Math.floor(ms / 1000));
