import { arnOf, type CallName } from '../../core/calls.js';
import type { Step } from '../../core/schedule.js';
import type { Members } from '../members.js';
import { pick } from '../pick.js';
import type { Holders } from './holders.js';
import { drawActor, drawQueue, otherQueue, type Recipe } from './recipe.js';

/** One call with exactly one thing wrong with it, on an existing queue unless the queue is what is wrong. */
interface Refused {
  call: CallName;
  input: Members;
  /** The call is right but for the handle, which is one of another queue. */
  foreign?: true;
}

const text = { StringValue: 'x', DataType: 'String' };
const attributes = (count: number): Members =>
  Object.fromEntries(Array.from({ length: count }, (_, k) => [`a${k}`, text]));
const entries = (count: number): { Id: string }[] => Array.from({ length: count }, (_, k) => ({ Id: String(k + 1) }));
/** A handle that nobody issued. */
export const garbage = 'garbage';

/** Single-fault inputs by the rule they break; `other` is another queue where there is one. */
const refusals: readonly ((queue: string, other: string) => Refused)[] = [
  // sqs:OP1
  () => ({ call: 'SendMessage', input: { QueueUrl: 'nowhere' } }),
  () => ({ call: 'ReceiveMessage', input: { QueueUrl: 'nowhere' } }),
  () => ({ call: 'GetQueueUrl', input: { QueueName: 'nowhere' } }),
  () => ({ call: 'PurgeQueue', input: { QueueUrl: 'nowhere' } }),
  () => ({ call: 'GetQueueAttributes', input: { QueueUrl: 'nowhere', AttributeNames: ['All'] } }),
  // sqs:SM2
  (QueueUrl) => ({ call: 'SendMessage', input: { QueueUrl, MessageBody: '' } }),
  // sqs:SM3
  (QueueUrl) => ({ call: 'SendMessage', input: { QueueUrl, MessageBody: 'x'.repeat(1024) } }),
  // sqs:SM4
  (QueueUrl) => ({ call: 'SendMessage', input: { QueueUrl, MessageBody: '\u0000' } }),
  // sqs:SM5
  (QueueUrl) => ({ call: 'SendMessage', input: { QueueUrl, DelaySeconds: -1 } }),
  (QueueUrl) => ({ call: 'SendMessage', input: { QueueUrl, DelaySeconds: 901 } }),
  // sqs:Q5, sqs:M2, sqs:M3, sqs:M5, sqs:M6
  (QueueUrl) => ({ call: 'SendMessage', input: { QueueUrl, MessageAttributes: attributes(11) } }),
  (QueueUrl) => ({ call: 'SendMessage', input: { QueueUrl, MessageAttributes: { 'AWS.x': text } } }),
  (QueueUrl) => ({ call: 'SendMessage', input: { QueueUrl, MessageAttributes: { x: { ...text, DataType: 'Text' } } } }),
  (QueueUrl) => ({ call: 'SendMessage', input: { QueueUrl, MessageAttributes: { x: { ...text, StringValue: '' } } } }),
  (QueueUrl) => ({
    call: 'SendMessage',
    input: { QueueUrl, MessageAttributes: { x: { ...text, DataType: 'Number' } } },
  }),
  // sqs:SB1
  (QueueUrl) => ({ call: 'SendMessageBatch', input: { QueueUrl, Entries: [] } }),
  (QueueUrl) => ({ call: 'SendMessageBatch', input: { QueueUrl, Entries: entries(11) } }),
  (QueueUrl) => ({ call: 'SendMessageBatch', input: { QueueUrl, Entries: [{ Id: 'a b' }] } }),
  (QueueUrl) => ({ call: 'SendMessageBatch', input: { QueueUrl, Entries: [{ Id: 'a' }, { Id: 'a' }] } }),
  // sqs:SB3, sqs:SB4, sqs:OP7
  (QueueUrl) => ({
    call: 'SendMessageBatch',
    input: { QueueUrl, Entries: [{ Id: 'a' }, { Id: 'b', MessageBody: 'x'.repeat(1024) }] },
  }),
  (QueueUrl) => ({
    call: 'SendMessageBatch',
    input: { QueueUrl, Entries: [{ Id: 'a' }, { Id: 'b', MessageBody: '\u0001' }] },
  }),
  (QueueUrl) => ({
    call: 'SendMessageBatch',
    input: { QueueUrl, Entries: [{ Id: 'a' }, { Id: 'b', DelaySeconds: 901 }] },
  }),
  // sqs:RM3
  (QueueUrl) => ({ call: 'ReceiveMessage', input: { QueueUrl, MaxNumberOfMessages: 0 } }),
  (QueueUrl) => ({ call: 'ReceiveMessage', input: { QueueUrl, MaxNumberOfMessages: 11 } }),
  (QueueUrl) => ({ call: 'ReceiveMessage', input: { QueueUrl, WaitTimeSeconds: -1 } }),
  (QueueUrl) => ({ call: 'ReceiveMessage', input: { QueueUrl, WaitTimeSeconds: 21 } }),
  (QueueUrl) => ({ call: 'ReceiveMessage', input: { QueueUrl, VisibilityTimeout: 43_201 } }),
  // sqs:RH1
  (QueueUrl) => ({ call: 'DeleteMessage', input: { QueueUrl, ReceiptHandle: garbage } }),
  (QueueUrl) => ({
    call: 'ChangeMessageVisibility',
    input: { QueueUrl, ReceiptHandle: garbage, VisibilityTimeout: 1 },
  }),
  (QueueUrl) => ({
    call: 'DeleteMessageBatch',
    input: { QueueUrl, Entries: [{ Id: 'a', ReceiptHandle: garbage }, { Id: 'b' }] },
  }),
  (QueueUrl) => ({
    call: 'ChangeMessageVisibilityBatch',
    input: {
      QueueUrl,
      Entries: [
        { Id: 'a', ReceiptHandle: garbage, VisibilityTimeout: 0 },
        { Id: 'b', VisibilityTimeout: 0 },
      ],
    },
  }),
  // sqs:RH13
  (QueueUrl) => ({ call: 'DeleteMessage', input: { QueueUrl }, foreign: true }),
  (QueueUrl) => ({ call: 'ChangeMessageVisibility', input: { QueueUrl, VisibilityTimeout: 0 }, foreign: true }),
  // sqs:CV2
  (QueueUrl) => ({ call: 'ChangeMessageVisibility', input: { QueueUrl, VisibilityTimeout: 43_201 } }),
  // sqs:DB1
  (QueueUrl) => ({ call: 'DeleteMessageBatch', input: { QueueUrl, Entries: [] } }),
  // sqs:GA3, sqs:SA4, sqs:SA5, sqs:X1, sqs:X2
  (QueueUrl) => ({ call: 'GetQueueAttributes', input: { QueueUrl, AttributeNames: ['Colour'] } }),
  (QueueUrl) => ({ call: 'SetQueueAttributes', input: { QueueUrl, Attributes: { QueueArn: arnOf(QueueUrl) } } }),
  (QueueUrl) => ({ call: 'SetQueueAttributes', input: { QueueUrl, Attributes: { VisibilityTimeout: '43201' } } }),
  (QueueUrl) => ({ call: 'SetQueueAttributes', input: { QueueUrl, Attributes: { DelaySeconds: '-1' } } }),
  (QueueUrl) => ({ call: 'SetQueueAttributes', input: { QueueUrl, Attributes: { MessageRetentionPeriod: '59' } } }),
  (QueueUrl, other) => ({
    call: 'SetQueueAttributes',
    input: { QueueUrl, Attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(other) }) } },
  }),
  (QueueUrl) => ({
    call: 'SetQueueAttributes',
    input: {
      QueueUrl,
      Attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('nowhere'), maxReceiveCount: 2 }) },
    },
  }),
  // sqs:CQ1, sqs:CQ3
  () => ({ call: 'CreateQueue', input: { QueueName: 'with space' } }),
  () => ({ call: 'CreateQueue', input: { QueueName: 'plain', Attributes: { FifoQueue: 'false' } } }),
];

/** A step that must be refused, mostly by the queue of somebody who may hold receipts. */
export function drawRefusal(id: number, recipe: Recipe, holders: Holders): Step {
  const holder = holders.draw();
  const queue = holder?.queue ?? drawQueue(recipe);
  const other = otherQueue(recipe, queue) ?? queue;
  const { foreign, ...refused } = pick(recipe.draw, refusals)(queue, other);
  const step: Step = { id, actor: holder?.actor ?? drawActor(recipe), ...refused };
  return foreign ? { ...step, from: queue, input: { ...step.input, QueueUrl: other } } : step;
}
