import { arnOf, type QueueAttributes } from '../../core/calls.js';
import type { Step } from '../../core/schedule.js';
import { type Members, put } from '../members.js';
import { pick } from '../pick.js';
import { drawPolicy } from '../setup.js';
import { drawActor, drawQueue, type Recipe } from './recipe.js';

const attributeNames = [
  ['All'],
  ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesDelayed'],
  ['VisibilityTimeout', 'RedrivePolicy'],
];

/** A queue that the setup does not have. */
const newcomer = 'q9';

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

export function drawCreate(id: number, recipe: Recipe): Step {
  const { draw } = recipe;
  const input: Members = { QueueName: draw(2) === 0 ? drawQueue(recipe) : newcomer };
  if (draw(2) === 0) input.Attributes = { VisibilityTimeout: pick(draw, ['1', '30']) };
  return { id, actor: drawActor(recipe), call: 'CreateQueue', input };
}

/** With dead letters mostly the last queue, which is the target of others. */
export function drawDrop(id: number, recipe: Recipe): Step {
  const { draw, features, setup } = recipe;
  const last = setup.queues.at(-1)!.name;
  const names = features.has('dead-letters') ? [last, last, newcomer] : [drawQueue(recipe), newcomer];
  const QueueUrl = pick(draw, names);
  return { id, actor: drawActor(recipe), call: 'DeleteQueue', input: { QueueUrl } };
}

/** A look for one queue or for all. */
export const drawLook = (id: number, recipe: Recipe): Step =>
  recipe.draw(2) === 0 ? drawGetUrl(id, recipe) : drawList(id, recipe);

function drawGetUrl(id: number, recipe: Recipe): Step {
  const actor = drawActor(recipe);
  return { id, actor, call: 'GetQueueUrl', input: { QueueName: drawQueue(recipe) } };
}

function drawList(id: number, recipe: Recipe): Step {
  const { draw } = recipe;
  const input: Members = {};
  put(input, 'QueueNamePrefix', pick(draw, [undefined, 'q', 'q1', 'x']));
  put(input, 'MaxResults', pick(draw, [undefined, 1, 2]));
  return { id, actor: drawActor(recipe), call: 'ListQueues', input };
}

/** One attribute; a value that stands for an absent one sets the default. */
function drawAttribute(recipe: Recipe, queue: string): QueueAttributes {
  const { draw, values } = recipe;
  switch (draw(5)) {
    case 0:
      return { VisibilityTimeout: pick(draw, values.queueVisibility) ?? '0' };
    case 1:
      return { DelaySeconds: pick(draw, values.queueDelay) ?? '0' };
    case 2:
      return { ReceiveMessageWaitTimeSeconds: pick(draw, values.queueWait) ?? '0' };
    case 3:
      return { MessageRetentionPeriod: pick(draw, values.queueRetention) ?? '345600' };
    default:
      return { RedrivePolicy: drawRedrive(recipe, queue) };
  }
}

/** A policy, none, or one that must be refused because its limit is missing (sqs:X1). */
function drawRedrive({ draw, features, setup }: Recipe, queue: string): string {
  const target = setup.queues.at(-1)!.name;
  if (features.has('refusals') && draw(2) === 0) return JSON.stringify({ deadLetterTargetArn: arnOf(target) });
  if (!features.has('dead-letters') || target === queue) return '';
  return draw(3) === 0 ? '' : drawPolicy(draw, target);
}
