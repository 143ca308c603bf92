import { limits } from '../../../core/limits.js';
import type { Step } from '../../../core/schedule.js';
import { type Members, put } from '../../members.js';
import { pick } from '../../pick.js';
import { attributesOf, drawActor, type Recipe } from '../recipe.js';
import { secondsOf } from '../timing.js';
import { around, ask, at, due, lookAt, type Next, pollBeside, receiveAll, release, remove, sendFresh } from './next.js';

/** Several messages of a group, and what is done to them. */
export function afterFifoBatch({ id, input }: Step, recipe: Recipe): Next[] {
  const length = (input.Entries as Members[]).length;
  return length < 2 || recipe.draw(2) > 0 ? [] : together(recipe, input.QueueUrl, length, id + 1);
}

/** More messages of the group, and what is done to all of them. */
export function gather({ id, input }: Step, recipe: Recipe): Next[] {
  if (recipe.draw(6) > 0) return [];
  const more = Array.from({ length: 1 + recipe.draw(2) }, () => sendBehind(input, recipe));
  return [...more, ...together(recipe, input.QueueUrl, 1 + more.length, id + 1 + more.length)];
}

/**
 * Somebody waits behind their head; or a prefix of them is received, something is done to a part of it, and somebody looks
 * at what is left (sqs:F30). `first` is the number of the first step.
 */
function together(recipe: Recipe, QueueUrl: unknown, length: number, first: number): Next[] {
  const { draw, values, actors, features } = recipe;
  const actor = drawActor(recipe);
  if (features.has('long-polls') && actors.length > 1 && draw(3) === 0) return waitBehind(actor, QueueUrl, recipe);
  const look = features.has('long-polls') ? lookAt(recipe, QueueUrl) : receiveAll(recipe, QueueUrl, 1);
  return [
    receiveAll(recipe, QueueUrl, pick(draw, values.poll), actor),
    ...drawPartly(recipe, actor, QueueUrl, length),
    draw(2) === 0 ? look : around(recipe, first, 'visibility', look),
  ];
}

/** Somebody waits behind the head of the group, and the head is deleted or given back. */
function waitBehind(actor: string, QueueUrl: unknown, recipe: Recipe): Next[] {
  const { features, draw, values } = recipe;
  const head = ask(actor, 'ReceiveMessage', { QueueUrl, VisibilityTimeout: Math.min(30, values.horizon) });
  const settle = features.has('deletes') || draw(2) === 0 ? remove(actor, QueueUrl) : release(actor, QueueUrl);
  return [head, pollBeside(actor, QueueUrl, recipe), settle];
}

/** One of the latest messages is deleted, all but the last are, or one but the last is hidden for longer or no more. */
function drawPartly(recipe: Recipe, actor: string, QueueUrl: unknown, length: number): Next[] {
  const { draw, features, values } = recipe;
  const deletes = features.has('deletes');
  if (features.has('changes') && (!deletes || draw(2) === 0)) {
    const VisibilityTimeout = draw(2) === 0 ? 0 : pick(draw, values.change);
    // mostly the head
    const back = draw(2) === 0 ? 1 + draw(length - 1) : length - 1;
    return [ask(actor, 'ChangeMessageVisibility', { QueueUrl, VisibilityTimeout }, [back])];
  }
  if (!deletes) return [];
  if (draw(2) === 0) return [ask(actor, 'DeleteMessage', { QueueUrl }, [draw(length)])];
  const Entries = Array.from({ length: length - 1 }, (_, k) => ({ Id: String(k + 1) }));
  return [
    ask(
      actor,
      'DeleteMessageBatch',
      { QueueUrl, Entries },
      Entries.map((_, k) => k + 1),
    ),
  ];
}

/** The head of a group comes to the end of its life in flight, and one behind it is free (sqs:F54). */
export function outlive({ id, input }: Step, recipe: Recipe): Next[] {
  const { draw, isFar, values } = recipe;
  const { QueueUrl } = input;
  const life = Number(attributesOf(recipe, QueueUrl)?.MessageRetentionPeriod);
  // only where one window is as long as a life
  if (!isFar || !(life <= Math.min(limits.visibilityMax, values.farHorizon)) || draw(4) > 0) return [];
  return [
    receiveAll(recipe, QueueUrl, life),
    at({ wait: 1000 }, sendBehind(input, recipe)),
    receiveAll(recipe, QueueUrl, 0),
    around(recipe, id, 'retention', receiveAll(recipe, QueueUrl, 0)),
  ];
}

/** The delay of the queue becomes another one under a message that waits for it, and one more is sent (sqs:DY4). */
export function redelay({ id, input }: Step, recipe: Recipe): Next[] {
  const { draw, values } = recipe;
  const { QueueUrl } = input;
  const old = Number(attributesOf(recipe, QueueUrl)?.DelaySeconds ?? 0);
  if (old === 0 || old > values.horizon || draw(4) > 0) return [];
  const Attributes = { DelaySeconds: pick(draw, ['0', '1', String(2 * old)]) };
  return [
    ask(drawActor(recipe), 'SetQueueAttributes', { QueueUrl, Attributes }),
    sendBehind(input, recipe),
    lookAt(recipe, QueueUrl),
    around(recipe, id, 'delay', lookAt(recipe, QueueUrl)),
  ];
}

/** A message of the same group. */
const sendBehind =
  ({ QueueUrl, MessageGroupId }: Members, recipe: Recipe): Next =>
  (id) => {
    const step = sendFresh(recipe, QueueUrl as string)(id);
    put(step.input, 'MessageGroupId', MessageGroupId);
    return step;
  };

/** Somebody waits for the group; its head is deleted, or moved to the dead-letter queue. */
export function afterFifoReceive(last: Step, recipe: Recipe): Next[] {
  const { draw, features, actors, targets, values } = recipe;
  const { id, actor, input } = last;
  const queue = input.QueueUrl as string;
  const seconds = secondsOf(last, recipe, 'VisibilityTimeout');
  // what is in flight counts as such, and nothing behind it does (sqs:C3)
  if (features.has('reads') && draw(8) === 0)
    return [ask(drawActor(recipe), 'GetQueueAttributes', { QueueUrl: queue, AttributeNames: ['All'] })];
  if (!features.has('long-polls') || draw(4) > 0) return [];
  if (seconds >= 30 && draw(2) === 0) return sooner(recipe, queue, id);
  if (actors.length < 2) return [];
  const poll = pollBeside(actor, queue, recipe);
  const isNear = seconds <= Math.min(values.horizon, limits.waitMax);
  if (targets.has(queue) && isNear && draw(2) === 0) return [poll, due(id, 'visibility', receiveAll(recipe, queue, 1))];
  if (!features.has('deletes')) return [poll];
  return draw(3) > 0 ? [poll, remove(actor, queue)] : stretch(last, recipe, seconds);
}

/** Another group comes back sooner than the one that was received before it (sqs:V9). */
const sooner = (recipe: Recipe, QueueUrl: string, id: number): Next[] => [
  ask(drawActor(recipe), 'ReceiveMessage', { QueueUrl, VisibilityTimeout: 2 }),
  due(id + 1, 'visibility', lookAt(recipe, QueueUrl)),
];

/** The handle of a lengthened window of so many seconds is good until the new end (sqs:RH10). */
function stretch({ id, actor, input: { QueueUrl } }: Step, recipe: Recipe, seconds: number): Next[] {
  const { draw, values } = recipe;
  const longer = { QueueUrl, VisibilityTimeout: pick(draw, [...values.poll, Math.min(600, values.horizon)]) };
  const isNear = seconds <= Math.max(values.horizon, values.farHorizon);
  return [
    ask(actor, 'ChangeMessageVisibility', longer),
    around(recipe, pick(draw, isNear ? [id, id + 1] : [id + 1]), 'visibility', remove(actor, QueueUrl)),
  ];
}
