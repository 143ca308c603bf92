import { limits } from '../../../core/limits.js';
import type { Step } from '../../../core/schedule.js';
import type { Members } from '../../members.js';
import { pick } from '../../pick.js';
import { attributesOf, drawActor, type Recipe } from '../recipe.js';
import { secondsOf } from '../timing.js';
import { around, ask, at, due, type Next, pollBeside, receiveAll, remove, sendFresh } from './next.js';

/** A prefix of the group is received, something is done to a part of it, and somebody looks at what is left (sqs:F30). */
export function afterFifoBatch({ id, input }: Step, recipe: Recipe): Next[] {
  const { draw, values } = recipe;
  const { QueueUrl } = input;
  const length = (input.Entries as Members[]).length;
  if (length < 2 || draw(2) > 0) return [];
  const actor = drawActor(recipe);
  const look = receiveAll(recipe, QueueUrl, 1);
  return [
    receiveAll(recipe, QueueUrl, pick(draw, values.poll), actor),
    ...drawPartly(recipe, actor, QueueUrl, length),
    draw(2) === 0 ? look : around(recipe, id + 1, 'visibility', look),
  ];
}

/** One of the latest messages is deleted, all but the last are, or one but the last is hidden for longer or no more. */
function drawPartly(recipe: Recipe, actor: string, QueueUrl: unknown, length: number): Next[] {
  const { draw, features, values } = recipe;
  const deletes = features.has('deletes');
  if (features.has('changes') && (!deletes || draw(2) === 0)) {
    const VisibilityTimeout = draw(2) === 0 ? 0 : pick(draw, values.change);
    return [ask(actor, 'ChangeMessageVisibility', { QueueUrl, VisibilityTimeout }, [1 + draw(length - 1)])];
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
  const { draw, isFar } = recipe;
  const { QueueUrl } = input;
  const life = Number(attributesOf(recipe, QueueUrl)?.MessageRetentionPeriod);
  // only where one window is as long as a life
  if (!isFar || !(life <= limits.visibilityMax) || draw(4) > 0) return [];
  return [
    receiveAll(recipe, QueueUrl, life),
    at({ wait: 1000 }, sendBehind(input, recipe)),
    receiveAll(recipe, QueueUrl, 0),
    around(recipe, id, 'retention', receiveAll(recipe, QueueUrl, 0)),
  ];
}

/** A message of the same group. */
const sendBehind =
  ({ QueueUrl, MessageGroupId }: Members, recipe: Recipe): Next =>
  (id) => {
    const step = sendFresh(recipe, QueueUrl as string)(id);
    return { ...step, input: { ...step.input, MessageGroupId } };
  };

/** Somebody waits for the group; its head is deleted, or moved to the dead-letter queue. */
export function afterFifoReceive(last: Step, recipe: Recipe): Next[] {
  const { draw, features, actors, targets, values } = recipe;
  if (!features.has('long-polls') || actors.length < 2 || draw(4) > 0) return [];
  const { id, actor, input } = last;
  const queue = input.QueueUrl as string;
  const poll = pollBeside(actor, queue, recipe);
  const isNear = secondsOf(last, recipe, 'VisibilityTimeout') <= Math.min(values.horizon, limits.waitMax);
  if (targets.has(queue) && isNear && draw(2) === 0) return [poll, due(id, 'visibility', receiveAll(recipe, queue, 1))];
  return features.has('deletes') ? [poll, remove(actor, queue)] : [poll];
}
