import type { CallName, Calls } from '../core/calls.js';
import {
  arns,
  binary,
  flag,
  integer,
  type Kind,
  list,
  queue,
  reserved,
  type Structure,
  structure,
  table,
  task,
  text,
} from './kinds.js';

/**
 * The calls of SQS as both protocols carry them. Members have their JSON names (sqs section 2); the names beside a list
 * or a table are those of the query protocol (sqs:W21, sqs:W22). XML keeps the order of this page.
 */

const attributes = table(arns, 'Attribute', 'Name', 'Value');
const tags = table(text, 'Tag', 'Key', 'Value');
const attributeValue = structure(
  {
    StringValue: text,
    BinaryValue: binary,
    StringListValues: reserved('StringListValue'),
    BinaryListValues: reserved('BinaryListValue'),
    DataType: text,
  },
  ['DataType'],
);
const messageAttributes = table(attributeValue, 'MessageAttribute', 'Name', 'Value');
const message = {
  MessageBody: text,
  DelaySeconds: integer,
  MessageAttributes: messageAttributes,
  MessageSystemAttributes: table(attributeValue, 'MessageSystemAttribute', 'Name', 'Value'),
  MessageDeduplicationId: text,
  MessageGroupId: text,
};
const sent = {
  MessageId: text,
  MD5OfMessageBody: text,
  MD5OfMessageAttributes: text,
  MD5OfMessageSystemAttributes: text,
  SequenceNumber: text,
};
const receipt = { ReceiptHandle: text };
const id = { Id: text };
const entries = (members: Readonly<Record<string, Kind>>, element: string): Kind =>
  list(structure({ ...id, ...members }, ['Id']), element);
const failed = list(structure({ ...id, Code: text, Message: text, SenderFault: flag }), 'BatchResultErrorEntry');
const page = { MaxResults: integer, NextToken: text };
const onQueue = { QueueUrl: queue };
const nothing = {};

type MembersOf<T> = { readonly [M in keyof Required<T>]: Kind };
type Described = {
  readonly [K in CallName]: { input: MembersOf<Calls[K]['input']>; output: MembersOf<Calls[K]['output']> };
};

const described: Described = {
  CreateQueue: {
    input: { QueueName: text, Attributes: attributes, tags },
    output: { QueueUrl: queue },
  },
  DeleteQueue: { input: onQueue, output: nothing },
  GetQueueUrl: {
    input: { QueueName: text, QueueOwnerAWSAccountId: text },
    output: { QueueUrl: queue },
  },
  ListQueues: {
    input: { QueueNamePrefix: text, ...page },
    output: { QueueUrls: list(queue, 'QueueUrl'), NextToken: text },
  },
  GetQueueAttributes: {
    input: { ...onQueue, AttributeNames: list(text, 'AttributeName') },
    output: { Attributes: attributes },
  },
  SetQueueAttributes: { input: { ...onQueue, Attributes: attributes }, output: nothing },
  SendMessage: { input: { ...onQueue, ...message }, output: sent },
  SendMessageBatch: {
    input: { ...onQueue, Entries: entries(message, 'SendMessageBatchRequestEntry') },
    output: { Successful: list(structure({ ...id, ...sent }), 'SendMessageBatchResultEntry'), Failed: failed },
  },
  ReceiveMessage: {
    input: {
      ...onQueue,
      MaxNumberOfMessages: integer,
      VisibilityTimeout: integer,
      WaitTimeSeconds: integer,
      AttributeNames: list(text, 'AttributeName'),
      // the query protocol has one name for both lists (sqs:RM6)
      MessageSystemAttributeNames: list(text, undefined),
      MessageAttributeNames: list(text, 'MessageAttributeName'),
      ReceiveRequestAttemptId: text,
    },
    output: {
      Messages: list(
        structure({
          MessageId: text,
          ...receipt,
          MD5OfBody: text,
          Body: text,
          Attributes: attributes,
          MD5OfMessageAttributes: text,
          MessageAttributes: messageAttributes,
        }),
        'Message',
      ),
    },
  },
  DeleteMessage: { input: { ...onQueue, ...receipt }, output: nothing },
  DeleteMessageBatch: {
    input: { ...onQueue, Entries: entries(receipt, 'DeleteMessageBatchRequestEntry') },
    output: { Successful: list(structure(id), 'DeleteMessageBatchResultEntry'), Failed: failed },
  },
  ChangeMessageVisibility: { input: { ...onQueue, ...receipt, VisibilityTimeout: integer }, output: nothing },
  ChangeMessageVisibilityBatch: {
    input: {
      ...onQueue,
      Entries: entries({ ...receipt, VisibilityTimeout: integer }, 'ChangeMessageVisibilityBatchRequestEntry'),
    },
    output: { Successful: list(structure(id), 'ChangeMessageVisibilityBatchResultEntry'), Failed: failed },
  },
  PurgeQueue: { input: onQueue, output: nothing },
  TagQueue: { input: { ...onQueue, Tags: tags }, output: nothing },
  UntagQueue: { input: { ...onQueue, TagKeys: list(text, 'TagKey') }, output: nothing },
  ListQueueTags: { input: onQueue, output: { Tags: tags } },
  AddPermission: {
    input: {
      ...onQueue,
      Label: text,
      AWSAccountIds: list(text, 'AWSAccountId'),
      Actions: list(text, 'ActionName'),
    },
    output: nothing,
  },
  RemovePermission: { input: { ...onQueue, Label: text }, output: nothing },
  ListDeadLetterSourceQueues: {
    input: { ...onQueue, ...page },
    output: { queueUrls: list(queue, 'QueueUrl'), NextToken: text },
  },
  StartMessageMoveTask: {
    input: { SourceArn: arns, DestinationArn: arns, MaxNumberOfMessagesPerSecond: integer },
    output: { TaskHandle: task },
  },
  ListMessageMoveTasks: {
    input: { SourceArn: arns, MaxResults: integer },
    output: {
      Results: list(
        structure({
          TaskHandle: task,
          Status: text,
          SourceArn: arns,
          DestinationArn: arns,
          MaxNumberOfMessagesPerSecond: integer,
          ApproximateNumberOfMessagesMoved: integer,
          ApproximateNumberOfMessagesToMove: integer,
          FailureReason: text,
          StartedTimestamp: integer,
        }),
        'ListMessageMoveTasksResultEntry',
      ),
    },
  },
  CancelMessageMoveTask: { input: { TaskHandle: task }, output: { ApproximateNumberOfMessagesMoved: integer } },
};

export interface Operation {
  input: Structure;
  output: Structure;
  /** Whether an answer says anything but that it went well. */
  answers: boolean;
}

type Members = Readonly<Record<string, Kind>>;

const operationOf = ({ input, output }: { input: Members; output: Members }): Operation => ({
  input: structure(input),
  output: structure(output),
  answers: Object.keys(output).length > 0,
});

export const operations = Object.fromEntries(
  Object.entries(described as Readonly<Record<string, { input: Members; output: Members }>>).map(([name, both]) => [
    name,
    operationOf(both),
  ]),
) as Readonly<Record<CallName, Operation>>;

/** Is it a call of SQS? */
export const isCallName = (name: string): name is CallName => Object.hasOwn(operations, name);
