import type { QueueAttributes, Refusal } from '../../src/core/calls.js';
import { arnOf } from '../../src/core/calls.js';
import type { Millis } from '../../src/core/clock.js';
import { attributeDefaults, limits } from '../../src/core/limits.js';
import type { Rules } from '../rules.js';
import { invalidAttributeName, invalidAttributeValue, invalidParameter } from './errors.js';
import type { Queue } from './queue.js';
import { within } from './validate.js';

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
/** sqs:Q20 */
const allowedSourcesMax = 10;
/** What an attribute that was never set compares as, where it is not shown (sqs:CQ7). */
const unsetDefaults: QueueAttributes = {
  KmsDataKeyReusePeriodSeconds: '300',
  RedriveAllowPolicy: '{"redrivePermission":"allowAll"}',
};
const settable = [...Object.keys(ranges), ...clearable, 'SqsManagedSseEnabled'];

/** Why a queue may not send its dead letters to this ARN; undefined if it may. */
export type RefusesTarget = (arn: string) => string | undefined;

/** Checks the attributes given to CreateQueue or SetQueueAttributes. */
export function faultOfAttributes(given: QueueAttributes, refusesTarget: RefusesTarget): Refusal | undefined {
  for (const [name, value] of Object.entries(given)) {
    const fault = faultOfAttribute(name, value, refusesTarget);
    if (fault !== undefined) return fault;
  }
  // sqs:SA6
  if (given.KmsMasterKeyId && given.SqsManagedSseEnabled?.toLowerCase() === 'true')
    return invalidAttributeName(
      'You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.',
    );
  return undefined;
}

function faultOfAttribute(name: string, value: string, refusesTarget: RefusesTarget): Refusal | undefined {
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
  if (name === 'RedriveAllowPolicy') return faultOfAllowPolicy(value);
  return name === 'RedrivePolicy' ? faultOfRedrivePolicy(value, refusesTarget) : undefined;
}

const isInRange = (value: string, [lo, hi]: readonly [number, number]): boolean =>
  /^\d{1,8}$/.test(value) && Number(value) >= lo && Number(value) <= hi;

/** Both members are needed, the target has to exist and to allow it (sqs:X1, sqs:X2, sqs:X12, sqs:E40). */
function faultOfRedrivePolicy(text: string, refusesTarget: RefusesTarget): Refusal | undefined {
  const { deadLetterTargetArn: target, maxReceiveCount: max } = parseObject(text) ?? {};
  const refuse = (why: string): Refusal => invalidParameter('RedrivePolicy', text, why);
  if (typeof target !== 'string') return refuse('Redrive policy is not valid.');
  if (!isReceiveCount(max)) {
    const shown = typeof max === 'string' ? max : JSON.stringify(max);
    return refuse(`Invalid value for maxReceiveCount: ${shown}, valid values are from 1 to 1000 both inclusive.`);
  }
  const why = refusesTarget(target);
  return why === undefined ? undefined : refuse(why);
}

/** A number or decimal text (sqs:A7), 1 to 1,000 (sqs:X1). */
function isReceiveCount(max: unknown): boolean {
  const count = typeof max === 'string' && /^\d{1,4}$/.test(max) ? Number(max) : max;
  return within(count, 1, limits.maxReceiveCountMax);
}

/** `byQueue` names 1 to 10 source queues, nothing else does (sqs:X12, sqs:Q20). */
function faultOfAllowPolicy(text: string): Refusal | undefined {
  const { redrivePermission, sourceQueueArns } = parseObject(text) ?? {};
  const isRight =
    redrivePermission === 'byQueue'
      ? Array.isArray(sourceQueueArns) && within(sourceQueueArns.length, 1, allowedSourcesMax)
      : ['allowAll', 'denyAll'].includes(redrivePermission as string) && sourceQueueArns === undefined;
  return isRight ? undefined : invalidParameter('RedriveAllowPolicy', text, 'Redrive allow policy is not valid.');
}

/** Whether a queue's RedriveAllowPolicy lets this one use it for dead letters (sqs:X12). */
export function allowsSource(queue: Queue, arn: string): boolean {
  const { redrivePermission, sourceQueueArns } = parseObject(queue.attributes.RedriveAllowPolicy ?? '{}')!;
  return redrivePermission === 'byQueue'
    ? (sourceQueueArns as unknown[]).includes(arn)
    : redrivePermission !== 'denyAll';
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
    cleaned.KmsDataKeyReusePeriodSeconds ??= unsetDefaults.KmsDataKeyReusePeriodSeconds!;
  }
  return cleaned;
}

/** The first attribute whose given value differs from the queue's (sqs:CQ5); unset ones compare as defaults (sqs:CQ7). */
export const differingAttribute = (queue: Queue, given: QueueAttributes): string | undefined =>
  Object.keys(given).find((name) => meaning(name, given[name]) !== meaning(name, queue.attributes[name]));

/** Values that mean the same give the same text: booleans in any case (sqs:CQ9), redrive policies by value (sqs:A7). */
function meaning(name: string, given: string | undefined): string {
  const value = given || unsetDefaults[name] || '';
  if (name === 'SqsManagedSseEnabled') return value.toLowerCase();
  if (name !== 'RedrivePolicy' || value === '') return value;
  const policy = parseObject(value);
  return `${policy?.maxReceiveCount} ${policy?.deadLetterTargetArn}`;
}

const readable: ReadonlySet<string> = new Set(['All', ...settable, ...readOnly, ...Object.keys(fifoOnly)]);

/** GetQueueAttributes: those asked for that have a value (sqs:GA1, sqs:GA2, sqs:GA3). */
export function readAttributes(
  queue: Queue,
  names: string[],
  rules: Rules,
  epoch: number,
): QueueAttributes | undefined | Refusal {
  const unknown = names.find((name) => !readable.has(name));
  if (unknown !== undefined) return invalidAttributeName(`Unknown Attribute ${unknown}.`);
  const all = { ...shownAttributes(queue), ...readOnlyAttributes(queue, rules, epoch) };
  if (names.includes('All')) return all;
  const wanted = names.filter((name) => Object.hasOwn(all, name));
  return wanted.length === 0 ? undefined : Object.fromEntries(wanted.map((name) => [name, all[name]!]));
}

/** The key's reuse period is shown with the key only (sqs:A3). */
function shownAttributes({ attributes }: Queue): QueueAttributes {
  if (attributes.KmsMasterKeyId !== undefined) return attributes;
  const { KmsDataKeyReusePeriodSeconds: _, ...shown } = attributes;
  return shown;
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
