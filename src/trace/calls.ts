import type {
  AttributeValue,
  CallName,
  Calls,
  ChangeEntry,
  DeleteEntry,
  FailedEntry,
  MoveTask,
  QueueAttributes,
  ReceivedMessage,
  Refusal,
  Reply,
  SendEntry,
  SendResult,
  Unknown,
} from '../core/calls.js';
import {
  count,
  flag,
  integer,
  is,
  json,
  list,
  type Members,
  members,
  oneOf,
  type Shape,
  table,
  text,
  variant,
} from './shape.js';

/** What goes to an endpoint and comes back from it may have more members than Redrive knows; AWS's have. */
const open = <T>(shapes: Members<T>): Shape<T> => members(shapes, json);

/** An answer as others really give it: there must be only what no reading of the history can do without. */
type Least<T, K extends keyof T> = Pick<T, K> & Partial<T>;

const messageAttributes = table(
  open<AttributeValue>({ 'DataType?': text, 'StringValue?': text, 'BinaryValue?': text }),
);
const message = {
  MessageBody: text,
  'DelaySeconds?': integer,
  'MessageAttributes?': messageAttributes,
  'MessageSystemAttributes?': messageAttributes,
  'MessageDeduplicationId?': text,
  'MessageGroupId?': text,
} as const;
const queue = { QueueUrl: text } as const;
const handle = { ReceiptHandle: text } as const;
const entry = { Id: text } as const;
const page = { 'MaxResults?': integer, 'NextToken?': text } as const;

/** Attributes that somebody asked for, whatever they say. */
const attributes = table(text);

const digits = is<string>('a number in digits', (value) => typeof value === 'string' && /^\d{1,10}$/.test(value));
const policy = open<{ deadLetterTargetArn: string; maxReceiveCount: number | string }>({
  deadLetterTargetArn: text,
  maxReceiveCount: (value) => (typeof value === 'number' ? count(value) : digits(value)),
});

/** Attributes of a queue of the setup, which nobody can have refused. */
export const settings = members<QueueAttributes>(
  {
    'DelaySeconds?': digits,
    'MaximumMessageSize?': digits,
    'MessageRetentionPeriod?': digits,
    'ReceiveMessageWaitTimeSeconds?': digits,
    'RedrivePolicy?': is(
      'JSON with deadLetterTargetArn and maxReceiveCount, or empty',
      (value) => value === '' || policy(parsed(value)) === undefined,
    ),
    'VisibilityTimeout?': digits,
  },
  text,
);

/** A question as it may have been asked in error, without values that AWS requires. */
type Asked<T> = Least<T, Extract<keyof T, 'QueueUrl' | 'QueueName' | 'MessageBody' | 'ReceiptHandle' | 'TaskHandle'>>;

/** What is asked, as it went to the endpoint. */
export const inputs: { [K in CallName]: Shape<Asked<Calls[K]['input']>> } = {
  CreateQueue: open({ QueueName: text, 'Attributes?': attributes, 'tags?': table(text) }),
  DeleteQueue: open(queue),
  GetQueueUrl: open({ QueueName: text, 'QueueOwnerAWSAccountId?': text }),
  ListQueues: open({ 'QueueNamePrefix?': text, ...page }),
  GetQueueAttributes: open({ ...queue, 'AttributeNames?': list(text) }),
  SetQueueAttributes: open({ ...queue, 'Attributes?': attributes }),
  SendMessage: open({ ...queue, ...message }),
  SendMessageBatch: open({ ...queue, 'Entries?': list(open<SendEntry>({ ...entry, ...message })) }),
  ReceiveMessage: open({
    ...queue,
    'MaxNumberOfMessages?': integer,
    'VisibilityTimeout?': integer,
    'WaitTimeSeconds?': integer,
    'AttributeNames?': list(text),
    'MessageSystemAttributeNames?': list(text),
    'MessageAttributeNames?': list(text),
    'ReceiveRequestAttemptId?': text,
  }),
  DeleteMessage: open({ ...queue, ...handle }),
  DeleteMessageBatch: open({ ...queue, 'Entries?': list(open<DeleteEntry>({ ...entry, ...handle })) }),
  ChangeMessageVisibility: open({ ...queue, ...handle, 'VisibilityTimeout?': integer }),
  ChangeMessageVisibilityBatch: open({
    ...queue,
    'Entries?': list(open<ChangeEntry>({ ...entry, ...handle, 'VisibilityTimeout?': integer })),
  }),
  PurgeQueue: open(queue),
  TagQueue: open({ ...queue, 'Tags?': table(text) }),
  UntagQueue: open({ ...queue, 'TagKeys?': list(text) }),
  ListQueueTags: open(queue),
  AddPermission: open({ ...queue, 'Label?': text, 'AWSAccountIds?': list(text), 'Actions?': list(text) }),
  RemovePermission: open({ ...queue, 'Label?': text }),
  ListDeadLetterSourceQueues: open({ ...queue, ...page }),
  StartMessageMoveTask: open({
    'SourceArn?': text,
    'DestinationArn?': text,
    'MaxNumberOfMessagesPerSecond?': integer,
  }),
  ListMessageMoveTasks: open({ 'SourceArn?': text, 'MaxResults?': integer }),
  CancelMessageMoveTask: open({ TaskHandle: text }),
};

const received = open<Least<ReceivedMessage, 'MessageId' | 'ReceiptHandle' | 'Body'>>({
  MessageId: text,
  ReceiptHandle: text,
  Body: text,
  'MD5OfBody?': text,
  'Attributes?': table(text),
  'MessageAttributes?': messageAttributes,
  'MD5OfMessageAttributes?': text,
});
const sent: Members<Least<SendResult, 'MessageId'>> = {
  MessageId: text,
  'MD5OfMessageBody?': text,
  'MD5OfMessageAttributes?': text,
  'MD5OfMessageSystemAttributes?': text,
  'SequenceNumber?': text,
};
const failed = open<Least<FailedEntry, 'Id' | 'Code'>>({
  ...entry,
  Code: text,
  'SenderFault?': flag,
  'Message?': text,
});
const batch = (successful: Shape<unknown>) => open({ 'Successful?': list(successful), 'Failed?': list(failed) });
const url = open({ 'QueueUrl?': text });
const task = open<Omit<MoveTask, 'Status'> & { Status: string }>({
  Status: text,
  SourceArn: text,
  'DestinationArn?': text,
  'MaxNumberOfMessagesPerSecond?': count,
  ApproximateNumberOfMessagesMoved: count,
  'ApproximateNumberOfMessagesToMove?': count,
  StartedTimestamp: count,
  'FailureReason?': text,
  'TaskHandle?': text,
});

/** What a success answers. */
export const outputs: Record<CallName, Shape<unknown>> = {
  CreateQueue: url,
  DeleteQueue: open({}),
  GetQueueUrl: url,
  ListQueues: open({ 'QueueUrls?': list(text), 'NextToken?': text }),
  GetQueueAttributes: open({ 'Attributes?': table(text) }),
  SetQueueAttributes: open({}),
  SendMessage: open(sent),
  SendMessageBatch: batch(open({ ...entry, ...sent })),
  ReceiveMessage: open({ 'Messages?': list(received) }),
  DeleteMessage: open({}),
  DeleteMessageBatch: batch(open(entry)),
  ChangeMessageVisibility: open({}),
  ChangeMessageVisibilityBatch: batch(open(entry)),
  PurgeQueue: open({}),
  TagQueue: open({}),
  UntagQueue: open({}),
  ListQueueTags: open({ 'Tags?': table(text) }),
  AddPermission: open({}),
  RemovePermission: open({}),
  ListDeadLetterSourceQueues: open({ 'queueUrls?': list(text), 'NextToken?': text }),
  StartMessageMoveTask: open({ 'TaskHandle?': text }),
  ListMessageMoveTasks: open({ 'Results?': list(task) }),
  CancelMessageMoveTask: open({ 'ApproximateNumberOfMessagesMoved?': count }),
};

const refusal = members<Refusal>({
  kind: oneOf('error'),
  code: text,
  status: count,
  message: text,
  'legacy?': text,
});
const unknown = members<Unknown>({ kind: oneOf('unknown'), why: text });

/** The reply to a call. */
export const replyTo = (call: CallName): Shape<Reply> =>
  variant('kind', 'ok, error or unknown', {
    ok: members({ kind: oneOf('ok'), output: outputs[call] }),
    error: refusal,
    unknown,
  });

/** The value of JSON text; undefined for everything else. */
function parsed(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
