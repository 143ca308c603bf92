import { queueOfArn } from '../../../core/calls.js';
import type { Step } from '../../../core/schedule.js';
import { pick } from '../../pick.js';
import { drawActor, type Recipe } from '../recipe.js';
import { cancelTask, listTasks, startTask, startTaskTo } from '../tasks.js';
import { expires } from '../timing.js';
import { around, ask, at, lookAt, type Next, poison, pollBeside, receiveAll, sendFresh } from './next.js';

/** Messages are dead letters, or become some, and a task moves them on. */
export function afterBatch(last: Step, recipe: Recipe): Next[] {
  const { draw, features, targets } = recipe;
  if (!features.has('tasks') || draw(3) === 0) return [];
  const queue = last.input.QueueUrl as string;
  const home = sourceOf(recipe, queue);
  const target = targets.get(queue);
  if (home !== undefined && (target === undefined || draw(2) === 0))
    // what was sent to a dead-letter queue itself has to be told where to go (sqs:U21)
    return moving(last, recipe, queue, home, (id) => startTaskTo(id, recipe, queue, drawActor(recipe), home));
  if (target === undefined) return [];
  return [
    ...poison(recipe, queue),
    ...poisonBeside(recipe, queue, target),
    ...moving(last, recipe, target, queue, (id) => startTask(id, recipe, target, drawActor(recipe))),
  ];
}

const sourceOf = ({ targets }: Recipe, queue: string): string | undefined =>
  [...targets].find(([, target]) => target === queue)?.[0];

/** Dead letters of another source of the same queue. */
function poisonBeside(recipe: Recipe, queue: string, target: string): Next[] {
  const [other] = [...recipe.targets].find(([name, to]) => to === target && name !== queue) ?? [];
  return other === undefined || recipe.draw(3) === 0 ? [] : [sendFresh(recipe, other), ...poison(recipe, other)];
}

/** The task, mostly after a look at what it will move. */
function moving(last: Step, recipe: Recipe, source: string, destination: string, start: Next): Next[] {
  const { draw, features, actors } = recipe;
  const next: Next[] = draw(3) > 0 ? [receiveAll(recipe, source, 0)] : [];
  // what is moved begins a new life (sqs:X22)
  if (expires(last, recipe) && draw(3) === 0)
    return [...next, at({ wait: 30_000 }, start), around(recipe, last.id, 'retention', lookAt(recipe, destination))];
  const actor = drawActor(recipe);
  if (features.has('long-polls') && actors.length > 1 && draw(3) === 0)
    next.push(pollBeside(actor, destination, recipe));
  return [...next, (id) => ({ ...start(id), actor }), ...during(recipe, actor, source)];
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
  const home = sourceOf(recipe, source);
  switch (draw(7)) {
    case 0:
    case 6:
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
