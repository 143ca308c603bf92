import { queueOfArn } from '../../../core/calls.js';
import type { Step } from '../../../core/schedule.js';
import { pick } from '../../pick.js';
import { drawActor, type Recipe } from '../recipe.js';
import { cancelTask, listTasks, startTask } from '../tasks.js';
import { around, ask, at, lookAt, type Next, poison, pollBeside, receiveAll, sendFresh } from './next.js';

/** The messages become dead letters, and a task moves them on. */
export function afterBatch(last: Step, recipe: Recipe): Next[] {
  const { draw, features, targets, actors, isFar } = recipe;
  const source = last.input.QueueUrl as string;
  const target = targets.get(source);
  if (target === undefined || !features.has('tasks') || draw(3) === 0) return [];
  const actor = drawActor(recipe);
  const next = poison(recipe, source);
  const [other] = [...targets].find(([name, to]) => to === target && name !== source) ?? [];
  if (other !== undefined && draw(2) === 0) next.push(sendFresh(recipe, other), ...poison(recipe, other));
  if (features.has('long-polls') && actors.length > 1 && draw(3) === 0) next.push(pollBeside(actor, source, recipe));
  // what lies there is seen before
  if (draw(2) === 0) next.push(receiveAll(recipe, target, 0));
  const start: Next = (id) => startTask(id, recipe, target, actor);
  // what is moved begins a new life (sqs:X22)
  if (isFar && draw(3) === 0)
    return [...next, at({ wait: 30_000 }, start), around(recipe, last.id, 'retention', lookAt(recipe, source))];
  return [...next, start, ...during(recipe, actor, target)];
}

export function afterStart({ actor, input: { SourceArn } }: Step, recipe: Recipe): Next[] {
  if (typeof SourceArn !== 'string' || recipe.draw(2) > 0) return [];
  return during(recipe, actor, queueOfArn(SourceArn));
}

/** While the task runs, or when it has just ended. */
function during(recipe: Recipe, actor: string, source: string): Next[] {
  const { draw, features, values } = recipe;
  const soon = { wait: pick(draw, values.pauses.slice(0, 3)) };
  const list: Next = (id) => listTasks(id, recipe, source);
  const [home] = [...recipe.targets].find(([, target]) => target === source) ?? [];
  switch (draw(6)) {
    case 0:
      return [(id) => startTask(id, recipe, source, actor), list];
    case 1:
      if (home === undefined || !features.has('lifecycle')) return [list];
      return [at(soon, ask(drawActor(recipe), 'DeleteQueue', { QueueUrl: home })), list];
    case 2:
      return [lookAt(recipe, home ?? source), list, at(soon, list)];
    case 3:
      return [list, at(soon, (id) => cancelTask(id, actor)), at(soon, list)];
    default:
      return [at(soon, (id) => cancelTask(id, actor)), list];
  }
}
