import { isFifo, type MessageAttributes } from '../../core/calls.js';
import { limits } from '../../core/limits.js';
import type { Step } from '../../core/schedule.js';
import { type Members, put } from '../members.js';
import { pick } from '../pick.js';
import { drawFifoMembers } from './fifo.js';
import { drawActor, drawQueue, type Recipe } from './recipe.js';

const messageAttributes: readonly MessageAttributes[] = [
  {},
  { k: { DataType: 'String', StringValue: 'x' } },
  { General: { DataType: 'String', StringValue: 'Kenobi' }, Hello: { DataType: 'String', StringValue: 'There' } },
  { n: { DataType: 'Number.int', StringValue: '7' }, b: { DataType: 'Binary', BinaryValue: 'AAH/' } },
];
/** What a receive may ask of the message attributes above. */
const names = [undefined, [], ['All'], ['k'], ['Hel.*', 'n']];
const texts = ['<a>&b</a>', 'line\r\nbreak "quoted"', '\u{1F600}', 'x'.repeat(200)];
const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
const systemAttributes: readonly MessageAttributes[] = [
  {},
  { AWSTraceHeader: { DataType: 'String', StringValue: trace } },
  { AWSTraceHeader: { DataType: 'String', StringValue: 'x' } },
];
/** How a receive may ask for system attributes other than by name of all (sqs:RM6). */
const systemNames: readonly Members[] = [
  {},
  { MessageSystemAttributeNames: [] },
  { AttributeNames: ['All'] },
  { AttributeNames: ['SenderId', 'SentTimestamp'], MessageSystemAttributeNames: ['ApproximateReceiveCount'] },
  { MessageSystemAttributeNames: ['MessageGroupId', 'SequenceNumber', 'AWSTraceHeader'] },
];

export function drawSend(id: number, recipe: Recipe): Step {
  const actor = drawActor(recipe);
  const QueueUrl = drawQueue(recipe);
  return { id, actor, call: 'SendMessage', input: { QueueUrl, ...drawMessage(recipe, QueueUrl, `d${id}`) } };
}

/** To a FIFO queue often all entries in one group, so that the group has something behind its head. */
export function drawSendBatch(id: number, recipe: Recipe): Step {
  const { draw, features, groups } = recipe;
  const actor = drawActor(recipe);
  const QueueUrl = drawQueue(recipe);
  const group = isFifo(QueueUrl) && draw(2) === 0 ? pick(draw, groups) : undefined;
  const length = group !== undefined && draw(4) === 0 ? limits.batchEntriesMax : 1 + draw(4);
  const Entries = Array.from({ length }, (_, k): Members => {
    const entry = { Id: String(k + 1), ...drawMessage(recipe, QueueUrl, `d${id}.${k + 1}`) };
    return group === undefined ? entry : { ...entry, MessageGroupId: group };
  });
  const dedup = Entries[0]!.MessageDeduplicationId;
  // twice in one batch (sqs:SB8)
  if (dedup !== undefined && length > 1 && features.has('dedup') && draw(4) === 0)
    Entries[length - 1]!.MessageDeduplicationId = dedup;
  return { id, actor, call: 'SendMessageBatch', input: { QueueUrl, Entries } };
}

/** Two to four messages that can be received at once, unless the queue delays them. */
export function sendFreshBatch(id: number, recipe: Recipe, queue: string): Step {
  const Entries = Array.from({ length: 2 + recipe.draw(3) }, (_, k) => ({
    Id: String(k + 1),
    ...freshMessage(recipe, queue, `d${id}.${k + 1}`),
  }));
  return { id, actor: drawActor(recipe), call: 'SendMessageBatch', input: { QueueUrl: queue, Entries } };
}

/** The members of a message without a delay of its own. */
export function freshMessage(recipe: Recipe, queue: string, own: string): Members {
  const message: Members = {};
  if (isFifo(queue)) drawFifoMembers(message, recipe, queue, own);
  else message.DelaySeconds = 0;
  return message;
}

export function drawReceive(id: number, recipe: Recipe): Step {
  const { draw, features, values } = recipe;
  const QueueUrl = drawQueue(recipe);
  const input: Members = { QueueUrl };
  put(input, 'MaxNumberOfMessages', pick(draw, values.max));
  put(input, 'VisibilityTimeout', pick(draw, values.visibility));
  if (features.has('long-polls')) put(input, 'WaitTimeSeconds', pick(draw, values.wait));
  if (draw(12) > 0) input.MessageSystemAttributeNames = ['All'];
  else Object.assign(input, pick(draw, systemNames));
  if (features.has('attributes')) put(input, 'MessageAttributeNames', pick(draw, names));
  if (features.has('attempts') && isFifo(QueueUrl) && draw(2) === 0)
    input.ReceiveRequestAttemptId = pick(draw, ['r', `r${id}`]);
  return { id, actor: drawActor(recipe), call: 'ReceiveMessage', input };
}

/** The members that a send and an entry of a batch have in common; `own` is a deduplication id that no other has. */
function drawMessage(recipe: Recipe, queue: string, own: string): Members {
  const { draw, features, values, groups } = recipe;
  const message: Members = {};
  if (isFifo(queue)) drawFifoMembers(message, recipe, queue, own);
  else {
    if (features.has('delays')) put(message, 'DelaySeconds', pick(draw, values.delay));
    if (features.has('tenants') && draw(2) === 0) message.MessageGroupId = pick(draw, groups);
  }
  if (!features.has('attributes')) return message;
  if (draw(3) === 0) message.MessageAttributes = pick(draw, messageAttributes);
  if (draw(6) === 0) message.MessageBody = pick(draw, texts);
  if (draw(8) === 0) message.MessageSystemAttributes = pick(draw, systemAttributes);
  return message;
}
