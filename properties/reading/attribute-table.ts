import { limits } from '../../src/core/limits.js';

/** Section 3.1 of the contract: what attributes a queue has, and which values they take. */

/** Whole numbers with their range (sqs:A6). */
export const numericAttributes: ReadonlyMap<string, readonly [lo: number, hi: number]> = new Map([
  ['DelaySeconds', [0, limits.delayMax]],
  ['MaximumMessageSize', [limits.messageSizeMin, limits.payloadMax]],
  ['MessageRetentionPeriod', [limits.retentionMin, limits.retentionMax]],
  ['ReceiveMessageWaitTimeSeconds', [0, limits.waitMax]],
  ['VisibilityTimeout', [0, limits.visibilityMax]],
]);
/** Settable with a default, so always shown (sqs:A1). */
export const settableAlways: readonly string[] = [...numericAttributes.keys(), 'SqsManagedSseEnabled'];
export const counters = {
  available: 'ApproximateNumberOfMessages',
  delayed: 'ApproximateNumberOfMessagesDelayed',
  hidden: 'ApproximateNumberOfMessagesNotVisible',
} as const;
export const counterNames: readonly string[] = Object.values(counters);
export const timestampNames: readonly string[] = ['CreatedTimestamp', 'LastModifiedTimestamp'];
export const readOnly: readonly string[] = [...counterNames, ...timestampNames, 'QueueArn'];
/** The twelve rows of a fresh standard queue (sqs:A1). */
const alwaysShown: readonly string[] = [...settableAlways, ...readOnly];

/** JSON texts, shown if set (sqs:SA2, sqs:A7). */
export const policyNames: readonly string[] = ['Policy', 'RedrivePolicy', 'RedriveAllowPolicy'];
/** How long a KMS data key is used again, in seconds. */
export const keyPeriod = { name: 'KmsDataKeyReusePeriodSeconds', range: [60, 86_400], unset: '300' } as const;
/** Shown if a key is set (sqs:A3). */
export const keyNames: readonly string[] = ['KmsMasterKeyId', keyPeriod.name];
/** FIFO queues only (sqs:CQ3). */
export const fifoOnly: readonly string[] = [
  'FifoQueue',
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoThroughputLimit',
];
/** True or false, in any case when given and in lower case when shown (sqs:CQ9, sqs:A2). */
export const flags: readonly string[] = ['SqsManagedSseEnabled', 'FifoQueue', 'ContentBasedDeduplication'];
/** Every row of a fresh queue: a FIFO queue adds its four (sqs:A1). */
export const rowsOf = (isFifo: boolean): readonly string[] => (isFifo ? fifoRows : alwaysShown);
const fifoRows: readonly string[] = [...alwaysShown, ...fifoOnly];
export type Kind = 'number' | 'text' | 'encryption' | 'key' | 'arn' | 'read-only' | 'fifo';

const named = (kind: Kind, names: readonly string[]): [string, Kind][] => names.map((name) => [name, kind]);

/** What kind of attribute has the name; none for a name that no queue has. */
export const kinds: ReadonlyMap<string, Kind> = new Map([
  ...named('number', [...numericAttributes.keys()]),
  ...named('encryption', ['SqsManagedSseEnabled']),
  ...named('read-only', readOnly),
  ...named('arn', ['QueueArn']),
  ...named('text', policyNames),
  ...named('key', keyNames),
  ...named('fifo', fifoOnly),
]);

export const settable: ReadonlySet<string> = new Set([...settableAlways, ...policyNames, ...keyNames]);
export const known: ReadonlySet<string> = new Set([...settable, ...readOnly, ...fifoOnly]);
