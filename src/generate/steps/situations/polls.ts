import type { Step } from '../../../core/schedule.js';
import { pick } from '../../pick.js';
import { drawReceive } from '../messages.js';
import { drawActor, type Recipe } from '../recipe.js';
import { drawWait, expires, secondsOf } from '../timing.js';
import {
  around,
  ask,
  at,
  beside,
  by,
  due,
  lookAt,
  type Next,
  poison,
  pollBeside,
  receiveAll,
  release,
  remove,
  sendFresh,
} from './next.js';

/** The other thing with the same receipt, by the same client or, at the same time, by another. */
export function afterSettling(last: Step, recipe: Recipe): Next[] {
  const { draw, features, values, actors } = recipe;
  const isMixed = features.has('deletes') && features.has('changes');
  if (!isMixed || draw(2) > 0) return [];
  const { actor, call, input, receipts } = last;
  const { QueueUrl } = input;
  const other =
    call !== 'DeleteMessage'
      ? ask(actor, 'DeleteMessage', { QueueUrl }, receipts)
      : ask(actor, 'ChangeMessageVisibility', { QueueUrl, VisibilityTimeout: pick(draw, values.change) }, receipts);
  return [actors.length > 1 && draw(2) === 0 ? by(pick(draw, beside(actor, recipe)), other) : other];
}

/** Somebody waits while the message comes back, or is deleted; or what came back becomes a dead letter. */
export function afterReceive(last: Step, recipe: Recipe): Next[] {
  const { draw, features, actors, targets, values } = recipe;
  const { id, actor, input } = last;
  const queue = input.QueueUrl as string;
  const isCrowded = features.has('long-polls') && actors.length > 1;
  // what waits on a queue when it goes
  if (isCrowded && features.has('lifecycle') && draw(12) === 0)
    return [pollBeside(actor, queue, recipe), ask(actor, 'DeleteQueue', { QueueUrl: queue })];
  const seconds = secondsOf(last, recipe, 'VisibilityTimeout');
  if (isCrowded && features.has('changes') && draw(4) === 0)
    return [pollBeside(actor, queue, recipe), release(actor, queue)];
  if (features.has('changes') && features.has('deletes') && seconds > 1 && draw(8) === 0)
    return [remove(actor, queue), release(actor, queue)];
  const target = targets.get(queue);
  if (target === undefined || seconds > values.horizon || draw(2) > 0) return [];
  // everything that came back at once, so that several messages may be due for the dead-letter queue
  const scan = due(id, 'visibility', receiveAll(recipe, queue, 1));
  // on along the chain (sqs:X13)
  if (targets.has(target) && draw(2) === 0) return [scan, ...poison(recipe, target)];
  switch (draw(features.has('long-polls') ? 5 : 2)) {
    case 2:
    case 3:
      return [sendFresh(recipe, queue), waitForFresh(last, recipe)];
    case 4:
      return isCrowded ? [pollBeside(actor, target, recipe), scan] : [scan];
    default:
      return [scan];
  }
}

/** Waits on poison that is due and, behind it, a message that is not. */
const waitForFresh = ({ id, input: { QueueUrl } }: Step, recipe: Recipe): Next =>
  due(
    id,
    'visibility',
    ask(drawActor(recipe), 'ReceiveMessage', {
      QueueUrl,
      WaitTimeSeconds: 1,
      MessageSystemAttributeNames: ['All'],
    }),
  );

/** A poll whose wait ends exactly when the delay of the send does; a dead letter at the end of its life. */
export function afterSend(last: Step, recipe: Recipe): Next[] {
  const { draw, features, values } = recipe;
  const queue = last.input.QueueUrl as string;
  const target = recipe.targets.get(queue);
  if (target !== undefined && expires(last, recipe) && draw(3) === 0) return moveAtLast(last, recipe, target);
  if (!features.has('long-polls')) return [];
  const delay = secondsOf(last, recipe, 'DelaySeconds');
  if (delay < 2 || delay > values.horizon || draw(4) > 0) return [];
  return [
    (id) => {
      const step = drawReceive(id, recipe);
      const input = { ...step.input, QueueUrl: queue, WaitTimeSeconds: drawWait(recipe, delay) };
      return { ...step, at: { after: last.id, deadline: 'delay', tick: 0, ends: true }, input };
    },
  ];
}

/** A dead letter that is seen before the end of the life of its message, and looked for around that end (sqs:RT4, sqs:RT5). */
function moveAtLast({ id, input }: Step, recipe: Recipe, target: string): Next[] {
  const [first, ...others] = poison(recipe, input.QueueUrl as string);
  const look = lookAt(recipe, target);
  return [at({ wait: 5000 }, first!), ...others, look, around(recipe, id, 'retention', look)];
}
