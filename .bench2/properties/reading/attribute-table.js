import { limits } from '../../src/core/limits.js';
/** Section 3.1 of the contract: what attributes a queue has, and which values they take. */
/** Whole numbers with their range (sqs:A6). */
export const numericAttributes = {
    DelaySeconds: [0, limits.delayMax],
    MaximumMessageSize: [limits.messageSizeMin, limits.payloadMax],
    MessageRetentionPeriod: [limits.retentionMin, limits.retentionMax],
    ReceiveMessageWaitTimeSeconds: [0, limits.waitMax],
    VisibilityTimeout: [0, limits.visibilityMax],
};
/** Settable with a default, so always shown (sqs:A1). */
export const settableAlways = [...Object.keys(numericAttributes), 'SqsManagedSseEnabled'];
export const counters = {
    available: 'ApproximateNumberOfMessages',
    delayed: 'ApproximateNumberOfMessagesDelayed',
    hidden: 'ApproximateNumberOfMessagesNotVisible',
};
export const counterNames = Object.values(counters);
export const timestampNames = ['CreatedTimestamp', 'LastModifiedTimestamp'];
export const readOnly = [...counterNames, ...timestampNames, 'QueueArn'];
/** The twelve rows of a fresh standard queue (sqs:A1). */
const alwaysShown = [...settableAlways, ...readOnly];
/** JSON texts, shown if set (sqs:SA2, sqs:A7). */
export const policyNames = ['Policy', 'RedrivePolicy', 'RedriveAllowPolicy'];
/** How long a KMS data key is used again, in seconds. */
export const keyPeriod = { name: 'KmsDataKeyReusePeriodSeconds', range: [60, 86_400], unset: '300' };
/** Shown if a key is set (sqs:A3). */
export const keyNames = ['KmsMasterKeyId', keyPeriod.name];
/** FIFO queues only (sqs:CQ3). */
export const fifoOnly = [
    'FifoQueue',
    'ContentBasedDeduplication',
    'DeduplicationScope',
    'FifoThroughputLimit',
];
/** True or false, in any case when given and in lower case when shown (sqs:CQ9, sqs:A2). */
export const flags = ['SqsManagedSseEnabled', 'FifoQueue', 'ContentBasedDeduplication'];
/** Every row of a fresh queue: a FIFO queue adds its four (sqs:A1). */
export const rowsOf = (isFifo) => (isFifo ? fifoRows : alwaysShown);
const fifoRows = [...alwaysShown, ...fifoOnly];
const named = (kind, names) => names.map((name) => [name, kind]);
/** What kind of attribute has the name; none for a name that no queue has. */
export const kinds = new Map([
    ...named('number', Object.keys(numericAttributes)),
    ...named('encryption', ['SqsManagedSseEnabled']),
    ...named('read-only', readOnly),
    ...named('arn', ['QueueArn']),
    ...named('text', policyNames),
    ...named('key', keyNames),
    ...named('fifo', fifoOnly),
]);
export const settable = new Set([...settableAlways, ...policyNames, ...keyNames]);
export const known = new Set([...settable, ...readOnly, ...fifoOnly]);
