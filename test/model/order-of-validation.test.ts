import { describe, expect, test } from 'vitest';
import { arnOf, type CallName, type Calls, type QueueAttributes } from '../../src/core/calls.js';
import { prepared, taskHandle } from './catalogue.js';
import { redrive } from './service.js';

/** Two things wrong at once: what is asked, and the words of the refusal that is answered. */
type Row = [call: CallName, input: Record<string, unknown>, says: string];

const text = { DataType: 'String', StringValue: 'x' };
const badAttributes = { 'AWS.x': { DataType: 'Text', StringValue: '' } };
const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, k) => [`AWS.${k}`, text]));
const nul = '\u0000';
const long = nul.repeat(1025);
const ids = (...all: string[]) => all.map((Id) => ({ Id, MessageBody: '' }));
const fresh = (QueueName: string, Attributes: QueueAttributes, more: object = {}) => ({
  QueueName,
  Attributes,
  ...more,
});
const start = (source: string, more: object) => ({ SourceArn: arnOf(source), ...more });

const calls: Row[] = [
  ['SendMessage', { QueueUrl: 'nobody' }, 'parameter MessageBody'],
  ['ChangeMessageVisibility', { QueueUrl: 'nobody', ReceiptHandle: 'x' }, 'parameter VisibilityTimeout'],
  ['SendMessageBatch', { QueueUrl: 'nobody', Entries: [] }, 'queue does not exist'],
  ['AddPermission', { QueueUrl: 'nobody', Label: '', AWSAccountIds: [], Actions: [] }, 'queue does not exist'],
  ['CreateQueue', fresh('a b', { Colour: 'red' }), 'Can only include'],
  ['CreateQueue', fresh('deleted', { Colour: 'red' }), 'Unknown Attribute Colour'],
  ['CreateQueue', fresh('q', { DelaySeconds: '-1', VisibilityTimeout: '7' }), 'parameter DelaySeconds'],
  ['CreateQueue', fresh('x', { Colour: 'red' }, { tags: { '': '' } }), 'Unknown Attribute Colour'],
  ['CreateQueue', fresh('deleted', {}, { tags: { '': '' } }), 'Tag keys'],
  ['SetQueueAttributes', { Attributes: { DelaySeconds: 'x', Colour: 'red' } }, 'parameter DelaySeconds'],
  ['SetQueueAttributes', { Attributes: { Colour: 'red', DelaySeconds: 'x' } }, 'Unknown Attribute Colour'],
  [
    'SetQueueAttributes',
    { Attributes: { RedrivePolicy: redrive('nobody', 0) } },
    'Invalid value for maxReceiveCount: 0',
  ],
  [
    'SetQueueAttributes',
    { Attributes: { KmsMasterKeyId: 'k', SqsManagedSseEnabled: 'true', DelaySeconds: 'x' } },
    'parameter DelaySeconds',
  ],
  ['AddPermission', { Label: ' ', AWSAccountIds: ['x'], Actions: [] }, 'parameter Label'],
  ['AddPermission', { Label: 'label', AWSAccountIds: ['x'], Actions: ['*'] }, 'PrincipalId'],
  ['StartMessageMoveTask', start('nobody', { MaxNumberOfMessagesPerSecond: 0 }), 'MaxNumberOfMessagesPerSecond'],
  ['StartMessageMoveTask', start('nobody', { DestinationArn: arnOf('nothing') }), 'SourceArn parameter'],
  ['StartMessageMoveTask', start('purged', { DestinationArn: arnOf('nothing') }), 'configured as a Dead Letter'],
  ['StartMessageMoveTask', start('busy', { DestinationArn: arnOf('nothing') }), 'DestinationArn parameter'],
  ['CancelMessageMoveTask', { TaskHandle: taskHandle(9, 'nobody') }, 'SourceArn parameter'],
];

const batches: Row[] = [
  ['SendMessageBatch', { Entries: ids(...'abcdefghij!!'.split('')) }, 'Maximum number of entries'],
  ['SendMessageBatch', { Entries: ids('a', 'a', '!') }, 'A batch entry id'],
  ['SendMessageBatch', { Entries: [...ids('a'), { Id: 'a', MessageBody: 'x'.repeat(1_048_577) }] }, 'Id a repeated'],
  [
    'SendMessageBatch',
    { QueueUrl: 'f.fifo', Entries: [{ Id: 'a', MessageBody: 'x'.repeat(1_048_577) }] },
    'Batch requests cannot be longer',
  ],
  ['SendMessageBatch', { QueueUrl: 'f.fifo', Entries: ids('a') }, 'parameter MessageGroupId'],
];

const send = (input: Record<string, unknown>, says: string): Row => ['SendMessage', input, says];
const messages: Row[] = [
  send({ MessageBody: '', MessageAttributes: eleven }, 'parameter MessageBody'),
  send({ MessageBody: long }, 'Message must be shorter'),
  send({ MessageBody: nul, MessageAttributes: eleven }, 'Invalid characters'),
  send({ MessageBody: 'x', MessageAttributes: eleven }, 'Number of message attributes'),
  send({ MessageBody: 'x', MessageAttributes: badAttributes, DelaySeconds: -1 }, 'attribute name'),
  send({ MessageBody: 'x', DelaySeconds: -1, MessageGroupId: ' ' }, 'parameter DelaySeconds'),
  send({ MessageBody: 'x', MessageGroupId: ' ', MessageDeduplicationId: ' ' }, 'parameter MessageGroupId'),
];

describe('the order of validation (sqs:OP5, sqs:U28)', () => {
  test.each([...calls, ...batches, ...messages])('%s %j is refused for: %s', (call, input, says) => {
    const hasQueue = !/^(CreateQueue|.*MoveTask)$/.test(call);
    const asked = hasQueue ? { QueueUrl: 'q', ...input } : input;
    const reply = prepared().call(1, call, asked as Calls[CallName]['input']);
    expect(reply).toMatchObject({ kind: 'error', message: expect.stringContaining(says) });
  });
});
