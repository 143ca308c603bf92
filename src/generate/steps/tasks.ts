import { arnOf, isFifo } from '../../core/calls.js';
import type { Step } from '../../core/schedule.js';
import { type Members, put } from '../members.js';
import { pick } from '../pick.js';
import { sendFreshBatch } from './messages.js';
import type { Past } from './past.js';
import { drawActor, drawQueue, type Recipe } from './recipe.js';

/** Messages that are to become dead letters are sent, or a move task is started, listed or cancelled. */
export function drawTask(id: number, recipe: Recipe, past: Past): Step {
  const { draw, targets } = recipe;
  const starter = past.starter();
  if (draw(2) === 0)
    return sendFreshBatch(id, recipe, pick(draw, draw(4) === 0 ? [...targets.values()] : [...targets.keys()]));
  const source = drawSource(recipe);
  switch (starter === undefined ? 0 : draw(3)) {
    case 0:
      return startTask(id, recipe, source, drawActor(recipe));
    case 1:
      return listTasks(id, recipe, source);
    default:
      return cancelTask(id, starter!);
  }
}

/** Mostly a dead-letter queue. */
function drawSource(recipe: Recipe): string {
  const { draw, targets } = recipe;
  return draw(8) === 0 ? drawQueue(recipe) : pick(draw, [...targets.values()]);
}

/** Back to where each came from, or to one queue of the type; at a low rate, so that it is still running for a while. */
export function startTask(id: number, recipe: Recipe, source: string, actor: string): Step {
  const { draw, queues } = recipe;
  const others = queues.filter((name) => name !== source && isFifo(name) === isFifo(source));
  const destination = others.length > 0 && draw(3) === 0 ? pick(draw, others) : undefined;
  return startTaskTo(id, recipe, source, actor, destination);
}

/** Without a destination, each goes back to where it came from. */
export function startTaskTo(id: number, recipe: Recipe, source: string, actor: string, destination?: string): Step {
  const input: Members = { SourceArn: arnOf(source) };
  if (destination !== undefined) input.DestinationArn = arnOf(destination);
  put(input, 'MaxNumberOfMessagesPerSecond', pick(recipe.draw, recipe.values.rate));
  return { id, actor, call: 'StartMessageMoveTask', input };
}

export function listTasks(id: number, recipe: Recipe, source: string): Step {
  const { draw } = recipe;
  const input: Members = { SourceArn: arnOf(source) };
  put(input, 'MaxResults', pick(draw, [undefined, 1, 2, 10]));
  return { id, actor: drawActor(recipe), call: 'ListMessageMoveTasks', input };
}

export const cancelTask = (id: number, starter: string): Step => ({
  id,
  actor: starter,
  call: 'CancelMessageMoveTask',
  input: {},
});
