/**
 * The calls Redrive makes, in AWS's own operation names and member names.
 *
 * Two members are canonical so that one history reads the same on every endpoint: `QueueUrl` is the queue's bare name
 * (sqs:OP2), and ARNs are those of `arnOf` below. An endpoint with other URLs and ARNs translates at its own border.
 * Binary attribute values are base64 text, as on the wire (sqs:W14).
 */

export interface AttributeValue {
  DataType?: string;
  StringValue?: string;
  BinaryValue?: string;
}
export type MessageAttributes = Record<string, AttributeValue>;
export type QueueAttributes = Record<string, string>;

export interface SendEntry {
  Id: string;
  MessageBody: string;
  DelaySeconds?: number;
  MessageAttributes?: MessageAttributes;
  MessageSystemAttributes?: MessageAttributes;
  MessageDeduplicationId?: string;
  MessageGroupId?: string;
}
export interface DeleteEntry {
  Id: string;
  ReceiptHandle: string;
}
export interface ChangeEntry extends DeleteEntry {
  VisibilityTimeout?: number;
}
export interface FailedEntry {
  Id: string;
  Code: string;
  SenderFault: boolean;
  Message?: string;
}
export interface SendResult {
  MessageId: string;
  MD5OfMessageBody: string;
  MD5OfMessageAttributes?: string;
  MD5OfMessageSystemAttributes?: string;
  SequenceNumber?: string;
}
export interface ReceivedMessage {
  MessageId: string;
  ReceiptHandle: string;
  MD5OfBody: string;
  Body: string;
  Attributes?: Record<string, string>;
  MessageAttributes?: MessageAttributes;
  MD5OfMessageAttributes?: string;
}

export type Tags = Record<string, string>;

/** Where a message move task stands (sqs:MT6). */
export type MoveTaskStatus = 'RUNNING' | 'COMPLETED' | 'CANCELLING' | 'CANCELLED' | 'FAILED';

/** One message move task as it is listed; `StartedTimestamp` in epoch milliseconds (sqs:MT7). */
export interface MoveTask {
  Status: MoveTaskStatus;
  SourceArn: string;
  DestinationArn?: string;
  MaxNumberOfMessagesPerSecond?: number;
  ApproximateNumberOfMessagesMoved: number;
  ApproximateNumberOfMessagesToMove?: number;
  StartedTimestamp: number;
  FailureReason?: string;
  TaskHandle?: string;
}

/** Every call: what is asked (`input`) and what a success answers (`output`). Absent members are absent keys. */
export interface Calls {
  CreateQueue: {
    input: { QueueName: string; Attributes?: QueueAttributes; tags?: Tags };
    output: { QueueUrl: string };
  };
  DeleteQueue: { input: { QueueUrl: string }; output: object };
  GetQueueUrl: { input: { QueueName: string; QueueOwnerAWSAccountId?: string }; output: { QueueUrl: string } };
  ListQueues: {
    input: { QueueNamePrefix?: string; MaxResults?: number; NextToken?: string };
    output: { QueueUrls?: string[]; NextToken?: string };
  };
  GetQueueAttributes: {
    input: { QueueUrl: string; AttributeNames?: string[] };
    output: { Attributes?: QueueAttributes };
  };
  SetQueueAttributes: { input: { QueueUrl: string; Attributes: QueueAttributes }; output: object };
  SendMessage: { input: { QueueUrl: string } & Omit<SendEntry, 'Id'>; output: SendResult };
  SendMessageBatch: {
    input: { QueueUrl: string; Entries: SendEntry[] };
    output: { Successful?: ({ Id: string } & SendResult)[]; Failed?: FailedEntry[] };
  };
  ReceiveMessage: {
    input: {
      QueueUrl: string;
      MaxNumberOfMessages?: number;
      VisibilityTimeout?: number;
      WaitTimeSeconds?: number;
      AttributeNames?: string[];
      MessageSystemAttributeNames?: string[];
      MessageAttributeNames?: string[];
      ReceiveRequestAttemptId?: string;
    };
    output: { Messages?: ReceivedMessage[] };
  };
  DeleteMessage: { input: { QueueUrl: string; ReceiptHandle: string }; output: object };
  DeleteMessageBatch: {
    input: { QueueUrl: string; Entries: DeleteEntry[] };
    output: { Successful?: { Id: string }[]; Failed?: FailedEntry[] };
  };
  ChangeMessageVisibility: {
    input: { QueueUrl: string; ReceiptHandle: string; VisibilityTimeout: number };
    output: object;
  };
  ChangeMessageVisibilityBatch: {
    input: { QueueUrl: string; Entries: ChangeEntry[] };
    output: { Successful?: { Id: string }[]; Failed?: FailedEntry[] };
  };
  PurgeQueue: { input: { QueueUrl: string }; output: object };
  TagQueue: { input: { QueueUrl: string; Tags: Tags }; output: object };
  UntagQueue: { input: { QueueUrl: string; TagKeys: string[] }; output: object };
  ListQueueTags: { input: { QueueUrl: string }; output: { Tags?: Tags } };
  AddPermission: {
    input: { QueueUrl: string; Label: string; AWSAccountIds: string[]; Actions: string[] };
    output: object;
  };
  RemovePermission: { input: { QueueUrl: string; Label: string }; output: object };
  ListDeadLetterSourceQueues: {
    input: { QueueUrl: string; MaxResults?: number; NextToken?: string };
    output: { queueUrls?: string[]; NextToken?: string };
  };
  StartMessageMoveTask: {
    input: { SourceArn: string; DestinationArn?: string; MaxNumberOfMessagesPerSecond?: number };
    output: { TaskHandle: string };
  };
  ListMessageMoveTasks: { input: { SourceArn: string; MaxResults?: number }; output: { Results?: MoveTask[] } };
  CancelMessageMoveTask: { input: { TaskHandle: string }; output: { ApproximateNumberOfMessagesMoved: number } };
}

export type CallName = keyof Calls;

export const callNames: readonly CallName[] = [
  'CreateQueue',
  'DeleteQueue',
  'GetQueueUrl',
  'ListQueues',
  'GetQueueAttributes',
  'SetQueueAttributes',
  'SendMessage',
  'SendMessageBatch',
  'ReceiveMessage',
  'DeleteMessage',
  'DeleteMessageBatch',
  'ChangeMessageVisibility',
  'ChangeMessageVisibilityBatch',
  'PurgeQueue',
  'TagQueue',
  'UntagQueue',
  'ListQueueTags',
  'AddPermission',
  'RemovePermission',
  'ListDeadLetterSourceQueues',
  'StartMessageMoveTask',
  'ListMessageMoveTasks',
  'CancelMessageMoveTask',
];

/** One call as it goes to an endpoint. `K` ties the name to its input; a plain `Call` is any of them. */
export type Call = { [K in CallName]: { call: K; input: Calls[K]['input'] } }[CallName];

export interface Ok<K extends CallName = CallName> {
  kind: 'ok';
  output: Calls[K]['output'];
}
/**
 * A refusal, or with a status of 500 or more a failure of the service, which leaves open whether the call took effect (sqs:OP6).
 * `code` is AWS's JSON name, `legacy` the query-protocol code where the endpoint shows it (sqs:E60).
 */
export interface Refusal {
  kind: 'error';
  code: string;
  status: number;
  message: string;
  legacy?: string;
}
/** Nobody knows whether the call took effect: a lost request or reply, a timeout (sqs:OP6). */
export interface Unknown {
  kind: 'unknown';
  why: string;
}
export type Reply<K extends CallName = CallName> = Ok<K> | Refusal | Unknown;

/** Did the service say no, so that the call certainly did nothing? */
export const isRefusal = (reply: Reply): reply is Refusal => reply.kind === 'error' && reply.status < 500;

const arnPrefix = 'arn:aws:sqs:us-east-1:000000000000:';

/** The canonical ARN of a queue name (sqs:W2). */
export const arnOf = (queue: string): string => arnPrefix + queue;

/** Is it the name of a FIFO queue (sqs:D2)? */
export const isFifo = (queue: string): boolean => queue.endsWith('.fifo');

/** The queue name at the end of any SQS ARN. */
export const queueOfArn = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);
