import { limits } from '../../../core/limits.js';
import type { Step } from '../../../core/schedule.js';
import type { Recipe } from '../recipe.js';
import { around, ask, at, type Next, receiveAll, release, remove, sendFresh } from './next.js';

/** The receive is tried again under its attempt id, after nothing or after something that matters to it (sqs:F40, sqs:F41). */
export function afterAttempt({ id, actor, input }: Step, recipe: Recipe): Next[] {
  const { draw, features, values } = recipe;
  const { QueueUrl, ReceiveRequestAttemptId } = input;
  if (ReceiveRequestAttemptId === undefined || draw(3) === 0) return [];
  const retry = ask(actor, 'ReceiveMessage', { ...input });
  switch (draw(9)) {
    case 0:
      return features.has('deletes') ? [remove(actor, QueueUrl), retry] : [retry];
    case 1:
      return features.has('changes') ? [release(actor, QueueUrl), retry] : [retry];
    case 2:
      return [around(recipe, id, 'visibility', retry)];
    case 5:
    case 8:
      // the windows begin anew
      return [at({ wait: 500 }, retry), around(recipe, id, 'visibility', receiveAll(recipe, QueueUrl, 1))];
    case 3:
      return values.horizon >= limits.attemptWindow ? [around(recipe, id, 'dedup', retry)] : [retry];
    case 4:
      return [sendFresh(recipe, QueueUrl as string), retry];
    case 6:
      return [retry, retry];
    default:
      return [retry];
  }
}
