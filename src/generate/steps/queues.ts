import { arnOf, isFifo, type QueueAttributes } from '../../core/calls.js';
import { attributeDefaults, fifoDefaults } from '../../core/limits.js';
import type { Step } from '../../core/schedule.js';
import { type Members, put } from '../members.js';
import { pick } from '../pick.js';
import { drawPolicy } from '../setup.js';
import { attributesOf, drawActor, drawQueue, lastAlike, type Recipe } from './recipe.js';

const attributeNames = [
  [],
  ['All'],
  ['All'],
  ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesDelayed'],
  ['VisibilityTimeout', 'RedrivePolicy'],
];

export function drawPurge(id: number, recipe: Recipe): Step {
  const actor = drawActor(recipe);
  return { id, actor, call: 'PurgeQueue', input: { QueueUrl: drawQueue(recipe) } };
}

export function drawRead(id: number, recipe: Recipe): Step {
  const { draw } = recipe;
  const input: Members = { QueueUrl: drawQueue(recipe) };
  if (draw(12) > 0) input.AttributeNames = pick(draw, attributeNames);
  return { id, actor: drawActor(recipe), call: 'GetQueueAttributes', input };
}

export function drawSet(id: number, recipe: Recipe): Step {
  const QueueUrl = drawQueue(recipe);
  const actor = drawActor(recipe);
  return { id, actor, call: 'SetQueueAttributes', input: { QueueUrl, Attributes: drawAttribute(recipe, QueueUrl) } };
}

/** A queue that the setup does not have, of the given one's type. */
const newcomer = (queue: string): string => (isFifo(queue) ? 'q9.fifo' : 'q9');

/** A queue that is there, or a newcomer; with no attributes, with what it has, with defaults, or with another value. */
export function drawCreate(id: number, recipe: Recipe): Step {
  const { draw } = recipe;
  const queue = drawQueue(recipe);
  const QueueName = draw(2) === 0 ? queue : newcomer(queue);
  const input: Members = { QueueName };
  put(input, 'Attributes', drawGiven(recipe, QueueName));
  if (draw(4) === 0) input.tags = pick(draw, [{}, { stage: 'test' }]);
  return { id, actor: drawActor(recipe), call: 'CreateQueue', input };
}

function drawGiven(recipe: Recipe, queue: string): QueueAttributes | undefined {
  const { draw } = recipe;
  const type: QueueAttributes = isFifo(queue) ? { FifoQueue: 'true' } : {};
  switch (draw(5)) {
    case 0:
      return type;
    case 1:
      return { ...type, ...attributesOf(recipe, queue) };
    case 2:
      return { ...attributeDefaults, ...(isFifo(queue) && fifoDefaults) };
    case 3:
      return { ...type, VisibilityTimeout: pick(draw, ['1', '30']) };
    default:
      // a FIFO queue that is there needs no word of its type
      return isFifo(queue) && attributesOf(recipe, queue) === undefined ? type : undefined;
  }
}

/** With dead letters mostly the last queue, which is the target of others. */
export function drawDrop(id: number, recipe: Recipe): Step {
  const { draw, features } = recipe;
  const queue = drawQueue(recipe);
  const last = lastAlike(recipe, queue);
  const names = features.has('dead-letters') ? [last, last, newcomer(queue)] : [queue, newcomer(queue)];
  const QueueUrl = pick(draw, names);
  return { id, actor: drawActor(recipe), call: 'DeleteQueue', input: { QueueUrl } };
}

/** A look for one queue, for all, or for the sources of a dead-letter queue. */
export function drawLook(id: number, recipe: Recipe): Step {
  const { draw } = recipe;
  const actor = drawActor(recipe);
  const queue = drawQueue(recipe);
  switch (draw(3)) {
    case 0:
      return { id, actor, call: 'GetQueueUrl', input: { QueueName: queue } };
    case 1: {
      const input: Members = {};
      put(input, 'QueueNamePrefix', pick(draw, [undefined, '', 'q', 'q1', 'x']));
      put(input, 'MaxResults', pick(draw, [undefined, 1, 1, 2]));
      return { id, actor, call: 'ListQueues', input };
    }
    default: {
      const input: Members = { QueueUrl: draw(4) === 0 ? queue : lastAlike(recipe, queue) };
      put(input, 'MaxResults', pick(draw, [undefined, 1, 2]));
      return { id, actor, call: 'ListDeadLetterSourceQueues', input };
    }
  }
}

/** One attribute; a value that stands for an absent one sets the default. */
function drawAttribute(recipe: Recipe, queue: string): QueueAttributes {
  const { draw, values } = recipe;
  switch (draw(isFifo(queue) ? 10 : 8)) {
    case 0:
      return { VisibilityTimeout: pick(draw, values.queueVisibility) ?? '0' };
    case 1:
      return { DelaySeconds: pick(draw, values.queueDelay) ?? '0' };
    case 2:
      return { ReceiveMessageWaitTimeSeconds: pick(draw, values.queueWait) ?? '0' };
    case 3:
      return { MessageRetentionPeriod: pick(draw, values.queueRetention) ?? '345600' };
    case 4:
    case 5:
      return { RedrivePolicy: drawRedrive(recipe, queue) };
    case 6:
      return drawRare(recipe);
    case 7:
      return { RedriveAllowPolicy: drawAllowed(recipe, queue) };
    case 8:
      return { ContentBasedDeduplication: pick(draw, ['true', 'false']) };
    default:
      return pick(draw, scopes);
  }
}

const scopes: readonly QueueAttributes[] = [
  { DeduplicationScope: 'messageGroup' },
  { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' },
  { DeduplicationScope: 'queue', FifoThroughputLimit: 'perQueue' },
];

/** Attributes that hardly any message feels. */
function drawRare({ draw }: Recipe): QueueAttributes {
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
  switch (draw(3)) {
    case 0:
      return { Policy: draw(3) === 0 ? '' : Policy };
    case 1:
      return { MaximumMessageSize: pick(draw, ['1024', '262144', '1048576']) };
    default:
      return pick(draw, sse);
  }
}

/** Who may have the queue for dead letters: all, nobody, none but itself, or the others (sqs:X12). */
function drawAllowed({ draw, queues }: Recipe, queue: string): string {
  const others = queues.filter((name) => name !== queue).map(arnOf);
  const allowed: readonly object[] = [
    { redrivePermission: 'allowAll' },
    { redrivePermission: 'denyAll' },
    { redrivePermission: 'byQueue', sourceQueueArns: [arnOf(queue)] },
    { redrivePermission: 'byQueue', sourceQueueArns: others.length > 0 ? others : [arnOf(queue)] },
  ];
  return JSON.stringify(pick(draw, allowed));
}

const sse: readonly QueueAttributes[] = [
  { KmsMasterKeyId: 'alias/aws/sqs', KmsDataKeyReusePeriodSeconds: '60' },
  { KmsMasterKeyId: '' },
  { SqsManagedSseEnabled: 'false' },
  { SqsManagedSseEnabled: 'true' },
];

/** A policy, none, or one that must be refused because its limit is missing (sqs:X1). */
function drawRedrive(recipe: Recipe, queue: string): string {
  const { draw, features } = recipe;
  const target = lastAlike(recipe, queue);
  if (features.has('refusals') && draw(2) === 0) return JSON.stringify({ deadLetterTargetArn: arnOf(target) });
  if (!features.has('dead-letters') || target === queue) return '';
  return draw(3) === 0 ? '' : drawPolicy(draw, target);
}
