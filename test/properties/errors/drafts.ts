import { nameOf } from '../../../properties/reading/names.js';
import { arnOf, type Calls, type MessageAttributes, type Reply } from '../../../src/core/calls.js';
import type { Op } from '../../../src/core/history.js';
import { type Draft, ok, op, type When } from '../../histories.js';

/** The catalogue by hand, sqs section 2.13: code, status, legacy code. */
export const catalogue = {
  QueueDoesNotExist: [400, 'AWS.SimpleQueueService.NonExistentQueue'],
  MissingRequiredParameterException: [400, 'MissingParameter'],
  InvalidParameterValueException: [400, 'InvalidParameterValue'],
  QueueNameExists: [400, 'QueueAlreadyExists'],
  QueueDeletedRecently: [400, 'AWS.SimpleQueueService.QueueDeletedRecently'],
  PurgeQueueInProgress: [403, 'AWS.SimpleQueueService.PurgeQueueInProgress'],
  InvalidAttributeName: [400, 'InvalidAttributeName'],
  InvalidAttributeValue: [400, 'InvalidAttributeValue'],
  InvalidMessageContents: [400, 'InvalidMessageContents'],
  ReceiptHandleIsInvalid: [404, 'ReceiptHandleIsInvalid'],
  MessageNotInflight: [400, 'AWS.SimpleQueueService.MessageNotInflight'],
  EmptyBatchRequest: [400, 'AWS.SimpleQueueService.EmptyBatchRequest'],
  TooManyEntriesInBatchRequest: [400, 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest'],
  InvalidBatchEntryId: [400, 'AWS.SimpleQueueService.InvalidBatchEntryId'],
  BatchEntryIdsNotDistinct: [400, 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct'],
  BatchRequestTooLong: [400, 'AWS.SimpleQueueService.BatchRequestTooLong'],
  OverLimit: [403, 'OverLimit'],
  ResourceNotFoundException: [404, 'ResourceNotFoundException'],
  RequestThrottled: [403, 'RequestThrottled'],
} as const;
export type Code = keyof typeof catalogue;

export const refusal = (code: Code): Reply => {
  const [status, legacy] = catalogue[code];
  return { kind: 'error', code, status, message: '', legacy };
};
export const answered = (draft: Draft, reply: Reply): Draft => ({ ...draft, reply });
export const refuse = (draft: Draft, code: Code): Draft => answered(draft, refusal(code));

export const create = (Attributes?: Record<string, string>, when: When = {}, QueueName = 'q1'): Draft =>
  op('CreateQueue', { QueueName, ...(Attributes && { Attributes }) }, ok({ QueueUrl: QueueName }), when);
export const deleteQueue = (when: When = {}): Draft => op('DeleteQueue', { QueueUrl: 'q1' }, ok(), when);
export const purge = (when: When = {}): Draft => op('PurgeQueue', { QueueUrl: 'q1' }, ok(), when);
export const set = (Attributes: Record<string, string>, when: When = {}, QueueUrl = 'q1'): Draft =>
  op('SetQueueAttributes', { QueueUrl, Attributes }, ok(), when);
export const read = (AttributeNames: string[]): Draft =>
  op('GetQueueAttributes', { QueueUrl: 'q1', AttributeNames }, ok());
export const redrive = (target: string, maxReceiveCount: unknown = 3): Record<string, string> => ({
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(target), maxReceiveCount }),
});
export const text = (StringValue: string): MessageAttributes => ({ a: { DataType: 'String', StringValue } });
export const typed = (DataType: string, StringValue = '1'): MessageAttributes => ({ a: { DataType, StringValue } });
export const many = (n: number): MessageAttributes =>
  Object.fromEntries(Array.from({ length: n }, (_, k) => [`a${k}`, { DataType: 'String', StringValue: 'x' }]));

export type SendEntries = Calls['SendMessageBatch']['input']['Entries'];
export const sendBatch = (
  Entries: SendEntries,
  failed: Record<string, string> = {},
  { queue: QueueUrl = 'q1', ...when }: When & { queue?: string } = {},
): Draft => {
  const Successful = Entries.filter(({ Id }) => !(Id in failed)).map(({ Id }) => ({ Id, MessageId: `id-${Id}` }));
  return op('SendMessageBatch', { QueueUrl, Entries }, ok({ Successful, ...failures(failed) }), when);
};
export const settleBatch = (
  call: 'DeleteMessageBatch' | 'ChangeMessageVisibilityBatch',
  Entries: { Id: string; ReceiptHandle: string; VisibilityTimeout?: number }[],
  failed: Record<string, string> = {},
  { queue: QueueUrl = 'q1', ...when }: When & { queue?: string } = {},
): Draft => op(call, { QueueUrl, Entries }, ok(failures(failed)), when);
const failures = (failed: Record<string, string>): object =>
  Object.keys(failed).length === 0
    ? {}
    : { Failed: Object.entries(failed).map(([Id, Code]) => ({ Id, Code, SenderFault: true })) };
export const entries = (n: number): SendEntries =>
  Array.from({ length: n }, (_, k) => ({ Id: `e${k}`, MessageBody: 'm' }));

export const queues = { q1: { MaximumMessageSize: '1024' }, q2: {} };
/** The name of the call in a sentence when it is op `id`. */
export const named = (draft: Draft, id = 0): string => nameOf({ ...draft, id } as unknown as Op);

export const rowOf = (code: Code): string => {
  const [status, legacy] = catalogue[code];
  return `${code} (${status}${legacy === code ? '' : `, ${legacy}`})`;
};
